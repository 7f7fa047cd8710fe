// What `npm run bench` measures about the panel's start: from its script to the first words, and to the first picture.

/**
 * @typedef {{ name: string, unit: string, sizes: readonly [number, number], target: { seconds: number } | null, until: 'words' | 'picture' }} PaintRow
 */

/** @type {readonly PaintRow[]} */
export const PAINT_ROWS = [
  {
    name: 'First paint of the panel, from the start of its script',
    unit: 'points',
    sizes: [500, 2000],
    target: { seconds: 0.3 },
    until: 'words',
  },
  {
    name: 'First picture of the panel, from the start of its script',
    unit: 'points',
    sizes: [500, 2000],
    target: null,
    until: 'picture',
  },
];

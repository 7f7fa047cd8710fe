// What `npm run bench` measures about the panel's picture, in a browser that draws without a graphics card.

/**
 * @typedef {{ name: string, unit: string, sizes: readonly [number, number], target: { seconds: number, p95: number }, without: boolean }} FrameRow
 * `without`: WebGL is taken away too.
 */

/** @type {readonly FrameRow[]} */
export const FRAME_ROWS = [
  {
    name: 'Frames of the turning geometry, WebGL in software',
    unit: 'points',
    sizes: [500, 2000],
    target: { seconds: 0.033, p95: 0.05 },
    without: false,
  },
  {
    name: 'Frames of the turning geometry, without WebGL',
    unit: 'points',
    sizes: [500, 2000],
    target: { seconds: 0.033, p95: 0.05 },
    without: true,
  },
];

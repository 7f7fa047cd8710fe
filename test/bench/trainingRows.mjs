// What `npm run bench` measures about the training preview: the worker as it ships, on the backend that it chooses here.

/**
 * @typedef {{ name: string, unit: string, sizes: readonly [number, number], target: null, dimension: number }} TrainingRow
 */

/** @type {readonly TrainingRow[]} */
export const TRAINING_ROWS = [
  {
    name: 'One step of the training preview, 16 dimensions',
    unit: 'points',
    sizes: [64, 256],
    target: null,
    dimension: 16,
  },
];

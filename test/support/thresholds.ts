/** Problems that lie on either side of a threshold, and their verdict in one string. */
import { analyze } from '../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from './definitions';

export const verdictOf = (written: ObjectiveSketch) => {
  const { verdict, reason } = analyze(sketch(written));
  return `${verdict} ${reason}`;
};

/** Weights of samples in two views that ask for these squared distances at cosine similarity and temperature 1. */
export const weightsFor = (distances: readonly (readonly number[])[]) =>
  distances.map((row) => row.map((d) => Math.exp(-d / 2)));

/** Three points on a line at 0, 1 and 1 + x, squared: a triangle is flat at (1 + x)² and broken beyond. */
export const lineDistances = (long: number) => [
  [0, 0.01, long],
  [0.01, 0, 0.01],
  [long, 0.01, 0],
];

/** Labels on a circle, one of them moved out of it. */
export const circle = (offset: number) =>
  [0, 1, 2.2, 3.5, 5].map((angle, i) => {
    const radius = i === 0 ? 1 + offset : 1;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
export const gaussian = { objective: 'y-aware', kernel: 'gaussian', bandwidth: 1 } as const;

/** What `npm run bench` measures: each kind of work at two sizes, so that its growth shows, with what it has to reach. */
import type { Definition } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { noise } from '../support/noise';

export interface BenchRow {
  readonly name: string;
  /** What n counts. */
  readonly unit: string;
  readonly sizes: readonly [number, number];
  /** What the second size has to reach. */
  readonly target: Target;
  /** The definition of one run; runs differ where a user's change is what is timed. */
  readonly definition: (n: number) => (run: number) => Definition;
}

interface Target {
  readonly seconds: number;
  readonly certifiedWithin?: number;
  readonly megabytes?: number;
  /** Of predicted similarities, where batches are drawn. */
  readonly samplingError?: number;
}

/** Class sizes that fall by the same factor from one class to the next. */
function longTail(classes: number, most: number, fewest: number): number[] {
  return Array.from({ length: classes }, (_, i) =>
    Math.floor(most * (fewest / most) ** (i / (classes - 1)) + 1e-9),
  );
}

const always = (written: ObjectiveSketch) => {
  const definition = sketch(written);
  return () => definition;
};

/** Temperatures that a slider passes: no two runs ask the same. */
const slid = (written: ObjectiveSketch, from: number) => (run: number) =>
  sketch({ ...written, temperature: from * (1 + run / 100) });

const rowsOfNoise = (rows: number, columns: number) => {
  const all = noise(rows * columns, columns);
  return Array.from({ length: rows }, (_, i) => Array.from(all.subarray(i * columns, (i + 1) * columns)));
};

const supcon = (most: number, fewest: number) => (n: number) =>
  always({ objective: 'supcon', classes: longTail(n, most, fewest), temperature: 0.1 });

const ages = (n: number): ObjectiveSketch => ({
  objective: 'y-aware',
  kernel: 'gaussian',
  labels: longTail(n, 90, 18),
  bandwidth: 5,
});

export const ROWS: readonly BenchRow[] = [
  {
    name: 'SupCon optimum, 500 to 5 samples a class',
    unit: 'classes',
    sizes: [50, 100],
    target: { seconds: 0.15, certifiedWithin: 1e-7 },
    definition: supcon(500, 5),
  },
  {
    name: 'SupCon optimum, several hundred classes',
    unit: 'classes',
    sizes: [150, 300],
    target: { seconds: 3, certifiedWithin: 1e-7 },
    definition: supcon(500, 5),
  },
  {
    name: 'SupCon optimum, every class of another size',
    unit: 'classes',
    sizes: [150, 300],
    target: { seconds: 3, certifiedWithin: 1e-7 },
    definition: supcon(50_000, 500),
  },
  {
    name: 'SupCon optimum, long tail of 1280 to 5',
    unit: 'classes',
    sizes: [500, 1000],
    target: { seconds: 20, certifiedWithin: 1e-6 },
    definition: supcon(1280, 5),
  },
  {
    name: 'SupCon optimum, thousands of classes of 400 to 2',
    unit: 'classes',
    sizes: [2000, 8142],
    target: { seconds: 20, certifiedWithin: 1e-6, megabytes: 1024 },
    definition: supcon(400, 2),
  },
  {
    name: 'Gaussian y-aware verdict, 3 label columns',
    unit: 'labels',
    sizes: [100_000, 1_000_000],
    target: { seconds: 0.5 },
    definition: (n) =>
      always({
        objective: 'y-aware',
        kernel: 'gaussian',
        labels: rowsOfNoise(n, 3),
        bandwidth: 0.3,
        temperature: 0.1,
      }),
  },
  {
    name: 'X-CLR verdict, 512 feature columns',
    unit: 'samples',
    sizes: [5000, 20_000],
    target: { seconds: 3 },
    definition: (n) =>
      always({
        objective: 'x-clr',
        features: rowsOfNoise(n, 512),
        weightTemperature: 0.1,
        temperature: 0.1,
      }),
  },
  {
    name: 'General kernel verdict with certificate, realizable',
    unit: 'labels',
    sizes: [500, 1000],
    target: { seconds: 1 },
    definition: (n) =>
      always({
        objective: 'y-aware',
        kernel: { exponent: 1.5 },
        labels: rowsOfNoise(n, 3),
        bandwidth: 0.8,
        temperature: 0.05,
      }),
  },
  {
    name: 'General kernel verdict with certificate, impossible',
    unit: 'labels',
    sizes: [500, 1000],
    target: { seconds: 1 },
    definition: (n) =>
      always({
        objective: 'y-aware',
        kernel: { exponent: 2.5 },
        labels: rowsOfNoise(n, 3),
        bandwidth: 0.8,
        temperature: 0.05,
      }),
  },
  {
    name: 'Expected batches of 256, SupCon',
    unit: 'classes',
    sizes: [50, 100],
    target: { seconds: 3, samplingError: 0.005 },
    definition: (n) =>
      always({ objective: 'supcon', classes: longTail(n, 500, 5), temperature: 0.1, batch: 256 }),
  },
  {
    name: 'SupCon again after one parameter changed',
    unit: 'classes',
    sizes: [10, 20],
    target: { seconds: 0.01 },
    definition: (n) => slid({ objective: 'supcon', classes: longTail(n, 500, 5) }, 0.1),
  },
  {
    name: 'Soft SupCon again after one parameter changed',
    unit: 'classes',
    sizes: [10, 20],
    target: { seconds: 0.01 },
    definition: (n) => slid({ objective: 'soft-supcon', classes: longTail(n, 500, 5), across: 0.01 }, 0.3),
  },
  {
    name: 'Gaussian y-aware again after one parameter changed',
    unit: 'labels',
    sizes: [10, 20],
    target: { seconds: 0.01 },
    definition: (n) => slid(ages(n), 0.1),
  },
];

/** Mini-batches: which samples they hold, and the softmaxes of those samples. */
import type { TrainingProblem } from '../../src/protocol/panelMessages';
import { createUniform } from './randomNormal';

export type Drawing = NonNullable<TrainingProblem['drawing']>;

/** One batch after the other; `size` samples each. */
export interface BatchSampler {
  /** Samples of each point in the next batch. */
  next(): Int32Array;
}

/**
 * Shuffles all samples, hands them out batch by batch, and shuffles again when fewer than a batch are left: what a
 * data loader with `shuffle` and `drop_last` does. Deterministic in the seed.
 */
export function createBatchSampler({ samples }: Drawing, size: number, seed: number): BatchSampler {
  const uniform = createUniform(seed ^ BATCHES);
  const total = totalOf(samples);
  if (total > LARGEST_SHUFFLE) return withReplacement(samples, size, uniform);
  const urn = Int32Array.from(samples.flatMap((count, point) => new Array<number>(count).fill(point)));
  let taken = urn.length;
  return {
    next() {
      const counts = new Int32Array(samples.length);
      if (taken + size > urn.length) taken = 0;
      for (let left = Math.min(size, urn.length); left > 0; left--, taken++) {
        // What is taken stays before `taken`, so a shuffle is made as it is used.
        const other = taken + Math.floor(uniform() * (urn.length - taken));
        [urn[taken], urn[other]] = [urn[other], urn[taken]];
        counts[urn[taken]]++;
      }
      return counts;
    },
  };
}

/** More samples than this are drawn with replacement: a batch then hardly ever has one twice. */
const LARGEST_SHUFFLE = 1_000_000;

function withReplacement(samples: readonly number[], size: number, uniform: () => number): BatchSampler {
  let sum = 0;
  const upTo = samples.map((count) => (sum += count));
  return {
    next() {
      const counts = new Int32Array(samples.length);
      for (let left = size; left > 0; left--) {
        const at = uniform() * sum;
        counts[upTo.findIndex((limit) => at < limit)]++;
      }
      return counts;
    },
  };
}

export const totalOf = (samples: readonly number[]) => samples.reduce((sum, count) => sum + count, 0);

/** Another stream of numbers than the start of the same seed. */
const BATCHES = 0x5bd1e995;

/** Softmaxes of the samples of a batch, those of one point together. Shape: P × P, row by row; anchors that have none are 0. */
export interface BatchLoss {
  /** a_p: share of the batch, 0 for samples without a positive. */
  readonly mass: Float32Array;
  readonly multiplicity: Float32Array;
  readonly weights: Float32Array;
}

/**
 * The objective's loss on a batch with `counts` samples of each point: the mean over its samples, those without a
 * positive counted as 0, as published losses do.
 * Formula: b_pq = v c_q, b_pp = v (c_p − 1) + self, w_pq = b_pq exp(t_pq) / Σ. Source: [Vock2026], batches.
 */
export function batchLoss({ views, self, logRatio }: Drawing, counts: Int32Array): BatchLoss {
  const size = counts.length;
  const mass = new Float32Array(size);
  const multiplicity = new Float32Array(size * size);
  const weights = new Float32Array(size * size);
  const total = totalOf([...counts]);
  for (let p = 0; p < size; p++) {
    if (counts[p] === 0) continue;
    let sum = 0;
    for (let q = 0; q < size; q++) {
      const b = q === p ? views * (counts[p] - 1) + self : views * counts[q];
      const t = logRatio[p][q];
      multiplicity[p * size + q] = b;
      if (b > 0 && t !== null) sum += weights[p * size + q] = b * Math.exp(t);
    }
    if (sum === 0) continue;
    for (let q = 0; q < size; q++) weights[p * size + q] /= sum;
    mass[p] = counts[p] / total;
  }
  return { mass, multiplicity, weights };
}

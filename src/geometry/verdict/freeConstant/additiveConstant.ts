/** Negative Euclidean distance: the smallest number that makes wished distances those of points when added to all. */
import { groupedGram, isEuclidean } from '../groupedGram';
import type { Wishes } from './wishes';

export interface AdditiveConstant {
  /** Distances are x − t̂ per unit of temperature: the smallest x, and so every larger one, will do. */
  readonly smallest: number;
  /** Rank of the points' Gram matrix at it; above it is m − 1. */
  readonly rank: number;
}

/** Each step solves the worst direction exactly and so closes in quadratically; a handful is enough. */
const MOST_STEPS = 60;

/**
 * −½ J D J ⪰ 0 for D_ij = (x − t̂_ij)². Adding to the distances of points leaves them distances of points, so the x
 * form a half line; a direction v with vᵀ(−½ D)v < 0 at x forbids all x below the larger root of that quadratic.
 * Distances below 0 are none: x ≥ 0, since the largest t̂ is 0. Source: [Cailliez1983].
 */
export function additiveConstant({ pairs, counts, noise }: Wishes): AdditiveConstant {
  let x = 0;
  for (let step = 0; ; step++) {
    const lengths = pairs.map((row, g) => row.map((t, h) => (g === h && counts[g] === 1 ? 0 : x - t)));
    const largest = Math.max(...lengths.map((row) => Math.max(...row)));
    const rounding = noise * (largest + noise);
    const gram = groupedGram(
      lengths.map((row) => row.map((length) => length * length)),
      counts,
      rounding,
    );
    if (isEuclidean(gram, rounding) || step === MOST_STEPS) return { smallest: x, rank: gram.rank };
    const worst = gram.vectors[gram.vectors.length - 1].map((entry, g) => entry / Math.sqrt(counts[g]));
    const next = largestRoot(pairs, counts, worst);
    if (!(next > x)) return { smallest: x, rank: gram.rank };
    x = next;
  }
}

/** −½ Σ v_i v_j (x − t̂_ij)² over different items, as a quadratic of x, for v with Σv = 0. */
function largestRoot(pairs: readonly Float64Array[], counts: readonly number[], v: Float64Array): number {
  let [constant, linear, square] = [0, 0, 0];
  for (const [g, row] of pairs.entries())
    for (const [h, t] of row.entries()) {
      const weight = g === h ? counts[g] * (counts[g] - 1) * v[g] ** 2 : counts[g] * counts[h] * v[g] * v[h];
      if (weight === 0) continue;
      constant -= (weight * t * t) / 2;
      linear += weight * t;
      square -= weight / 2;
    }
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant));
  return (-linear + root) / (2 * square);
}

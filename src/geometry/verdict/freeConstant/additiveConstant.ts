/** Negative Euclidean distance: the smallest number that makes wished distances those of points when added to all. */
import { RANK_TOL } from '../../tolerances';
import { type SumZeroEigen, sumZeroEigen } from './sumZeroEigen';
import type { Wishes } from './wishes';

export interface AdditiveConstant {
  /** Distances are x − t̂ per unit of temperature: the smallest x, and so every larger one, will do. */
  readonly smallest: number;
  /** Rank of the points' Gram matrix at it; above it is m − 1. */
  readonly rank: number;
}

/** Each step solves the worst direction exactly and so closes in quadratically; a handful is enough. */
const MOST_STEPS = 60;
/** An eigenvalue above minus this share of the largest is rounding of the decomposition: no step mends it. */
const SETTLED = 1e-14;

/**
 * −½ J D J ⪰ 0 for D_ij = (x − t̂_ij)². Adding to the distances of points leaves them distances of points, so the x
 * form a half line; a direction v with vᵀ(−½ D)v < 0 at x forbids all x below the larger root of that quadratic.
 * Distances below 0 are none: x ≥ 0, since the largest t̂ is 0. Source: [Cailliez1983].
 */
export function additiveConstant({ pairs, counts, total, noise }: Wishes): AdditiveConstant {
  let x = 0;
  for (let step = 1; ; step++) {
    const length = (g: number, h: number) => x - pairs[g][h];
    const eigen = sumZeroEigen(counts, (g, h) => -(length(g, h) ** 2) / 2);
    const largest = Math.max(0, ...eigen.values, ...eigen.inside.filter((value) => value > 0));
    const rounding = noise * total * Math.sqrt(largest);
    const smallest = eigen.values[eigen.values.length - 1] ?? 0;
    const next = smallest >= -Math.max(SETTLED * largest, rounding) ? x : largestRoot(pairs, counts, eigen);
    if (!(next > x) || step === MOST_STEPS)
      return { smallest: x, rank: rankOf(eigen, counts, Math.max(RANK_TOL * largest, rounding)) };
    x = next;
  }
}

function rankOf({ values, inside }: SumZeroEigen, counts: readonly number[], floor: number): number {
  return (
    values.filter((value) => value > floor).length +
    inside.reduce((sum, value, g) => sum + (value > floor ? counts[g] - 1 : 0), 0)
  );
}

/** −½ Σ v_i v_j (x − t̂_ij)² over different items for the worst v, as a quadratic of x, for Σv = 0. */
function largestRoot(
  pairs: readonly Float64Array[],
  counts: readonly number[],
  { vectors }: SumZeroEigen,
): number {
  const v = vectors[vectors.length - 1].map((entry, g) => entry / Math.sqrt(counts[g]));
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

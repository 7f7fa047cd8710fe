/** Unnormalised dot products: the wished Gram matrix up to one free constant. */

import type { Objective } from '../../objective/objective';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { FINEST_TOL, LOG_NOISE, RANK_TOL, SPHERE_TOL } from '../tolerances';
import { logScale } from './targets';

export interface DotGram {
  /** Eigenvalues of J T J over the items, per unit of temperature. */
  readonly smallest: number;
  readonly largest: number;
  /** Rank of the Gram matrix at the smallest constant that makes it one; null when none does. */
  readonly rank: number;
  /** Part of JT1 outside the range of JTJ, relative: above SPHERE_TOL no constant is enough. */
  readonly residual: number;
  /** The smallest c with T + c 11ᵀ ⪰ 0, per unit of temperature. */
  readonly constant: number;
}

/** Symmetric log-weights t_ij + c_i with c chosen so that item 0's row equals its column. Shape: own G, pairs G × G. */
export function symmetricLogWeights(objective: Objective): { own: number[]; pairs: number[][] } {
  const { logRatio: t, selfLogRatio: own } = objective;
  const shift = t.map((row, g) => (g === 0 ? 0 : t[0][g] - row[0]));
  const shifted = t.map((row, g) => Array.from(row, (x) => x + shift[g]));
  return {
    own: Array.from(own, (x, g) => x + shift[g]),
    pairs: shifted.map((row, g) => row.map((x, h) => (x + shifted[h][g]) / 2)),
  };
}

/**
 * Spectrum of the wished Gram matrix T, T_ij = t_ij symmetrised, and the constant it needs.
 * Formula: T + c 11ᵀ ⪰ 0 for some c iff J T J ⪰ 0 and J T 1 ∈ range(J T J) (Schur complement). Source: [Vock2026].
 */
export function dotGram(objective: Objective): DotGram {
  const { counts } = objective;
  const total = counts.reduce((sum, n) => sum + n, 0);
  const { own, pairs } = symmetricLogWeights(objective);
  const mean = pairs.map((row, g) =>
    row.map((x, h) => (g === h ? (own[g] + (counts[g] - 1) * (counts[g] > 1 ? x : 0)) / counts[g] : x)),
  );
  const rowMean = mean.map((row) => row.reduce((sum, x, h) => sum + counts[h] * x, 0) / total);
  const grandMean = rowMean.reduce((sum, x, g) => sum + counts[g] * x, 0) / total;
  const centred = mean.map((row, g) =>
    row.map((x, h) => Math.sqrt(counts[g] * counts[h]) * (x - rowMean[g] - rowMean[h] + grandMean)),
  );
  const { values, vectors } = symmetricEigen(centred);
  const inside = own.map((x, g) => (counts[g] > 1 ? x - pairs[g][g] : 0));
  const largest = Math.max(...values, ...inside, 0);
  const above = (floor: number) => [...values.keys()].filter((k) => values[k] > floor && largest > 0);
  const used = above(RANK_TOL * largest);
  const needed = (axes: readonly number[]) =>
    constantNeeded({ values, vectors }, axes, rowMean, grandMean, counts, largest);
  const wide = needed(used);
  // Narrow directions may hold the center of a sphere, as in finerSphere.
  const finest = Math.max(FINEST_TOL * largest, 4 * LOG_NOISE * logScale(objective) * total);
  return {
    smallest: Math.min(...values, ...inside),
    largest,
    rank: used.length + inside.reduce((sum, x, g) => sum + (x > RANK_TOL * largest ? counts[g] - 1 : 0), 0),
    ...(wide.residual <= SPHERE_TOL ? wide : needed(above(finest))),
  };
}

/**
 * Schur complement of the constant. The residual is relative to the largest eigenvalue, of the size of all items: 1 for
 * points that lie on no sphere, rounding for points that do.
 */
function constantNeeded(
  eigen: { values: Float64Array; vectors: readonly Float64Array[] },
  used: readonly number[],
  rowMean: readonly number[],
  grandMean: number,
  counts: readonly number[],
  largest: number,
): { residual: number; constant: number } {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const rest = rowMean.map((x, g) => Math.sqrt(counts[g]) * (x - grandMean));
  let schur = 0;
  for (const k of used) {
    const along = rest.reduce((sum, x, g) => sum + x * eigen.vectors[k][g], 0);
    schur += along ** 2 / eigen.values[k];
    for (let g = 0; g < rest.length; g++) rest[g] -= along * eigen.vectors[k][g];
  }
  const left = Math.sqrt(rest.reduce((sum, x) => sum + x * x, 0));
  const residual = largest > 0 ? (left * Math.sqrt(total)) / largest : 0;
  return { residual, constant: residual > SPHERE_TOL ? Infinity : schur - grandMean };
}

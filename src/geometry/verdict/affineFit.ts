/** Whether given values at the group means are an affine function of the points: spheres are such functions. */
import { inner } from '../linalg/pivotedCholesky';
import { choleskyFactor, solveFactored } from '../linalg/positiveDefinite';
import { SPHERE_TOL } from '../tolerances';
import type { FactoredGram } from './factoredGram';
import type { Sphere } from './groupedGram';

/**
 * The sphere through the points of a factored Gram matrix: ‖y‖² as an affine function 2⟨y, c⟩ + R² − ‖c‖² of y.
 * Error: R² has that of one triangular solution. Source: [Gower1982], [Tarazaga1996].
 */
export function factoredSphere(gram: FactoredGram): Sphere {
  const squared = squaredNorms(gram);
  const { slope, residuals, mean } = affineFit(gram, squared);
  const farthest = residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return {
    radiusSquared: mean + inner(slope, slope, slope.length) / 4,
    residual: mean > 0 ? farthest / mean : 0,
  };
}

/** ‖y‖² of the items of each group about the mean of all. */
export function squaredNorms({ coordinates, counts, inside }: FactoredGram): Float64Array {
  return Float64Array.from(counts, (n, g) => {
    const row = coordinates[g];
    return inner(row, row, row.length) / n + (inside[g] * (n - 1)) / n;
  });
}

export interface AffineFit {
  /** s of the function mean + ⟨y, s⟩, by the coordinates of the factor. */
  readonly slope: Float64Array;
  readonly residuals: Float64Array;
  /** Mean of the values over all items. */
  readonly mean: number;
}

/**
 * Through the pivots, which by their triangular rows cost next to nothing; where that leaves more than rounding, by
 * least squares over all groups. Shape: values G. Units: those of the values.
 */
export function affineFit(gram: FactoredGram, values: Float64Array): AffineFit {
  const { counts } = gram;
  const total = counts.reduce((sum, n) => sum + n, 0);
  const mean = values.reduce((sum, x, g) => sum + counts[g] * x, 0) / total;
  const wanted = values.map((x, g) => Math.sqrt(counts[g]) * (x - mean));
  const scale = values.reduce((most, x) => Math.max(most, Math.abs(x - mean)), Math.abs(mean));
  const through = fitOf(gram, wanted, throughPivots(gram, wanted));
  if (through.farthest <= SPHERE_TOL * scale) return { ...through, mean };
  const least = leastSquares(gram, wanted);
  const best = least === null ? through : fitOf(gram, wanted, least);
  return best.farthest < through.farthest ? { ...best, mean } : { ...through, mean };
}

function fitOf({ coordinates, counts }: FactoredGram, wanted: Float64Array, slope: Float64Array) {
  const residuals = wanted.map(
    (x, g) => (x - inner(coordinates[g], slope, slope.length)) / Math.sqrt(counts[g]),
  );
  return { slope, residuals, farthest: residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0) };
}

function throughPivots({ coordinates, pivots }: FactoredGram, wanted: Float64Array): Float64Array {
  const slope = new Float64Array(pivots.length);
  for (const [k, p] of pivots.entries())
    slope[k] = (wanted[p] - inner(coordinates[p], slope, k)) / coordinates[p][k];
  return slope;
}

/** (LᵀL) s = Lᵀ wanted; null where rounding makes LᵀL singular. */
function leastSquares({ coordinates, pivots }: FactoredGram, wanted: Float64Array): Float64Array | null {
  const rank = pivots.length;
  const columns = Array.from({ length: rank }, (_, k) => Float64Array.from(coordinates, (row) => row[k]));
  const normal = columns.map((a, k) =>
    Float64Array.from({ length: k + 1 }, (_, l) => inner(a, columns[l], a.length)),
  );
  const factor = choleskyFactor(normal);
  return (
    factor &&
    solveFactored(
      factor,
      Float64Array.from(columns, (a) => inner(a, wanted, a.length)),
    )
  );
}

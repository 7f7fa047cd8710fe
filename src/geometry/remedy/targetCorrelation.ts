/** From a wish to cosines that points have, clear of the tests' tolerances, and to the weights that ask for them. */
import type { Interrupt } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { type NearestCorrelation, nearestCorrelation } from './nearestCorrelation';

/**
 * Eigenvalues below this share of the largest are cut off: an axis so short would be decided by rounding, and moves
 * cosines by less than this.
 */
const SHORTEST_AXIS = 1e-8;

const ROUNDING = 1e-13;

export interface TargetCorrelation extends Pick<NearestCorrelation, 'stoppedEarly'> {
  /** Cosines of unit vectors. Shape: m × m. */
  readonly cosines: readonly Float64Array[];
  readonly rank: number;
}

/** Source: [Higham2002]. */
export function targetCorrelation(
  wish: readonly ArrayLike<number>[],
  interrupt?: Interrupt,
): TargetCorrelation {
  const { matrix, stoppedEarly } = nearestCorrelation(wish, interrupt);
  const { values, vectors } = symmetricEigen(matrix);
  const axes = [...values.keys()].filter((k) => values[k] > SHORTEST_AXIS * values[0]);
  const points = matrix.map((_, i) => {
    const point = axes.map((k) => vectors[k][i] * Math.sqrt(values[k]));
    const length = Math.hypot(...point);
    return point.map((x) => x / length);
  });
  const cosines = points.map((p, i) =>
    Float64Array.from(points, (q, j) => (i === j ? 1 : clamp(p.reduce((sum, x, k) => sum + x * q[k], 0)))),
  );
  return { cosines: unmoved(wish, cosines) ?? cosines, rank: axes.length, stoppedEarly };
}

/** A wish that differs by rounding only is had exactly, in the numbers that it was written in. */
function unmoved(
  wish: readonly ArrayLike<number>[],
  cosines: readonly Float64Array[],
): readonly Float64Array[] | null {
  const isSame = cosines.every((row, i) =>
    row.every((s, j) => Math.abs(s - wish[i][j]) < ROUNDING && wish[i][j] === wish[j][i]),
  );
  return isSame ? cosines.map((row, i) => row.map((_, j) => (i === j ? 1 : wish[i][j]))) : null;
}

/**
 * Weights of pairs, 1 for an item with itself.
 * Formula: K_ij = exp((G_ij − 1)/τ), so that w_ij ∝ b_ij K_ij asks for the cosines G whatever the multiplicities.
 * Null where a weight would be too small for a double. Source: [Vock2026].
 */
export function weightsFor(cosines: readonly Float64Array[], temperature: number): number[][] | null {
  const weights = cosines.map((row) => Array.from(row, (s) => Math.exp((s - 1) / temperature)));
  return weights.every((row) => row.every((w) => w > SMALLEST_WEIGHT)) ? weights : null;
}

/** The smallest normal double: below it digits are lost. */
export const SMALLEST_WEIGHT = 2.3e-308;

const clamp = (x: number) => Math.max(-1, Math.min(1, x));

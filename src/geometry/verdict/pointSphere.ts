/** The sphere through points that are given as such: for labels and features no matrix over all pairs is needed. */
import { symmetricEigen } from '../linalg/symmetricEigen';
import { RANK_TOL } from '../tolerances';
import type { Sphere } from './groupedGram';

export interface PointSphere extends Sphere {
  /** Dimension of the points' affine hull. */
  readonly rank: number;
  /** Smallest and largest eigenvalue of the points' scatter. */
  readonly smallest: number;
  readonly largest: number;
}

/** An eigendecomposition of more columns than this would take seconds. */
export const MAX_COLUMNS = 400;

/**
 * Least squares of ‖y − ȳ‖² on an affine function of y, in the principal axes of the q columns.
 * Formula: 2⟨y, c⟩ + R² − ‖c‖² = ‖y‖². Shape: m × q, q ≤ MAX_COLUMNS; time m q². Units: those of y, squared.
 * Source: [Gower1982], [Tarazaga1996].
 */
export function pointSphere(points: readonly (readonly number[])[]): PointSphere {
  const centred = centre(points);
  const width = centred[0].length;
  const scatter = Array.from({ length: width }, () => new Float64Array(width));
  for (const y of centred)
    for (let a = 0; a < width; a++) for (let b = 0; b < width; b++) scatter[a][b] += y[a] * y[b];
  const { values, vectors } = symmetricEigen(scatter);
  const axes = [...values.keys()].filter((k) => values[k] > RANK_TOL * values[0] && values[0] > 0);
  const coordinates = axes.map((k) => Float64Array.from(centred, (y) => inner(y, vectors[k])));
  const squared = Float64Array.from(centred, (y) => inner(y, y));
  const mean = squared.reduce((sum, x) => sum + x, 0) / squared.length;
  const residuals = squared.map((x) => x - mean);
  let centreSquared = 0;
  for (const [k, along] of coordinates.entries()) {
    const slope = inner(residuals, along) / values[axes[k]];
    centreSquared += (slope / 2) ** 2;
    for (let i = 0; i < residuals.length; i++) residuals[i] -= slope * along[i];
  }
  const farthest = residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return {
    radiusSquared: mean + centreSquared,
    residual: mean > 0 ? farthest / mean : 0,
    rank: axes.length,
    smallest: 0,
    largest: values[0],
  };
}

function centre(points: readonly (readonly number[])[]): Float64Array[] {
  const width = points[0].length;
  const mean = new Float64Array(width);
  for (const y of points) for (let k = 0; k < width; k++) mean[k] += y[k] / points.length;
  return points.map((y) => Float64Array.from(y, (x, k) => x - mean[k]));
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** The tests of distances between many groups by a factorisation, where eigenvalues would take too long. */
import { type Interrupt, NEVER } from '../interrupt';
import { inner, pivotedCholesky, timesVector } from '../linalg/pivotedCholesky';
import { PSD_TOL, RANK_TOL } from '../tolerances';
import { centredMeans } from './groupedGram';

/** What `GroupedGram` tells, as far as a factorisation tells it. */
export interface FactoredGram {
  readonly counts: readonly number[];
  readonly inside: readonly number[];
  /** An eigenvalue from below, and no less than every diagonal entry: the scale of the tolerances. */
  readonly largest: number;
  /** xᵀBx of the unit vector that shows that B has a negative eigenvalue, else 0. */
  readonly smallest: number;
  readonly rank: number;
  /** Over the groups, as an eigenvector is; null where nothing is negative, or where that is inside a group. */
  readonly negative: Float64Array | null;
  readonly isCutShort: boolean;
  /** Coordinates of the group means times √n. Shape: G × r. */
  readonly coordinates: readonly Float64Array[];
  readonly pivots: readonly number[];
}

const POWER_STEPS = 12;

/**
 * Formula: B = −½ J D J = L Lᵀ by groups, as in groupedGram; a negative eigenvalue is convicted by a vector, not computed.
 * Shape: D is G × G; time G³/6 multiplications. Source: [Schoenberg1935], [Higham1990].
 */
export function factoredGram(
  distances: readonly Float64Array[],
  counts: readonly number[],
  noise: number,
  interrupt: Interrupt = NEVER,
  rankTolerance = RANK_TOL,
): FactoredGram {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const { centred, inside } = centredMeans(distances, counts);
  const largest = Math.max(largestEigenvalue(centred), ...inside);
  const floor = Math.max(rankTolerance * largest, noise * total);
  const psd = Math.max(PSD_TOL * largest, noise * total);
  const { rows, pivots, negative, isCutShort } = pivotedCholesky(centred, { floor, psd }, interrupt);
  const worst = negative === null ? null : lowered(centred, negative, counts);
  const worstInside = Math.min(...inside);
  return {
    counts,
    inside,
    largest,
    smallest: Math.min(worst?.value ?? 0, worstInside < -psd ? worstInside : 0),
    rank: pivots.length + inside.reduce((sum, value, g) => sum + (value > floor ? counts[g] - 1 : 0), 0),
    negative: worst !== null && worst.value <= worstInside ? worst.x : null,
    isCutShort,
    coordinates: rows,
    pivots,
  };
}

/** By the power method, which approaches the largest eigenvalue from below. */
function largestEigenvalue(matrix: readonly Float64Array[]): number {
  let x: Float64Array = Float64Array.from(matrix, (row, i) => row[i] + 1e-3 * Math.cos(i));
  let value = matrix.reduce((most, row, i) => Math.max(most, row[i]), 0);
  for (let step = 0; step < POWER_STEPS; step++) {
    const norm = Math.sqrt(inner(x, x, x.length));
    if (!(norm > 0)) break;
    for (let i = 0; i < x.length; i++) x[i] /= norm;
    const next = timesVector(matrix, x);
    value = Math.max(value, inner(x, next, x.length));
    x = next;
  }
  return value;
}

const DESCENT_STEPS = 12;

/** Some steps towards the most negative eigenvector: a direction that fails by more is easier to believe. */
function lowered(
  matrix: readonly Float64Array[],
  start: { readonly x: Float64Array; readonly value: number },
  counts: readonly number[],
): { readonly x: Float64Array; readonly value: number } {
  let { x, value } = start;
  for (let step = 0; step < DESCENT_STEPS; step++) {
    const next = lowestInPlane(matrix, x, value);
    if (next === null || !(next.value < value)) break;
    ({ x, value } = next);
  }
  return withoutMean(x, value, counts);
}

/** The unit vector of smallest xᵀBx in the plane of x and its gradient. */
function lowestInPlane(
  matrix: readonly Float64Array[],
  x: Float64Array,
  value: number,
): { x: Float64Array; value: number } | null {
  const gradient = timesVector(matrix, x);
  for (let i = 0; i < x.length; i++) gradient[i] -= value * x[i];
  const slope = Math.sqrt(inner(gradient, gradient, x.length));
  if (!(slope > 1e-12 * Math.abs(value))) return null;
  for (let i = 0; i < x.length; i++) gradient[i] /= slope;
  const far = inner(gradient, timesVector(matrix, gradient), x.length);
  // The smaller eigenvalue of [[value, slope], [slope, far]].
  const angle = Math.atan2(-2 * slope, far - value) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const next = x.map((entry, i) => c * entry + s * gradient[i]);
  return { x: next, value: inner(next, timesVector(matrix, next), x.length) };
}

/** The same xᵀBx after the part of x along all items together, on which B is 0, is taken away. */
function withoutMean(
  x: Float64Array,
  value: number,
  counts: readonly number[],
): { readonly x: Float64Array; readonly value: number } {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const along = counts.reduce((sum, n, g) => sum + Math.sqrt(n) * x[g], 0) / total;
  const rest = x.map((entry, g) => entry - along * Math.sqrt(counts[g]));
  const norm = Math.sqrt(inner(rest, rest, rest.length));
  return { x: rest.map((entry) => entry / norm), value: value / norm ** 2 };
}

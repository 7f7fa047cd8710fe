/** The correlation matrix nearest to a wish: what a remedy or a design asks for when the wish itself has no points. */
import { type Interrupt, NEVER } from '../interrupt';
import { type SymmetricEigen, symmetricEigen } from '../linalg/symmetricEigen';
import { newtonDirection } from './projectionNewton';

export interface NearestCorrelation {
  /** Positive semidefinite up to rounding, with ones on the diagonal exactly. */
  readonly matrix: readonly Float64Array[];
  /** y: what the unit diagonal costs; X − A − diag(y) is positive semidefinite and orthogonal to X. */
  readonly multiplier: Float64Array;
  /** How far the diagonal was from one before it was set, the largest entry. */
  readonly residual: number;
  readonly iterations: number;
  /** The limit of iterations, or the host, ended the search before the residual was as small as wished. */
  readonly stoppedEarly: boolean;
}

const MAX_ITERATIONS = 60;
/** The residual to reach, relative to the largest eigenvalue: a thousand times the rounding of an eigenvalue. */
const RESIDUAL_TOL = 1e-12;
/** Above this residual the answer is not the nearest matrix yet, and says so. */
const RESIDUAL_TOLD = 1e-9;
const MOST_HALVINGS = 40;
const SUFFICIENT_DECREASE = 1e-4;

/**
 * min ‖X − A‖_F over X ⪰ 0 with diag X = 1.
 * Formula: the minimum over y of ½‖(A + diag y)₊‖² − Σy by a semismooth Newton method, X = (A + diag y)₊: quadratic
 * convergence where alternating projections need hundreds of steps. Shape: A is m × m and is symmetrised. Units: none.
 * Error: `residual`. Throws: RangeError on an A that is not finite. Source: [Higham2002], [QiSun2006].
 */
export function nearestCorrelation(
  wish: readonly ArrayLike<number>[],
  interrupt: Interrupt = NEVER,
): NearestCorrelation {
  const size = wish.length;
  let multiplier: Float64Array<ArrayBufferLike> = new Float64Array(size);
  let state = evaluate(wish, multiplier);
  let iterations = 0;
  while (
    iterations < MAX_ITERATIONS &&
    state.residual > RESIDUAL_TOL * state.scale &&
    !interrupt.isRaised()
  ) {
    iterations++;
    const direction = newtonDirection(state.eigen, state.gradient);
    const next = searchAlong(wish, multiplier, direction, state);
    if (next === null) break;
    multiplier = next.multiplier;
    state = next.state;
  }
  return {
    matrix: withUnitDiagonal(positivePart(state.eigen)),
    multiplier,
    residual: state.residual,
    iterations,
    stoppedEarly: state.residual > RESIDUAL_TOLD * state.scale,
  };
}

interface DualState {
  readonly eigen: SymmetricEigen;
  readonly value: number;
  /** diag (A + diag y)₊ − 1. */
  readonly gradient: Float64Array;
  readonly residual: number;
  readonly scale: number;
}

function evaluate(wish: readonly ArrayLike<number>[], multiplier: Float64Array): DualState {
  const shifted = Array.from(wish, (row, i) =>
    Float64Array.from(row, (a, j) => (i === j ? a + multiplier[i] : a)),
  );
  const eigen = symmetricEigen(shifted);
  const gradient = new Float64Array(wish.length).fill(-1);
  let value = 0;
  for (const [k, lambda] of eigen.values.entries()) {
    if (lambda <= 0) break;
    value += (lambda * lambda) / 2;
    const vector = eigen.vectors[k];
    for (let i = 0; i < vector.length; i++) gradient[i] += lambda * vector[i] * vector[i];
  }
  for (const y of multiplier) value -= y;
  const residual = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  return { eigen, value, gradient, residual, scale: Math.max(1, eigen.values[0] ?? 0) };
}

/** Armijo's rule; near the end, where rounding hides the decrease of the value, that of the residual counts. */
function searchAlong(
  wish: readonly ArrayLike<number>[],
  from: Float64Array,
  direction: Float64Array,
  before: DualState,
): { readonly multiplier: Float64Array; readonly state: DualState } | null {
  const slope = direction.reduce((sum, h, i) => sum + h * before.gradient[i], 0);
  for (let halving = 0, step = 1; halving < MOST_HALVINGS; halving++, step /= 2) {
    const multiplier = from.map((y, i) => y + step * direction[i]);
    const state = evaluate(wish, multiplier);
    const isLower = state.value <= before.value + SUFFICIENT_DECREASE * step * slope;
    if (isLower || state.residual < before.residual / 2) return { multiplier, state };
  }
  return null;
}

function positivePart({ values, vectors }: SymmetricEigen): Float64Array[] {
  const matrix = Array.from(vectors, () => new Float64Array(vectors.length));
  for (const [k, lambda] of values.entries()) {
    if (lambda <= 0) break;
    const vector = vectors[k];
    for (let i = 0; i < vector.length; i++)
      for (let j = 0; j <= i; j++) matrix[i][j] += lambda * vector[i] * vector[j];
  }
  for (let i = 0; i < matrix.length; i++) for (let j = 0; j < i; j++) matrix[j][i] = matrix[i][j];
  return matrix;
}

/** Scaling rows and columns keeps a matrix positive semidefinite. */
function withUnitDiagonal(matrix: readonly Float64Array[]): Float64Array[] {
  const lengths = matrix.map((row, i) => Math.sqrt(row[i]));
  return matrix.map((row, i) =>
    row.map((x, j) => (i === j ? 1 : Math.max(-1, Math.min(1, x / (lengths[i] * lengths[j]))))),
  );
}

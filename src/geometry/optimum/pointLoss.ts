/** The loss of point coordinates and its gradient, for each latent similarity. */
import type { Similarity } from '../../objective/definition';
import { gapAndDerivative, type LossRows } from './lossRows';

export interface PointState {
  readonly rows: LossRows;
  readonly similarity: Similarity;
  readonly columns: number;
  /** Layout of the loss rows: other points, the diagonal unused, and the point itself last. */
  readonly similarities: Float64Array;
  readonly derivative: Float64Array;
  /** The points, on the unit sphere for cosine. Shape: m × d. */
  readonly points: Float64Array;
  readonly norms: Float64Array;
}

export function newPointState(rows: LossRows, similarity: Similarity, columns: number): PointState {
  const cells = rows.size * (rows.size + 1);
  return {
    rows,
    similarity,
    columns,
    similarities: new Float64Array(cells),
    derivative: new Float64Array(cells),
    points: new Float64Array(rows.size * columns),
    norms: new Float64Array(rows.size),
  };
}

/** L − B at coordinates x, with its gradient. Shape: x and gradient m × d. Units: nats. Source: [Vock2026]. */
export function pointLoss(state: PointState, x: Float64Array, gradient: Float64Array): number {
  place(state, x);
  fillSimilarities(state);
  const gap = gapAndDerivative(state.rows, state.similarities, state.derivative);
  pullBack(state, gradient);
  return gap;
}

function place({ rows, columns, similarity, points, norms }: PointState, x: Float64Array): void {
  for (let g = 0; g < rows.size; g++) {
    let sum = 0;
    for (let k = g * columns; k < (g + 1) * columns; k++) sum += x[k] * x[k];
    norms[g] = similarity === 'cosine' ? Math.sqrt(sum) : 1;
    for (let k = g * columns; k < (g + 1) * columns; k++) points[k] = x[k] / norms[g];
  }
}

function fillSimilarities(state: PointState): void {
  const { rows, columns, similarity, points, similarities } = state;
  const width = rows.size + 1;
  const isProduct = similarity === 'cosine' || similarity === 'dot';
  for (let g = 0; g < rows.size; g++) {
    for (let h = 0; h <= g; h++) {
      let sum = 0;
      for (let k = 0, a = g * columns, b = h * columns; k < columns; k++) {
        const [p, q] = [points[a + k], points[b + k]];
        sum += isProduct ? p * q : -(p - q) * (p - q);
      }
      const s = similarity === 'negative-euclidean' ? -Math.sqrt(-sum) : sum;
      similarities[g * width + h] = s;
      similarities[h * width + g] = s;
      if (g === h) similarities[g * width + rows.size] = s;
    }
  }
}

function pullBack(state: PointState, gradient: Float64Array): void {
  const { rows, columns, similarity, points, derivative, similarities, norms } = state;
  const width = rows.size + 1;
  gradient.fill(0);
  for (let g = 0; g < rows.size; g++) {
    const at = g * columns;
    for (let h = 0; h < rows.size; h++) {
      if (h === g) continue;
      const pair = derivative[g * width + h] + derivative[h * width + g];
      if (pair !== 0) addPair(state, gradient, at, h * columns, pair, similarities[g * width + h]);
    }
    const own = similarity === 'dot' ? 2 * derivative[g * width + rows.size] : 0;
    for (let k = at; k < at + columns; k++) gradient[k] += own * points[k];
    if (similarity === 'cosine') makeTangent(gradient, points, at, columns, norms[g]);
  }
}

function addPair(
  { columns, similarity, points }: PointState,
  gradient: Float64Array,
  at: number,
  from: number,
  pair: number,
  s: number,
): void {
  if (similarity === 'cosine' || similarity === 'dot') {
    for (let k = 0; k < columns; k++) gradient[at + k] += pair * points[from + k];
    return;
  }
  // Points that coincide push in no direction: −‖z‖ has a kink there, and 0 is one of its subgradients.
  const factor = similarity === 'negative-squared-euclidean' ? -2 * pair : s === 0 ? 0 : pair / s;
  for (let k = 0; k < columns; k++) gradient[at + k] += factor * (points[at + k] - points[from + k]);
}

function makeTangent(
  gradient: Float64Array,
  points: Float64Array,
  at: number,
  columns: number,
  norm: number,
): void {
  let radial = 0;
  for (let k = at; k < at + columns; k++) radial += gradient[k] * points[k];
  for (let k = at; k < at + columns; k++) gradient[k] = (gradient[k] - radial * points[k]) / norm;
}

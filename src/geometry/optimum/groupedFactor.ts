/** Correlation matrices by factors, one vector in the unit ball for each group of exchangeable items. */
import { timesTransposed, transpose } from '../linalg/matrixProduct';
import { gapAndDerivative, type LossRows } from './lossRows';

/**
 * The factor S = ZZᵀ of a correlation matrix. Items of a group of n have the mean u, ‖u‖ ≤ 1; within the group every
 * cosine is (n‖u‖² − 1)/(n − 1), between groups it is ⟨u, u'⟩. A ball is the shadow of a sphere of one dimension more,
 * so row g holds u and one private coordinate and is normalised as it is used.
 * Shape: G × (d + 1). Source: [BurerMonteiro2003], [Vock2026].
 */
export interface GroupedFactor {
  readonly rows: LossRows;
  readonly counts: readonly number[];
  /** d: columns that the groups share. */
  readonly columns: number;
}

/** What an evaluation leaves behind, so that none of it is computed twice. */
export interface Evaluation {
  /** Cosines by column of the loss rows: between groups, inside a group, and 1 for an item with itself. */
  readonly similarities: Float64Array;
  /** ∂L/∂s in the same layout. */
  readonly derivative: Float64Array;
  /** Unit rows: u and the private coordinate. */
  readonly unit: Float64Array;
  /** Symmetric: half of ∂L/∂⟨u_g, u_h⟩ of both rows; on the diagonal ∂L/∂‖u_g‖². */
  readonly coupling: Float64Array;
  /** The columns of u as rows. Shape: d × G. */
  readonly columns: Float64Array;
}

export function newEvaluation({ rows, columns }: GroupedFactor): Evaluation {
  const cells = rows.size * (rows.size + 1);
  return {
    similarities: new Float64Array(cells),
    derivative: new Float64Array(cells),
    unit: new Float64Array(rows.size * (columns + 1)),
    coupling: new Float64Array(rows.size * rows.size),
    columns: new Float64Array(columns * rows.size),
  };
}

/** L − B at the factor x, with its gradient. Shape: x and gradient G × (d + 1). Units: nats. */
export function evaluateFactor(
  factor: GroupedFactor,
  state: Evaluation,
  x: Float64Array,
  gradient: Float64Array,
): number {
  const norms = normalise(factor, x, state.unit);
  cosines(factor, state);
  const gap = gapAndDerivative(factor.rows, state.similarities, state.derivative);
  couple(factor, state);
  pullBack(factor, state, norms, gradient);
  return gap;
}

function normalise({ rows, columns }: GroupedFactor, x: Float64Array, unit: Float64Array): Float64Array {
  const width = columns + 1;
  const norms = new Float64Array(rows.size);
  for (let g = 0; g < rows.size; g++) {
    let sum = 0;
    for (let k = g * width; k < (g + 1) * width; k++) sum += x[k] * x[k];
    norms[g] = Math.sqrt(sum);
    for (let k = g * width; k < (g + 1) * width; k++) unit[k] = x[k] / norms[g];
  }
  return norms;
}

function cosines({ rows, columns, counts }: GroupedFactor, { unit, similarities }: Evaluation): void {
  const { size } = rows;
  const stride = size + 1;
  const factor = { entries: unit, rows: size, stride: columns + 1 };
  timesTransposed(factor, factor, columns, { entries: similarities, rows: size, stride }, true);
  for (let g = 0; g < size; g++) {
    for (let h = 0; h < g; h++) similarities[h * stride + g] = similarities[g * stride + h];
    const own = similarities[g * stride + g];
    similarities[g * stride + g] = counts[g] > 1 ? (counts[g] * own - 1) / (counts[g] - 1) : 1;
    similarities[g * stride + size] = 1;
  }
}

function couple({ rows, counts }: GroupedFactor, { derivative, coupling }: Evaluation): void {
  const { size } = rows;
  for (let g = 0; g < size; g++) {
    for (let h = 0; h < g; h++) {
      const mean = (derivative[g * (size + 1) + h] + derivative[h * (size + 1) + g]) / 2;
      coupling[g * size + h] = mean;
      coupling[h * size + g] = mean;
    }
    const inside = derivative[g * (size + 1) + g];
    coupling[g * size + g] = counts[g] > 1 ? (inside * counts[g]) / (counts[g] - 1) : 0;
  }
}

/** Gradient by the factor: 2 Σ_h C_gh u_h, then through the normalisation of each row. */
function pullBack(
  { rows, columns }: GroupedFactor,
  { unit, coupling, columns: transposed }: Evaluation,
  norms: Float64Array,
  gradient: Float64Array,
): void {
  const { size } = rows;
  const width = columns + 1;
  const across = { entries: transposed, rows: columns, stride: size };
  transpose({ entries: unit, rows: size, stride: width }, columns, across);
  const half = { entries: gradient, rows: size, stride: width };
  timesTransposed({ entries: coupling, rows: size, stride: size }, across, size, half);
  for (let g = 0; g < size; g++) {
    const at = g * width;
    gradient[at + columns] = 0;
    let radial = 0;
    for (let k = at; k < at + columns; k++) radial += gradient[k] * unit[k];
    for (let k = at; k < at + width; k++) gradient[k] = (2 * (gradient[k] - radial * unit[k])) / norms[g];
  }
}

/** Correlation matrices by factors, one vector in the unit ball for each group of exchangeable items. */
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
}

export function newEvaluation({ rows, columns }: GroupedFactor): Evaluation {
  const cells = rows.size * (rows.size + 1);
  return {
    similarities: new Float64Array(cells),
    derivative: new Float64Array(cells),
    unit: new Float64Array(rows.size * (columns + 1)),
    coupling: new Float64Array(rows.size * rows.size),
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
  const width = columns + 1;
  for (let g = 0; g < size; g++) {
    for (let h = 0; h <= g; h++) {
      const sum = dotProduct(unit, g * width, h * width, columns);
      if (h < g) {
        similarities[g * (size + 1) + h] = sum;
        similarities[h * (size + 1) + g] = sum;
      } else similarities[g * (size + 1) + g] = counts[g] > 1 ? (counts[g] * sum - 1) / (counts[g] - 1) : 1;
    }
    similarities[g * (size + 1) + size] = 1;
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
  { unit, coupling }: Evaluation,
  norms: Float64Array,
  gradient: Float64Array,
): void {
  const { size } = rows;
  const width = columns + 1;
  gradient.fill(0);
  for (let g = 0; g < size; g++) {
    const at = g * width;
    addCombination(gradient, at, coupling, g * size, size, unit, width, columns);
    let radial = 0;
    for (let k = at; k < at + columns; k++) radial += gradient[k] * unit[k];
    for (let k = at; k < at + width; k++) gradient[k] = (gradient[k] - radial * unit[k]) / norms[g];
  }
}

/** Four sums at once: the processor need not wait for each addition. */
function dotProduct(x: Float64Array, a: number, b: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += x[a + k] * x[b + k];
    s1 += x[a + k + 1] * x[b + k + 1];
    s2 += x[a + k + 2] * x[b + k + 2];
    s3 += x[a + k + 3] * x[b + k + 3];
  }
  for (; k < length; k++) s0 += x[a + k] * x[b + k];
  return s0 + s1 + s2 + s3;
}

/** target += 2 Σ_h c_h u_h, four rows at once so that the target is read and written a quarter as often. */
function addCombination(
  target: Float64Array,
  at: number,
  coefficients: Float64Array,
  first: number,
  size: number,
  rows: Float64Array,
  width: number,
  columns: number,
): void {
  let h = 0;
  for (; h + 3 < size; h += 4) {
    const c0 = 2 * coefficients[first + h];
    const c1 = 2 * coefficients[first + h + 1];
    const c2 = 2 * coefficients[first + h + 2];
    const c3 = 2 * coefficients[first + h + 3];
    const r0 = h * width;
    const r1 = r0 + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let k = 0; k < columns; k++)
      target[at + k] += c0 * rows[r0 + k] + c1 * rows[r1 + k] + c2 * rows[r2 + k] + c3 * rows[r3 + k];
  }
  for (; h < size; h++) {
    const c = 2 * coefficients[first + h];
    for (let k = 0; k < columns; k++) target[at + k] += c * rows[h * width + k];
  }
}

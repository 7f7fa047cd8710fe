/**
 * Ends a search that crawls: an optimum of low rank leaves columns of the factor that fade like one over the number of
 * steps. Without these columns the search is short, and the certificate says whether they were needed.
 */
import type { Interrupt } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { isCertified } from './certificate';
import { type Evaluation, evaluateFactor, type GroupedFactor } from './groupedFactor';
import { minimise } from './lbfgs';

/** Directions with less than these shares of the largest are taken for fading, the boldest guess first. */
const FADING = [1e-2, 1e-4];
const MOST_ITERATIONS = 300;

/**
 * A factor of lower rank whose certificate is `wanted` nats, or null where none is found, and the steps it took. `state`
 * holds the evaluation of x before, and of what is answered afterwards. Shape: x G × (d + 1). Source: [BurerMonteiro2003].
 */
export function polishRank(
  factor: GroupedFactor,
  state: Evaluation,
  x: Float64Array,
  goal: { readonly wanted: number; readonly gradientTolerance: number; readonly interrupt: Interrupt },
): { readonly x: Float64Array | null; readonly iterations: number } {
  const { values, vectors } = sharedDirections(factor, state);
  const unit = state.unit.slice();
  const loss = (at: Float64Array, gradient: Float64Array) => evaluateFactor(factor, state, at, gradient);
  let iterations = 0;
  const ranks = new Set(FADING.map((share) => values.filter((value) => value > share * values[0]).length));
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    if (rank === factor.columns || rank === 0 || goal.interrupt.isRaised()) continue;
    const start = rotated(factor, x, unit, vectors.slice(0, rank));
    // Columns of zeros have no gradient and stay zero.
    const found = minimise(loss, start, { ...goal, maxIterations: MOST_ITERATIONS });
    iterations += found.iterations;
    loss(found.x, new Float64Array(x.length));
    if (isCertified(factor, state, goal.wanted)) return { x: found.x, iterations };
  }
  return { x: null, iterations };
}

function sharedDirections({ rows, columns }: GroupedFactor, { unit }: Evaluation) {
  const products = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let g = 0; g < rows.size; g++)
    for (let k = 0; k < columns; k++)
      for (let l = 0; l < columns; l++)
        products[k][l] += unit[g * (columns + 1) + k] * unit[g * (columns + 1) + l];
  return symmetricEigen(products);
}

/** Rows on these directions, as long as they were; a group's private coordinate is kept. */
function rotated(
  { rows, columns }: GroupedFactor,
  x: Float64Array,
  unit: Float64Array,
  directions: readonly Float64Array[],
): Float64Array {
  const width = columns + 1;
  const turned = new Float64Array(x.length);
  for (let g = 0; g < rows.size; g++) {
    let length = 0;
    for (let k = g * width; k < (g + 1) * width; k++) length += x[k] * x[k];
    length = Math.sqrt(length);
    for (const [k, direction] of directions.entries())
      for (let l = 0; l < columns; l++) turned[g * width + k] += length * unit[g * width + l] * direction[l];
    turned[g * width + columns] = length * unit[g * width + columns];
  }
  return turned;
}

/** How far a mean over drawn batches can be off: what independent parts of the batches, each by itself, would predict. */
import type { ExpectedBatches } from '../../objective/batches/expectedBatches';
import type { Objective } from '../../objective/objective';
import { entropicBound } from '../../objective/softmaxes';
import type { SamplingError } from '../analysis';
import { type Interrupt, NEVER } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { evaluateFactor, type GroupedFactor, newEvaluation } from './groupedFactor';
import { minimise } from './lbfgs';
import { gapAndDerivative, type LossRows, lossRows } from './lossRows';

/** A part's optimum is looked for until the gradient there is this share of what it was at the optimum of all. */
const LEFT_OF_GRADIENT = 0.02;
const MOST_ITERATIONS = 40;

/**
 * Standard errors by batch means: the optimum of each part is searched from the optimum of all.
 * Formula: σ² = Σ_b (x_b − x̄)² / (B (B − 1)) over B parts, for every similarity, of which the largest is told, and for
 * the loss at the optimum of all. `cosines` is that optimum, G × G, inside a group on the diagonal; without it the
 * similarities do not depend on the batches. Null where every possible batch is in the mean.
 */
export function samplingError(
  objective: Objective,
  drawn: ExpectedBatches,
  cosines: readonly Float64Array[] | null,
  interrupt: Interrupt = NEVER,
): SamplingError | null {
  const { blocks, batches, softmaxes } = drawn;
  if (blocks.length < 2) return null;
  const { temperature, counts } = objective;
  const losses = blocks.map((block) => entropicBound({ ...softmaxes, mass: block.mass }) + block.lossOffset);
  if (cosines === null || temperature === null)
    return { batches, similarity: 0, minimum: standardError(losses) };
  const rows = lossRows(softmaxes, temperature);
  const optimum = factorOf(cosines, counts);
  const columns = counts.length;
  const predictions = blocks.map((block, b) => {
    const factor: GroupedFactor = { rows: { ...rows, mass: block.mass }, counts, columns };
    losses[b] += gapAt(factor.rows, cosines);
    return nearbyOptimum(factor, optimum, interrupt);
  });
  return {
    batches,
    similarity: largestError(predictions, counts),
    minimum: standardError(losses),
  };
}

/** The standard error of the mean of independent numbers. */
function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length * (values.length - 1)));
}

/** Cosines of the optimum next to a start, in the layout of the loss rows. */
function nearbyOptimum(factor: GroupedFactor, start: Float64Array, interrupt: Interrupt): Float64Array {
  const state = newEvaluation(factor);
  const loss = (x: Float64Array, out: Float64Array) => evaluateFactor(factor, state, x, out);
  const gradient = new Float64Array(start.length);
  loss(start, gradient);
  const steepest = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const { x } = minimise(loss, start, {
    gradientTolerance: LEFT_OF_GRADIENT * steepest,
    maxIterations: MOST_ITERATIONS,
    interrupt,
  });
  loss(x, gradient);
  return state.similarities;
}

function largestError(predictions: readonly Float64Array[], counts: readonly number[]): number {
  const size = counts.length;
  let largest = 0;
  for (let g = 0; g < size; g++)
    for (let h = g; h < size; h++) {
      if (g === h && counts[g] === 1) continue;
      largest = Math.max(largest, standardError(predictions.map((cosines) => cosines[g * (size + 1) + h])));
    }
  return largest;
}

/** Means of the groups and what is private to their items, from the cosines. Shape: G × (G + 1). */
function factorOf(cosines: readonly Float64Array[], counts: readonly number[]): Float64Array {
  const size = counts.length;
  const means = cosines.map((row, g) =>
    row.map((s, h) => (g === h ? (counts[g] > 1 ? (1 + (counts[g] - 1) * s) / counts[g] : 1) : s)),
  );
  const { values, vectors } = symmetricEigen(means);
  const factor = new Float64Array(size * (size + 1));
  for (let g = 0; g < size; g++) {
    for (let k = 0; k < size; k++)
      factor[g * (size + 1) + k] = vectors[k][g] * Math.sqrt(Math.max(0, values[k]));
    factor[g * (size + 1) + size] = Math.sqrt(Math.max(0, 1 - means[g][g]));
  }
  return factor;
}

function gapAt(rows: LossRows, cosines: readonly Float64Array[]): number {
  const { size } = rows;
  const similarities = new Float64Array(size * (size + 1));
  for (const [g, row] of cosines.entries()) {
    similarities.set(row, g * (size + 1));
    similarities[g * (size + 1) + size] = 1;
  }
  return gapAndDerivative(rows, similarities, new Float64Array(similarities.length));
}

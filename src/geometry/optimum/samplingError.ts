/** How far a mean over drawn batches can be off: what independent parts of the batches, each by itself, would predict. */
import type { ExpectedBatches } from '../../objective/batches/expectedBatches';
import type { Objective } from '../../objective/objective';
import { entropicBound } from '../../objective/softmaxes';
import type { SamplingError } from '../analysis';
import { type Interrupt, NEVER } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import type { Optimum } from './findOptimum';
import { evaluateFactor, type GroupedFactor, newEvaluation } from './groupedFactor';
import { minimise } from './lbfgs';
import { gapAndDerivative, type LossRows, lossRows } from './lossRows';
import { type PointsError, pointsError } from './pointsError';
import { standardError } from './standardError';

/** A part's optimum is looked for until the gradient there is this share of what it was at the optimum of all. */
const LEFT_OF_GRADIENT = 0.02;
const MOST_ITERATIONS = 40;
const FEWEST_ITERATIONS = 10;
/** Multiplications that all parts together may take, about two seconds, unless that would not be FEWEST_ITERATIONS. */
const WORK = 2e9;
/** Directions with less of the largest eigenvalue are not searched: nothing of the optimum is in them. */
const COLUMN_FLOOR = 1e-7;

/**
 * Standard errors by batch means: the optimum of each part is searched from the optimum of all. Similarities: the
 * largest error of all pairs; those of a bound that is reached do not depend on the batches. Minimum: the loss of the
 * parts at the optimum of all. Null where every possible batch is in the mean.
 */
export function samplingError(
  objective: Objective,
  drawn: ExpectedBatches,
  { method, prediction }: Pick<Optimum, 'method' | 'prediction'>,
  interrupt: Interrupt = NEVER,
): SamplingError | null {
  const { blocks, batches, softmaxes } = drawn;
  if (blocks.length < 2) return null;
  const bounds = blocks.map(({ mass, lossOffset }) => entropicBound({ ...softmaxes, mass }) + lossOffset);
  const moved =
    prediction === null || (method !== 'certified' && method !== 'local-search')
      ? null
      : method === 'certified'
        ? cosinesError(objective, drawn, prediction.pairs, interrupt)
        : pointsError(objective, drawn, prediction, interrupt);
  const losses = bounds.map((bound, b) => bound + (moved?.gaps[b] ?? 0));
  return { batches, similarity: moved?.similarity ?? 0, minimum: standardError(losses) };
}

/** `cosines` is the certified optimum, G × G, inside a group on the diagonal. */
function cosinesError(
  { temperature, counts }: Objective,
  { softmaxes, blocks }: ExpectedBatches,
  cosines: readonly Float64Array[],
  interrupt: Interrupt,
): PointsError | null {
  if (temperature === null) return null;
  const rows = lossRows(softmaxes, temperature);
  const { factor, columns } = factorOf(cosines, counts);
  const work = blocks.length * counts.length ** 2 * columns;
  const maxIterations = Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, Math.floor(WORK / work)));
  const parts = blocks.map(({ mass }): LossRows => ({ ...rows, mass }));
  const found = parts.map((part) =>
    nearbyOptimum({ rows: part, counts, columns }, factor, { maxIterations, interrupt }),
  );
  return { gaps: parts.map((part) => gapAt(part, cosines)), similarity: largestError(found, counts) };
}

/** Cosines of the optimum next to a start, in the layout of the loss rows. */
function nearbyOptimum(
  factor: GroupedFactor,
  start: Float64Array,
  limits: { maxIterations: number; interrupt: Interrupt },
): Float64Array {
  const state = newEvaluation(factor);
  const loss = (x: Float64Array, out: Float64Array) => evaluateFactor(factor, state, x, out);
  const gradient = new Float64Array(start.length);
  loss(start, gradient);
  const steepest = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const { x } = minimise(loss, start, {
    gradientTolerance: LEFT_OF_GRADIENT * steepest,
    ...limits,
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

/** Means of the groups and what is private to their items, from the cosines. Shape: G × (columns + 1). */
function factorOf(
  cosines: readonly Float64Array[],
  counts: readonly number[],
): { factor: Float64Array; columns: number } {
  const size = counts.length;
  const means = cosines.map((row, g) =>
    row.map((s, h) => (g === h ? (counts[g] > 1 ? (1 + (counts[g] - 1) * s) / counts[g] : 1) : s)),
  );
  const { values, vectors } = symmetricEigen(means);
  const columns = Math.max(1, values.filter((value) => value > COLUMN_FLOOR * values[0]).length);
  const factor = new Float64Array(size * (columns + 1));
  for (let g = 0; g < size; g++) {
    for (let k = 0; k < columns; k++)
      factor[g * (columns + 1) + k] = vectors[k][g] * Math.sqrt(Math.max(0, values[k]));
    factor[g * (columns + 1) + columns] = Math.sqrt(Math.max(0, 1 - means[g][g]));
  }
  return { factor, columns };
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

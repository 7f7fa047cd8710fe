/** The sampling error of a local search: how far its points move when only a part of the batches is seen. */
import type { ExpectedBatches } from '../../objective/batches/expectedBatches';
import type { Objective } from '../../objective/objective';
import { softmaxesOf } from '../../objective/softmaxesOf';
import { type Interrupt, NEVER } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { minimise } from './lbfgs';
import { lossRows } from './lossRows';
import { newPointState, pointLoss } from './pointLoss';
import { pointsOf } from './points';
import { groupsAtOnePoint, type Prediction } from './prediction';
import { standardError } from './standardError';

/** A part's optimum is looked for until the gradient there is this share of what it was at the optimum of all. */
const LEFT_OF_GRADIENT = 0.02;
const MOST_ITERATIONS = 40;
const MAX_POINTS = 400;

export interface PointsError {
  readonly similarity: number;
  /** L − B of each part at the optimum of all. */
  readonly gaps: readonly number[];
}

/**
 * The largest standard error of a similarity between points, by batch means from the points of all batches on.
 * Shape: a prediction whose cells are points; null where the objective makes other points of its items.
 */
export function pointsError(
  objective: Objective,
  { softmaxes, blocks }: Pick<ExpectedBatches, 'softmaxes' | 'blocks'>,
  prediction: Prediction,
  interrupt: Interrupt = NEVER,
): PointsError | null {
  const { temperature, similarity, dimension } = objective;
  const together = groupsAtOnePoint(objective, prediction);
  if (temperature === null) return null;
  const gaps: number[] = [];
  const found: Float64Array[] = [];
  for (const { mass } of blocks) {
    const part = { ...objective, severalSoftmaxes: { ...softmaxes, mass } };
    const points = pointsOf(part, together, MAX_POINTS);
    if (points === null || points.objective.counts.length !== prediction.counts.length) return null;
    const columns = Math.min(dimension ?? prediction.counts.length, prediction.counts.length);
    const rows = lossRows(softmaxesOf(points.objective), temperature);
    const state = newPointState(rows, similarity, columns);
    const loss = (x: Float64Array, gradient: Float64Array) => pointLoss(state, x, gradient);
    const start = coordinates(prediction, similarity, columns);
    const gradient = new Float64Array(start.length);
    gaps.push(loss(start, gradient));
    const steepest = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const { x } = minimise(loss, start, {
      gradientTolerance: LEFT_OF_GRADIENT * steepest,
      maxIterations: MOST_ITERATIONS,
      interrupt,
    });
    loss(x, gradient);
    found.push(state.similarities);
  }
  return { gaps, similarity: largestError(found, prediction.counts.length) };
}

function largestError(found: readonly Float64Array[], points: number): number {
  let largest = 0;
  for (let p = 0; p < points; p++)
    for (let q = 0; q < p; q++)
      largest = Math.max(largest, standardError(found.map((s) => s[p * (points + 1) + q])));
  return largest;
}

/** Points that have the predicted similarities. Shape: P × d. Source: [Gower1982]. */
function coordinates(
  { own, pairs }: Prediction,
  similarity: Objective['similarity'],
  columns: number,
): Float64Array {
  const size = own.length;
  const { values, vectors } = symmetricEigen(gramOf(own, pairs, similarity));
  const x = new Float64Array(size * columns);
  for (let p = 0; p < size; p++)
    for (let k = 0; k < columns; k++) x[p * columns + k] = vectors[k][p] * Math.sqrt(Math.max(0, values[k]));
  return x;
}

function gramOf(
  own: Float64Array,
  pairs: readonly Float64Array[],
  similarity: Objective['similarity'],
): Float64Array[] {
  if (similarity === 'cosine' || similarity === 'dot')
    return pairs.map((row, p) => row.map((s, q) => (p === q ? own[p] : s)));
  const squared = pairs.map((row, p) =>
    row.map((s, q) => (p === q ? 0 : similarity === 'negative-euclidean' ? s * s : -s)),
  );
  const means = squared.map((row) => row.reduce((sum, d) => sum + d, 0) / row.length);
  const mean = means.reduce((sum, d) => sum + d, 0) / means.length;
  return squared.map((row, p) => row.map((d, q) => (means[p] + means[q] - d - mean) / 2));
}

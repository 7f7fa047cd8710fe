/** The predicted geometry as a picture: points on the three main axes, beside what the weights asked for. */
import type { Objective } from '../../objective/objective';
import type { Geometry } from '../analysis';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { type Prediction, predictedSimilarity } from '../optimum/prediction';
import { reachedTargets } from '../optimum/reachedTargets';
import { hasUnknownDistances } from '../verdict/unknownDistances';
import type { DrawnPoints } from './drawnPoints';

export function drawGeometry(
  objective: Objective,
  temperature: number,
  prediction: Prediction,
  drawn: DrawnPoints,
): Geometry {
  const table = (of: Prediction) =>
    drawn.itemOf.map((i) => drawn.itemOf.map((j) => predictedSimilarity(of, i, j)));
  const attainable = table(prediction);
  return {
    points: drawn.points,
    omitted: drawn.omitted,
    target: targetTable(objective, temperature, table),
    attainable,
    ...principalCoordinates(attainable, objective.similarity),
    onSphere: objective.similarity === 'cosine',
  };
}

/** Null where a weight is zero; null altogether where weights are not symmetric or no constant makes a Gram matrix. */
function targetTable(
  objective: Objective,
  temperature: number,
  table: (of: Prediction) => number[][],
): Geometry['target'] {
  // A Gram matrix with entries −∞ has no constant that would make it one.
  const hasZeroWeight = objective.logRatio.some((row) => row.some((t) => t === -Infinity));
  if (objective.similarity === 'dot' && hasZeroWeight) return null;
  // A distance that nobody asks for is no wish, and no −∞ either.
  if (hasUnknownDistances(objective)) return null;
  const wished = table(reachedTargets(objective, temperature)).map((row) =>
    row.map((s) => (s === -Infinity ? null : s)),
  );
  return wished.every((row) => row.every((s) => s === null || Number.isFinite(s))) ? wished : null;
}

/**
 * Classical scaling: X = V √Λ of the Gram matrix, which the Euclidean similarities give about the mean.
 * Shape: m × m to m × 3. Source: [Gower1982].
 */
function principalCoordinates(
  similarities: readonly number[][],
  similarity: Objective['similarity'],
): Pick<Geometry, 'eigenvalues' | 'coordinates' | 'explained'> {
  const { values, vectors } = symmetricEigen(gramOf(similarities, similarity));
  const positive = values.map((value) => Math.max(0, value));
  const total = positive.reduce((sum, value) => sum + value, 0);
  const along = (point: number, axis: number) =>
    axis < values.length ? vectors[axis][point] * Math.sqrt(positive[axis]) : 0;
  return {
    eigenvalues: [...values],
    coordinates: similarities.map((_, i) => [along(i, 0), along(i, 1), along(i, 2)]),
    explained: total > 0 ? Math.min(1, (positive[0] + (positive[1] ?? 0) + (positive[2] ?? 0)) / total) : 1,
  };
}

function gramOf(
  similarities: readonly number[][],
  similarity: Objective['similarity'],
): readonly ArrayLike<number>[] {
  if (similarity === 'cosine' || similarity === 'dot') return similarities;
  const size = similarities.length;
  const squared = similarities.map((row) =>
    row.map((s) => (similarity === 'negative-euclidean' ? s * s : -s)),
  );
  const means = squared.map((row) => row.reduce((sum, d) => sum + d, 0) / size);
  const mean = means.reduce((sum, d) => sum + d, 0) / size;
  return squared.map((row, i) => row.map((d, j) => (means[i] + means[j] - d - mean) / 2));
}

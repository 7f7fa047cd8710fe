/** The predicted geometry as a picture: points on the three main axes, beside what the weights asked for. */
import type { Objective } from '../../objective/objective';
import type { Geometry } from '../analysis';
import { type Prediction, predictedSimilarity } from '../optimum/prediction';
import { reachedTargets } from '../optimum/reachedTargets';
import { hasUnknownDistances } from '../verdict/unknownDistances';
import { drawnCells } from './drawnCells';
import type { DrawnPoints } from './drawnPoints';
import { pairSummaries } from './pairSummaries';
import { principalAxes } from './principalAxes';

export function drawGeometry(
  objective: Objective,
  temperature: number,
  prediction: Prediction,
  { points, itemOf, omitted, standIns }: DrawnPoints,
): Geometry {
  const drawn = drawnCells(prediction, itemOf);
  const summaries = pairSummaries(drawn);
  const shown = summaries.rows.map((point) => itemOf[point]);
  const table = (of: Prediction) => shown.map((i) => shown.map((j) => predictedSimilarity(of, i, j)));
  return {
    points,
    omitted,
    standIns,
    ...summaries,
    target: targetTable(objective, temperature, table),
    attainable: table(prediction),
    ...principalAxes(drawn, objective.similarity),
    similarity: objective.similarity,
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

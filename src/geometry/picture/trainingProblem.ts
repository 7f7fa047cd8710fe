/** The analysed objective in the form that the preview trains: the same loss, a row a drawn point. */
import { groupWeights, type Objective } from '../../objective/objective';
import type { TrainingProblem } from '../analysis';
import { pointsOf } from '../optimum/points';
import { MAX_DRAWN } from './drawnPoints';

/** Embeddings wider than this make the preview slow, and few pictures need them. */
const WIDEST = 64;

/** Null when the objective has too many separate points. `coincides` marks groups whose items stand at one point. */
export function trainingProblem(
  objective: Objective,
  temperature: number,
  coincides: readonly boolean[],
): TrainingProblem | null {
  const isSmall = objective.items.length <= MAX_DRAWN;
  const points = pointsOf(objective, isSmall ? coincides.map(() => false) : coincides, MAX_DRAWN);
  if (points === null) return null;
  const { objective: merged } = points;
  const weights = groupWeights(merged);
  const size = merged.counts.length;
  const table = (own: Float64Array, pairs: readonly Float64Array[]) =>
    pairs.map((row, p) => Array.from(row, (x, q) => (p === q ? own[p] : x)));
  return {
    similarity: merged.similarity,
    temperature,
    dimension: Math.max(1, Math.min(objective.dimension ?? WIDEST, Math.max(size, WIDEST))),
    anchorMass: [...merged.anchorMass],
    multiplicity: table(merged.selfMultiplicity, merged.multiplicity),
    weights: table(weights.self, weights.pairs),
  };
}

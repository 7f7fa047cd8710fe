/** The analysed objective in the form that the preview trains: the same loss, its rows over drawn points. */
import type { Objective } from '../../objective/objective';
import type { Softmaxes } from '../../objective/softmaxes';
import { softmaxesOf } from '../../objective/softmaxesOf';
import type { TrainingProblem } from '../analysis';
import { pointsOf } from '../optimum/points';
import { MAX_APART } from './drawnPoints';

/** Embeddings wider than this make the preview slow, and few pictures need them. */
const WIDEST = 64;

/** More points than this are not trained in seconds. */
const MAX_TRAINED = 256;

/** Softmaxes times points: more make a step of the preview take longer than a picture of the screen. */
const MAX_CELLS = 200_000;

const TOO_MANY_POINTS = `more than ${MAX_TRAINED} points stay apart at the optimum, too many to train in a preview`;
const TOO_MANY_SOFTMAXES =
  'the loss runs a softmax for so many pairs of points that a preview would take too long to train';

/** The problem, or why there is none. `coincides` marks groups whose items stand at one point. */
export function trainingProblem(
  objective: Objective,
  temperature: number,
  coincides: readonly boolean[],
): TrainingProblem | string {
  const isSmall = objective.items.length <= MAX_APART;
  const points = pointsOf(objective, isSmall ? coincides.map(() => false) : coincides, MAX_TRAINED);
  if (points === null) {
    const apart = objective.counts.reduce((sum, n, g) => sum + (coincides[g] && !isSmall ? 1 : n), 0);
    return apart > MAX_TRAINED ? TOO_MANY_POINTS : TOO_MANY_SOFTMAXES;
  }
  const softmaxes = softmaxesOf(points.objective);
  const { size, anchorOf, mass, multiplicity, weight } = softmaxes;
  if (anchorOf.length * size > Math.max(MAX_CELLS, size * size)) return TOO_MANY_SOFTMAXES;
  return {
    similarity: objective.similarity,
    temperature,
    dimension: Math.max(1, Math.min(objective.dimension ?? WIDEST, Math.max(size, WIDEST))),
    size,
    anchorOf: [...anchorOf],
    anchorMass: [...mass],
    multiplicity: overPoints(softmaxes, multiplicity),
    weights: overPoints(softmaxes, weight),
    offset: objective.lossOffset,
  };
}

/** Rows over points: what an anchor sees of itself, kept in the last column, is its own point's. */
function overPoints({ size, anchorOf }: Softmaxes, values: Float64Array): number[][] {
  return Array.from(anchorOf, (anchor, r) => {
    const row = Array.from(values.subarray(r * (size + 1), r * (size + 1) + size));
    row[anchor] = values[r * (size + 1) + size];
    return row;
  });
}

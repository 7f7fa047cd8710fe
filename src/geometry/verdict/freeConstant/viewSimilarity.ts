/** How similar the two views of a sample are at the optima of an objective whose views may stand apart. */
import { buildObjective } from '../../../objective/buildObjective';
import type { Definition } from '../../../objective/definition';
import type { Objective } from '../../../objective/objective';
import type { Proof } from '../../analysis';
import { type Prediction, predictedSimilarity } from '../../optimum/prediction';
import type { Decision } from '../decision';
import { decideFreeConstant } from './decideFreeConstant';
import { asksForAllPairs, hasFreeConstant, wishesOf } from './wishes';

type Interval = readonly [number, number];

/** Above this many groups the question of what free views would do is not asked beside the verdict on tied ones. */
const MAX_GROUPS = 150;

/**
 * The range of similarities at which two views of a sample stand where the bound is reached, over all samples: of the
 * objective itself when its views are free, of the same with free views when tied ones cannot reach the bound on the
 * sphere. Null where neither applies, or where nothing limits the range.
 */
export function viewSimilarity(
  definition: Definition,
  objective: Objective,
  decision: Decision,
  prediction: Prediction | null,
): Interval | null {
  const views = definition.parameters.views.value;
  if (views === null || views.count < 2) return null;
  if (!views.tied) {
    if (decision.verdict === 'realizable' && hasFreeConstant(objective))
      return ofViews(objective, decision.proof);
    return prediction === null || objective.severalSoftmaxes !== null
      ? null
      : atOptimum(objective, prediction, views.count);
  }
  if (decision.verdict !== 'inconsistent' || objective.similarity !== 'cosine') return null;
  if (decision.reason === 'asymmetric' || objective.counts.length > MAX_GROUPS) return null;
  const built = buildObjective(withFreeViews(definition));
  // Classes stay at one point each whether their views are free or not, so only samples have more to gain.
  if (built.kind !== 'objective' || !hasFreeConstant(built.objective)) return null;
  const free = decideFreeConstant(built.objective);
  return free.verdict === 'realizable' ? ofViews(built.objective, free.proof) : null;
}

/** Views of a sample ask for t̂_gg, the closest pairs, for which the proof's interval is, for the largest t̂. */
function ofViews(objective: Objective, proof: Proof | null): Interval | null {
  const { temperature, dimension, items } = objective;
  if (proof?.kind !== 'free-constant' || temperature === null || !asksForAllPairs(objective)) return null;
  const [low, high] = proof.interval;
  if (low === null || high === null) return null;
  const { pairs } = wishesOf(objective);
  const own = pairs.map((row, g) => row[g]);
  const onlyHighest = dimension !== null && dimension < items.length - 1;
  const least = (onlyHighest ? high : low) + temperature * Math.min(...own);
  return [Math.max(-1, least), Math.max(-1, high + temperature * Math.max(...own))];
}

/**
 * As predicted: items are views of a sample one after the other, or classes, each with a cell of its own that tells of
 * all its members. Where an item's only positives are its own views they stand at one point, and there is no range.
 */
function atOptimum(
  { items, selfMultiplicity, logRatio }: Objective,
  prediction: Prediction,
  views: number,
): Interval | null {
  const areViews = selfMultiplicity.every((b) => b === 0) && items.length % views === 0;
  if (!areViews && logRatio.every((row) => row.every((t) => t === -Infinity))) return null;
  const similarities = areViews
    ? items.flatMap((_, i) => (i % views === 0 ? [predictedSimilarity(prediction, i, i + 1)] : []))
    : prediction.counts.flatMap((n, c) => (n > 1 ? [prediction.pairs[c][c]] : []));
  if (similarities.length === 0) return null;
  return [Math.min(...similarities), Math.max(...similarities)];
}

function withFreeViews(definition: Definition): Definition {
  const { views } = definition.parameters;
  const count = views.value?.count ?? 2;
  return {
    ...definition,
    parameters: { ...definition.parameters, views: { ...views, value: { count, tied: false } } },
  };
}

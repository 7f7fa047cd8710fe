/** Which of the many optima is shown, where one constant is free; and where a search starts when there is none. */
import type { Objective } from '../../../objective/objective';
import type { Decision } from '../decision';
import { hasUnknownDistances } from '../unknownDistances';
import { shortestNorms } from './decideFreeDot';
import { freeSpectrum } from './freeSpectrum';
import { withSharedPeak } from './sharedPeak';
import { intervalAt, sphereRange } from './sphereRange';
import { asksForAllPairs, hasFreeConstant, type Wishes, wishesOf, withSelf } from './wishes';

/**
 * The objective with its free constant chosen, as weights of items with themselves that no denominator holds: the loss
 * is the same, and its targets are those that are shown. Objectives without a free constant stay as they are.
 * Of the optima it is the one in the fewest dimensions. Where both ends of the interval take m − 1 it is the one whose
 * items are the least similar: free points that are trained from a random start end next to it.
 */
export function chooseConstant(objective: Objective, decision: Decision): Objective {
  if (objective.severalSoftmaxes !== null || hasUnknownDistances(objective)) return objective;
  if (objective.anchorMass.every((mass) => mass === 0) || decision.reason === 'decoupled') return objective;
  if (decision.reason === 'zero-weight' || decision.reason === 'unbounded' || !asksForAllPairs(objective))
    return hasFreeConstant(objective) ? likeTheirClosest(objective) : objective;
  if (!hasFreeConstant(objective)) return withSharedPeak(objective);
  const wishes = wishesOf(objective);
  const x = chosen(objective, decision, wishes);
  return withSelf(objective, wishes, () => x);
}

/** x, with similarities 1 − τ(x − t̂) for cosine and −τ(x − t̂) for the distances. */
function chosen(objective: Objective, { proof, reason }: Decision, wishes: Wishes): number {
  const { similarity, temperature } = objective;
  if (reason === 'total-collapse') return 0;
  if (similarity === 'dot') return shortestNorms(wishes);
  if (
    similarity === 'cosine' &&
    temperature !== null &&
    proof?.kind !== 'free-constant' &&
    reason !== 'asymmetric'
  ) {
    const spectrum = freeSpectrum(wishes);
    const range = sphereRange(spectrum);
    return intervalAt(spectrum, range, temperature)?.closest ?? range.best;
  }
  if (proof?.kind !== 'free-constant' || temperature === null) return 0;
  const [low, high] = proof.interval;
  const [rankLow, rankHigh] = proof.rankAtEnds;
  const end = low !== null && rankLow !== null && rankLow === rankHigh ? low : (high ?? 0);
  return ((similarity === 'cosine' ? 1 : 0) - end) / temperature;
}

/** Items as similar to themselves as to what they are asked to be closest to: a start for a search, and no more. */
function likeTheirClosest(objective: Objective): Objective {
  const { logRatio, multiplicity, counts } = objective;
  const selfLogRatio = Float64Array.from(logRatio, (row, g) =>
    row.reduce(
      (most, t, h) => (multiplicity[g][h] > 0 && (g !== h || counts[g] > 1) ? Math.max(most, t) : most),
      -Infinity,
    ),
  );
  return { ...objective, selfLogRatio };
}

/** What class sizes do to the predicted cosines: the measure that three rules share, so that only one of them warns. */

import type { Reason } from '../../geometry/analysis';
import { withoutCenters } from '../explanation/libraryKinds';
import { MERGED_COSINE } from '../explanation/predictedGeometry';
import { type PredictedPairs, predictedPairs } from '../explanation/predictedPairs';
import { hasClasses } from '../explanation/vocabulary';
import type { AnalyzedObjective } from '../languageService';

/** Predicted cosines that spread by more are no equal treatment of classes. */
const UNEVEN_SPREAD = 0.1;

/** Reasons that bring classes together whatever their sizes, and whose own finding says so. */
const EXPLAINED_BY_THEMSELVES: readonly (Reason | null)[] = ['total-collapse', 'dimension'];

export type Imbalance =
  /** Two classes above cosine 0.9: more harm than an uneven spread, and told instead of it. */
  | { readonly kind: 'merged'; readonly pairs: PredictedPairs }
  | { readonly kind: 'uneven'; readonly pairs: PredictedPairs; readonly spread: number };

/**
 * Null where classes stand evenly, where the items are no classes, and where the bound is reached: then the cosines
 * are those that the author's own weights ask for.
 */
export function classImbalance(objective: AnalyzedObjective): Imbalance | null {
  const { definition } = objective;
  const analysis = withoutCenters(definition, objective.analysis);
  if (
    !(hasClasses(definition) || definition.kind === 'balanced-supcon') ||
    definition.parameters.similarity.value !== 'cosine'
  )
    return null;
  if (analysis.verdict === 'realizable' || EXPLAINED_BY_THEMSELVES.includes(analysis.reason)) return null;
  const pairs = predictedPairs(analysis);
  if (pairs === null) return null;
  if (pairs.closest.similarity > MERGED_COSINE) return { kind: 'merged', pairs };
  // Equal classes that end unevenly lack dimensions, not balance.
  if (new Set(analysis.items.map(({ size }) => size)).size < 2) return null;
  const spread = pairs.closest.similarity - pairs.farthest.similarity;
  return spread > UNEVEN_SPREAD ? { kind: 'uneven', pairs, spread } : null;
}

/** Classes that the optimum all but merges: what an imbalanced SupCon does to rare classes. */

import { cosine, counted, nats } from '../explanation/numbers';
import { MERGED_COSINE } from '../explanation/predictedGeometry';
import { itemName } from '../explanation/vocabulary';
import { severityOfGap } from './harm';
import { classImbalance } from './imbalance';
import { findingAtHead, type Rule } from './rule';

export const minorityCollapse: Rule = {
  id: 'minority-collapse',
  defaultSeverity: 'warning',
  check(objective) {
    const imbalance = classImbalance(objective);
    if (imbalance?.kind !== 'merged') return null;
    const { definition, analysis, explanation } = objective;
    const { closest } = imbalance.pairs;
    const { pairs } = imbalance.pairs.above(MERGED_COSINE);
    const [first, second] = [closest.first, closest.second].map((item) => itemName(definition, item));
    const others = pairs > 1 ? ` (${counted(pairs, 'pair', 'pairs')} above ${cosine(MERGED_COSINE)})` : '';
    return findingAtHead('minority-collapse', severityOfGap(analysis, 'warning'), objective, [
      `The optimum all but merges ${first} and ${second}, at cosine ${cosine(closest.similarity)}${others}: embeddings will not tell them apart.`,
      ...explanation.advice.slice(0, 1),
      ...(analysis.gap === null ? [] : [`A perfect run stops ${nats(analysis.gap)} above the bound.`]),
    ]);
  },
};

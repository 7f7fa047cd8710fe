/** Classes that the optimum all but merges: what an imbalanced SupCon does to rare classes. */

import { cosine, counted } from '../explanation/numbers';
import { MERGED_COSINE } from '../explanation/predictedGeometry';
import { itemName } from '../explanation/vocabulary';
import { inPractice, severityOfGap } from './harm';
import { classImbalance } from './imbalance';
import { findingAtHead, type Rule } from './rule';

export const minorityCollapse: Rule = {
  id: 'minority-collapse',
  defaultSeverity: 'warning',
  check(objective) {
    const imbalance = classImbalance(objective);
    if (imbalance?.kind !== 'merged') return null;
    const { definition, analysis } = objective;
    const { closest } = imbalance.pairs;
    const { pairs } = imbalance.pairs.above(MERGED_COSINE);
    const [first, second] = [closest.first, closest.second].map((item) => itemName(definition, item));
    const others = pairs > 1 ? ` (${counted(pairs, 'pair', 'pairs')} above ${cosine(MERGED_COSINE)})` : '';
    return findingAtHead('minority-collapse', severityOfGap(analysis, 'warning'), objective, [
      `The optimum all but merges ${first} and ${second}, at cosine ${cosine(closest.similarity)}${others}.`,
      ...inPractice(
        analysis,
        'Embeddings will not tell them apart, however long they train.',
        objective.explanation.advice.slice(0, 1),
        'the loss hardly pulls classes there',
      ),
    ]);
  },
};

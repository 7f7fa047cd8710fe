/** Weights that differ between the two directions of a pair: no similarity, which is mutual, follows them. */
import { short } from '../explanation/numbers';
import { nameOf } from '../explanation/vocabulary';
import { bestAdvice, inPractice, severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const asymmetric: Rule = {
  id: 'asymmetric',
  defaultSeverity: 'warning',
  check(objective) {
    const { definition, analysis } = objective;
    if (analysis.reason !== 'asymmetric') return null;
    const { proof } = analysis;
    const where =
      proof?.kind === 'cycle'
        ? ` (around ${proof.items.map((item) => nameOf(definition, analysis, item)).join(' → ')} by a factor of ${short(Math.exp(Math.abs(proof.sum)))})`
        : '';
    return findingAtHead('asymmetric', severityOfGap(analysis, 'warning'), objective, [
      `The weights of a pair differ between its two directions${where}, but similarity is mutual.`,
      ...inPractice(
        analysis,
        'Embeddings end in a compromise between anchors.',
        bestAdvice(
          objective,
          'Make the weights symmetric before normalising rows, for example with one bandwidth for all anchors.',
        ),
      ),
    ]);
  },
};

/** The bound is approached only while norms or distances grow: training time sets the geometry. */
import { findingAtHead, type Rule } from './rule';

export const unbounded: Rule = {
  id: 'unbounded',
  defaultSeverity: 'warning',
  check(objective) {
    const { definition, analysis } = objective;
    if (analysis.reason !== 'unbounded') return null;
    const growing = definition.parameters.similarity.value === 'dot' ? 'norms' : 'distances';
    return findingAtHead('unbounded', 'warning', objective, [
      `The loss falls for as long as embedding ${growing} grow: training time and weight decay set the geometry, and runs of different length are not comparable.`,
      ...objective.explanation.advice.slice(0, 1),
      'Otherwise normalise the embeddings (similarity cosine).',
    ]);
  },
};

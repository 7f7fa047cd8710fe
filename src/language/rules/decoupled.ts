/** Positives outside their own denominator: no entropic bound, so only the constraint stops the loss. */
import { findingAtHead, type Rule } from './rule';

export const decoupled: Rule = {
  id: 'decoupled',
  defaultSeverity: 'information',
  check(objective) {
    if (objective.analysis.reason !== 'decoupled') return null;
    return findingAtHead('decoupled', 'information', objective, [
      'Positives are left out of their own denominator: the loss has no entropic bound, and only unit length stops it from falling.',
      'Keep the embeddings normalised, and do not read the loss value as a distance from an optimum.',
    ]);
  },
};

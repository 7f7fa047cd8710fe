/** Targets on a sphere larger than the unit sphere: the one inconsistency that a lower temperature mends. */
import { nats, short } from '../explanation/numbers';
import { itemsWord } from '../explanation/vocabulary';
import { severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const radius: Rule = {
  id: 'radius',
  defaultSeverity: 'warning',
  check(objective) {
    const { definition, analysis, explanation } = objective;
    if (analysis.reason !== 'radius') return null;
    const { proof } = analysis;
    const size =
      proof?.kind === 'sphere-too-large' ? ` (R² = ${short(proof.radiusSquared)}, at most 1 fits)` : '';
    return findingAtHead('radius', severityOfGap(analysis, 'warning'), objective, [
      `At this temperature the weights ask for ${itemsWord(definition)} farther apart than the unit sphere allows${size}: embeddings are pressed together unevenly.`,
      ...(analysis.gap === null ? [] : [`A perfect run stops ${nats(analysis.gap)} above the bound.`]),
      ...explanation.advice.slice(0, 1),
    ]);
  },
};

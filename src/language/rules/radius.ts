/** Targets on a sphere larger than the unit sphere: the one inconsistency that a lower temperature mends. */
import { short } from '../explanation/numbers';
import { itemsWord } from '../explanation/vocabulary';
import { inPractice, severityOfGap } from './harm';
import { classImbalance } from './imbalance';
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
    // Where classes merge, `minority-collapse` warns: one warning an objective is enough.
    const harmful = classImbalance(objective)?.kind === 'merged' ? 'information' : 'warning';
    return findingAtHead('radius', severityOfGap(analysis, harmful), objective, [
      `At this temperature the weights ask for ${itemsWord(definition)} farther apart than the unit sphere allows${size}.`,
      ...inPractice(analysis, 'Embeddings are pressed together unevenly.', explanation.advice.slice(0, 1)),
    ]);
  },
};

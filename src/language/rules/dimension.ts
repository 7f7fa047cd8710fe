/** Targets that take more dimensions than the embedding has. */
import { counted } from '../explanation/numbers';
import { inPractice, severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const dimension: Rule = {
  id: 'dimension',
  defaultSeverity: 'warning',
  check(objective) {
    const { analysis } = objective;
    if (analysis.reason !== 'dimension') return null;
    const { proof } = analysis;
    const numbers =
      proof?.kind === 'dimension'
        ? `${counted(proof.needed, 'dimension', 'dimensions')}, and the embedding has ${proof.given}`
        : 'more dimensions than the embedding has';
    return findingAtHead('dimension', severityOfGap(analysis, 'warning'), objective, [
      `The geometry that the weights ask for takes ${numbers}.`,
      ...inPractice(
        analysis,
        'Training flattens it: some pairs end closer than their weights ask.',
        objective.explanation.advice.slice(0, 1),
      ),
    ]);
  },
};

/** A weight of zero: no geometry is prescribed. By design in SupCon and InfoNCE, a surprise with a compact kernel. */

import type { Analysis } from '../../geometry/analysis';
import { zeroWeightByIdea } from '../explanation/libraryKinds';
import { missingParameters } from '../explanation/missing';
import { nats } from '../explanation/numbers';
import { hasClasses, nameOf } from '../explanation/vocabulary';
import type { Severity } from '../finding';
import type { AnalyzedObjective } from '../languageService';
import { inPractice, severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const zeroWeight: Rule = {
  id: 'zero-weight',
  defaultSeverity: 'warning',
  check(objective) {
    const { definition, analysis } = objective;
    if (analysis.reason !== 'zero-weight') return null;
    // While values are missing, `missing-data` speaks: two lines about one objective would say the same.
    if (missingParameters(definition).length > 0) return null;
    return findingAtHead('zero-weight', severity(objective), objective, sentences(objective));
  },
};

/** Losses that are zero outside the positives by their very idea harm nobody by it; imbalance has rules of its own. */
function severity({ definition, analysis }: AnalyzedObjective): Severity {
  const byDesign =
    hasClasses(definition) || definition.kind === 'info-nce' || zeroWeightByIdea(definition) !== null;
  return byDesign ? 'information' : severityOfGap(analysis, 'warning');
}

function sentences(objective: AnalyzedObjective): string[] {
  const { definition, analysis } = objective;
  if (hasClasses(definition))
    return [
      'Pairs from different classes have weight 0, so no embedding reaches the entropic bound: each class collapses to one point, placed by the class sizes and the sphere, not by the weights.',
      ...gapSentence(analysis),
      'A small weight across classes (Soft SupCon) would fix their places.',
    ];
  if (definition.kind === 'info-nce')
    return [
      'Every sample but the positive has weight 0, so no embedding reaches the entropic bound: samples spread as evenly as the space allows, and no notion of similar samples is learned from the weights.',
      ...gapSentence(analysis),
    ];
  const byIdea = zeroWeightByIdea(definition);
  if (byIdea !== null)
    return [`Some candidates have weight 0 by the idea of this loss. ${byIdea}`, ...gapSentence(analysis)];
  return [
    zeroPair(objective),
    ...inPractice(analysis, 'Samples that far apart are only pushed away; how far, no weight decides.', [
      'A kernel that is positive everywhere (gaussian, laplacian) would order them.',
    ]),
  ];
}

function gapSentence({ gap }: Analysis): string[] {
  return gap === null ? [] : [`A perfect run stops ${nats(gap)} above the entropic bound.`];
}

function zeroPair({ definition, analysis }: AnalyzedObjective): string {
  const { proof } = analysis;
  const pair =
    proof?.kind === 'zero-pair'
      ? ` (${nameOf(definition, analysis, proof.anchor)} and ${nameOf(definition, analysis, proof.candidate)} is one)`
      : '';
  return `Some pairs have weight 0${pair}, which asks for a similarity of −∞.`;
}

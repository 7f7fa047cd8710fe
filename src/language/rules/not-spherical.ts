/** Target points on no sphere, while cosine similarity keeps embeddings on one. */
import { nats } from '../explanation/numbers';
import { severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const notSpherical: Rule = {
  id: 'not-spherical',
  defaultSeverity: 'warning',
  check(objective) {
    const { analysis, explanation } = objective;
    if (analysis.reason !== 'not-spherical') return null;
    return findingAtHead('not-spherical', severityOfGap(analysis, 'warning'), objective, [
      'The weights ask for points on no sphere, but cosine keeps embeddings on one: distances between embeddings will not follow the labels, at any temperature.',
      ...(analysis.gap === null ? [] : [`A perfect run stops ${nats(analysis.gap)} above the bound.`]),
      ...explanation.advice.slice(0, 1),
    ]);
  },
};

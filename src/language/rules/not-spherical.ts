/** Target points on no sphere, while cosine similarity keeps embeddings on one. */
import { inPractice, severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const notSpherical: Rule = {
  id: 'not-spherical',
  defaultSeverity: 'warning',
  check(objective) {
    const { analysis, explanation } = objective;
    if (analysis.reason !== 'not-spherical') return null;
    return findingAtHead('not-spherical', severityOfGap(analysis, 'warning'), objective, [
      'The weights ask for points that lie on no sphere, but cosine keeps embeddings on one.',
      ...inPractice(
        analysis,
        'Distances between embeddings will not follow the weights, at any temperature.',
        explanation.advice.slice(0, 1),
      ),
    ]);
  },
};

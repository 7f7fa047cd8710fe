/** Distances that no points have. */
import { nameOf } from '../explanation/vocabulary';
import { bestAdvice, inPractice, severityOfGap } from './harm';
import { findingAtHead, type Rule } from './rule';

export const notEuclidean: Rule = {
  id: 'not-euclidean',
  defaultSeverity: 'warning',
  check(objective) {
    const { definition, analysis } = objective;
    if (analysis.reason !== 'not-euclidean') return null;
    const { proof } = analysis;
    const name = (item: number) => nameOf(definition, analysis, item);
    const where =
      proof?.kind === 'negative-direction' && proof.triangle !== null
        ? ` (${name(proof.triangle.items[0])} and ${name(proof.triangle.items[1])} far apart, yet both near ${name(proof.triangle.items[2])})`
        : '';
    return findingAtHead('not-euclidean', severityOfGap(analysis, 'warning'), objective, [
      `The weights ask for distances that no points have${where}.`,
      ...inPractice(
        analysis,
        'Distances between embeddings will not follow the weights.',
        bestAdvice(
          objective,
          'Derive the weights from distances of real points, for example by a Gaussian kernel on labels.',
        ),
      ),
    ]);
  },
};

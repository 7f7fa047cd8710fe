/** Views of a sample that a loss pulls apart: the bound is reached by giving up invariance to augmentation. */
import { HARMLESS_GAP } from '../explanation/gapMeaning';
import { nats } from '../explanation/numbers';
import { splitCosine, viewSplitting } from '../explanation/viewSplitting';
import { findingAtHead, type Rule } from './rule';

export const viewSplittingRule: Rule = {
  id: 'view-splitting',
  defaultSeverity: 'information',
  check(objective) {
    const { definition, analysis } = objective;
    const splitting = viewSplitting(definition, analysis);
    if (splitting === null) return null;
    const { range, isFree, room } = splitting;
    // For so little no encoder learns to tell views apart.
    if (!isFree && analysis.gap !== null && analysis.gap < HARMLESS_GAP) return null;
    const gain =
      isFree || analysis.gap === null ? [] : [`What there is to gain is the gap, ${nats(analysis.gap)}.`];
    return findingAtHead('view-splitting', 'information', objective, [
      `With ${room} the loss ${isFree ? 'reaches' : 'can reach'} its bound by pulling the two views of a sample apart, to a cosine of ${splitCosine(range)}, instead of making them one: invariance to augmentation is lost.`,
      'Watch the cosine of two views in training; fewer dimensions or realizable weights keep them together.',
      ...gain,
    ]);
  },
};

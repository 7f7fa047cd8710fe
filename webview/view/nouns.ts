/** What the items of an objective are called. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';

export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** Kinds whose items are samples with a label, a feature or a place in a batch of their own. */
const OF_SAMPLES = new Set([
  'y-aware',
  'euclidean-euclidean',
  'x-clr',
  'info-nce',
  'rank-n-contrast',
  'clip',
  'weighted',
]);

/** Classes, unless the items are samples; an objective of samples whose items have sizes names classes after all. */
export function itemNoun({ summary, analysis }: Pick<ObjectiveView, 'summary' | 'analysis'>): Noun {
  const hasSizes = analysis.items.some(({ size }) => size !== 1);
  return OF_SAMPLES.has(summary.kind) && !(hasSizes && summary.kind !== 'y-aware')
    ? { one: 'sample', many: 'samples' }
    : { one: 'class', many: 'classes' };
}

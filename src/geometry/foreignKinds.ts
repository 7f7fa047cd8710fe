/** Losses that are no weighted InfoNCE over items: what they are instead, so that none is met with silence. */
import type { Definition } from '../objective/definition';
import { type Decision, decided, undecided } from './verdict/decision';

/** The decision on a kind for which no weights are built. */
export function decideForeign({ kind, dialect }: Definition): Decision {
  switch (kind) {
    case 'decoupled':
      // Positives with b = 0: without them in the denominator no entropic bound exists. Source: [Vock2026].
      return decided('degenerate', 'decoupled', null);
    case 'rank-n-contrast':
      return undecided(
        'Rank-N-Contrast runs one softmax for each pair of samples, over the samples whose labels are at least as far apart; objectives with several softmaxes for an anchor are not decided yet',
      );
    case 'clip':
      return undecided(
        'image and text embeddings are compared with each other and never among themselves, which leaves distances free; two towers are not decided yet',
      );
    case 'balanced-supcon':
      return undecided(
        'balanced contrastive learning adds a learned center for each class to the batch and averages over classes; learned centers are not decided yet',
      );
    case 'targeted-supcon':
      return undecided(
        'targeted SupCon pulls classes to points fixed in advance, which its geometry then follows; fixed targets are not decided yet',
      );
    case 'parametric-supcon':
      return undecided(
        'parametric contrastive learning adds learned class centers with a rebalanced prior to the softmax; learned centers are not decided yet',
      );
    default:
      return undecided(
        `this loss (${dialect}) is not a softmax over weighted pairs, so the geometry of weighted contrastive objectives says nothing about it`,
      );
  }
}

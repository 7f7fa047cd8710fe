/** Two towers (CLIP): image and text embeddings are compared with each other, never among themselves. */
import type { Definition } from '../definition';
import { groupByKey } from '../grouping';
import type { PairWeights } from '../pairWeights';

/**
 * An item is a pair, its image and its text at one point.
 * Formula: b_ii = b_ij = 1, w_ii = 1, the softmaxes over texts and over images being one and the same.
 * Exact: L is convex in S and does not change when pairs are permuted, so some minimum has one cosine α of an image
 * with its own text, one γ with another text, and one β, β' inside each tower. It depends on α − γ alone and falls with
 * it. S ⪰ 0 on the differences of pairs gives α − γ ≤ √((1 − β)(1 − β')), and on their sums β, β' ≥ −1/(n − 1); so
 * α − γ ≤ n/(n − 1), reached only with β = β' = γ = −1/(n − 1) and α = 1. Source: [Vock2026].
 */
export function clipPairWeights({ parameters: { samples, batch } }: Definition): PairWeights {
  const count = samples?.value ?? batch?.value;
  if (count === undefined || count === null) throw new Error('A two-tower loss is built of known pairs.');
  return {
    items: Array.from({ length: count }, (_, i) => ({ name: `pair ${i + 1}`, size: 1 })),
    grouping: groupByKey(count, () => ''),
    copies: 1,
    anchorWeight: () => 1,
    selfMultiplicity: () => 1,
    selfLogWeight: () => 0,
    multiplicity: () => 1,
    logWeight: () => Number.NEGATIVE_INFINITY,
  };
}

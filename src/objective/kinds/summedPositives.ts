/** Losses that sum an anchor's positives inside the logarithm (L_in of SupCon, solo-learn). */
import type { Definition } from '../definition';
import type { PairWeights } from '../pairWeights';

/** Whether the loss sums its positives and the sum is known to change nothing but the loss value. */
export function isSummed({ kind, positives, parameters }: Definition): boolean {
  if (positives !== 'summed-positives' || parameters.balance.value?.denominators === true) return false;
  // A dot product lets norms grow without limit, and no point is nearest to itself.
  if (parameters.similarity.value === 'dot') return false;
  return kind === 'supcon' || kind === 'info-nce';
}

/** Whether it sums positives that no cross-entropy stands for. */
export function isOpaqueSum(definition: Definition): boolean {
  return definition.positives === 'summed-positives' && !isSummed(definition);
}

/**
 * L_in − L_out at the prototypes, which both have in common: −Σ_c a_c log(positives of c), in nats.
 * With P the sum over positives and N over negatives, L_in = mean log(1 + N/P). Let one sample of each class, drawn
 * at random, stand for its class: P becomes the largest it can be, and log being concave the mean of log(1 + N/P)
 * over what is drawn is no larger than at the mean of N, so some drawing is no worse. Hence classes collapse; then all
 * positives are alike and L_in is L_out less the logarithm of their number. Source: [Khosla2020], [Vock2026].
 */
export function summedOffset({ grouping, anchorWeight, selfMultiplicity }: PairWeights): number {
  let total = 0;
  let sum = 0;
  for (const [g, n] of grouping.counts.entries()) {
    const positives = selfMultiplicity(g);
    const mass = positives > 0 ? n * anchorWeight(g) : 0;
    total += mass;
    if (mass > 0) sum += mass * Math.log(positives);
  }
  return total > 0 ? -sum / total : 0;
}

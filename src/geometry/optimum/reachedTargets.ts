/** The optimum of a realizable objective: its targets, in closed form. */
import type { Objective } from '../../objective/objective';
import { dotGram, symmetricLogWeights } from '../verdict/dotGram';
import { targetDistances } from '../verdict/targets';
import type { Prediction } from './prediction';

/**
 * Similarities that the weights ask for.
 * Formula: 1 − τΔ/2 for cosine, −τΔ/2 for the Euclidean ones, τ(t + c) for dot with the smallest c that gives a Gram
 * matrix. Shape: by groups; −Infinity where a weight is zero. Source: [Vock2026].
 */
export function reachedTargets(objective: Objective, temperature: number): Prediction {
  const cells = { cellOf: objective.groupOf, counts: objective.counts };
  if (objective.similarity === 'dot') {
    const { constant } = dotGram(objective);
    const { own, pairs } = symmetricLogWeights(objective);
    return {
      ...cells,
      own: Float64Array.from(own, (t) => temperature * (t + constant)),
      pairs: pairs.map((row) => Float64Array.from(row, (t) => temperature * (t + constant))),
    };
  }
  const ofDistance = (d: number) => {
    if (objective.similarity === 'cosine') return 1 - (temperature * d) / 2;
    if (objective.similarity === 'negative-squared-euclidean') return -temperature * d;
    return -temperature * Math.sqrt(Math.max(0, d));
  };
  const peak = objective.similarity === 'cosine' ? 1 : 0;
  return {
    ...cells,
    own: new Float64Array(objective.counts.length).fill(peak),
    pairs: targetDistances(objective).map((row, g) =>
      row.map((d, h) => (g === h && objective.counts[g] === 1 ? peak : ofDistance(d))),
    ),
  };
}

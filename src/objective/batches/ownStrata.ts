/** How many samples of an anchor's own class are in its batch: taken by law, in parts, so that chance has no say in it. */
import { hypergeometricLaw } from './hypergeometric';
import type { Population } from './population';

/** Numbers of own samples that are alike enough for one of them to be drawn for all. */
export interface Stratum {
  readonly probability: number;
  /** Own samples in the batch, the anchor among them. */
  readonly fewest: number;
  /** Cumulated probabilities of `fewest`, `fewest` + 1, …, the last is 1. */
  readonly cumulated: readonly number[];
}

/** Rarer ones join their neighbours. */
const RAREST = 0.01;

/**
 * The strata of an anchor's own count, given its group and how many samples join it in the batch: the own part 2k − 1
 * of a denominator differs within a stratum by the factor `widest` at most. Σ probability = 1.
 */
export function ownStrata(
  { sizes, urnOfGroup, total }: Population,
  group: number,
  companions: number,
  widest: number,
): Stratum[] {
  const own = sizes[urnOfGroup[group]] - 1;
  const { lowest, probabilities } = hypergeometricLaw(own, total - 1 - own, companions);
  const strata: { fewest: number; chances: number[]; sum: number }[] = [];
  for (const [at, chance] of probabilities.entries()) {
    const samples = lowest + at + 1;
    const last = strata[strata.length - 1];
    const isAlike = last !== undefined && 2 * samples - 1 <= widest * (2 * last.fewest - 1);
    if (last !== undefined && (isAlike || last.sum < RAREST)) {
      last.chances.push(chance);
      last.sum += chance;
    } else strata.push({ fewest: samples, chances: [chance], sum: chance });
  }
  const last = strata[strata.length - 1];
  if (strata.length > 1 && last.sum < RAREST) {
    strata.pop();
    strata[strata.length - 1].chances.push(...last.chances);
    strata[strata.length - 1].sum += last.sum;
  }
  return strata.map(({ fewest, chances, sum }) => ({
    probability: sum,
    fewest,
    cumulated: cumulate(chances, sum),
  }));
}

/** The number that a share of all batches of the stratum, between 0 and 1, has at most. */
export function ownAt({ fewest, cumulated }: Stratum, rank: number): number {
  const at = cumulated.findIndex((limit) => rank < limit);
  return fewest + (at < 0 ? cumulated.length - 1 : at);
}

function cumulate(chances: readonly number[], total: number): number[] {
  let sum = 0;
  return chances.map((chance) => {
    sum += chance;
    return sum / total;
  });
}

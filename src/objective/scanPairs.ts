/** One pass over all pairs of a large objective, a row at a time: its bound, and whether a weight is zero. */
import { normaliseRow } from './normaliseRow';
import type { PairWeights } from './pairWeights';

export interface PairScan {
  /** B, in nats. */
  readonly bound: number;
  /** Ordered pairs of items that are compared with weight zero. */
  readonly zeroPairs: number;
  /** The groups of the first of them. */
  readonly firstZero: readonly [number, number] | null;
}

/** Memory of one row, time of all pairs of groups. Units: nats. Source: [Vock2026]. */
export function scanPairs(pairs: PairWeights): PairScan {
  return scanPairsUntil(pairs, () => false) as PairScan;
}

/** The same, or null when it has to end before. */
export function scanPairsUntil(pairs: PairWeights, hasToEnd: () => boolean): PairScan | null {
  const counts = pairs.grouping.counts.map((n) => n * pairs.copies);
  let bound = 0;
  let total = 0;
  let zeroPairs = 0;
  let firstZero: [number, number] | null = null;
  for (let g = 0; g < counts.length; g++) {
    if (hasToEnd()) return null;
    const { row, own, mass } = normaliseRow(pairs, g);
    if (mass === 0) continue;
    const seesItself = pairs.selfMultiplicity(g) > 0;
    let anchor = own === -Infinity ? 0 : -pairs.selfMultiplicity(g) * Math.exp(own) * own;
    if (seesItself && own === -Infinity) {
      zeroPairs += counts[g];
      firstZero ??= [g, g];
    }
    for (let h = 0; h < row.length; h++) {
      const others = counts[h] - (h === g ? 1 : 0);
      if (others === 0 || pairs.multiplicity(g, h) === 0) continue;
      if (row[h] === -Infinity) {
        zeroPairs += counts[g] * others;
        firstZero ??= [g, h];
      } else anchor -= pairs.multiplicity(g, h) * others * Math.exp(row[h]) * row[h];
    }
    bound += mass * anchor;
    total += mass;
  }
  return { bound: total > 0 ? bound / total : 0, zeroPairs, firstZero };
}

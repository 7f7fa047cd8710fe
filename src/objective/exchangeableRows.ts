/** Finds samples that a matrix of pair weights cannot tell apart, so that the same objective has the same groups. */
import type { WeightMatrix } from './definition';

/** Numbers that are compared at most: half a second. What is left then stays alone, which costs only time later. */
const MOST_COMPARISONS = 100_000_000;

/**
 * Group of each sample: i and i' are in one group when swapping them leaves the matrix as it is. Swaps of i with i' and
 * of i' with i'' make one of i with i'', so that every order of a group's members leaves it as it is.
 * `likeThemselves` groups only samples that weigh each other as they weigh themselves. Shape: n × n. Cost: n², and up
 * to n for each pair that is compared. Source: [Vock2026].
 */
export function groupExchangeable(weights: WeightMatrix, likeThemselves = false): Int32Array {
  const signatures = signaturesOf(weights);
  const heaviest = weights.map(heaviestOther);
  const groups = new Int32Array(weights.length);
  const representatives = new Map<string, number[]>();
  let count = 0;
  let left = MOST_COMPARISONS;
  const areAlike = (a: number, b: number) => {
    if (left <= 0 || (likeThemselves && weights[a][a] !== weights[a][b])) return false;
    const compared = comparedUntilDifferent(weights, a, b, heaviest);
    left -= compared;
    return compared === weights.length;
  };
  for (let i = 0; i < weights.length; i++) {
    const candidates = representatives.get(signatures[i]) ?? [];
    const alike = candidates.find((candidate) => areAlike(candidate, i));
    if (alike !== undefined) {
      groups[i] = groups[alike];
      continue;
    }
    groups[i] = count++;
    candidates.push(i);
    representatives.set(signatures[i], candidates);
  }
  return groups;
}

/** Columns that were found alike under the swap of a and b: all of them, when the swap leaves the matrix as it is. */
function comparedUntilDifferent(
  weights: WeightMatrix,
  a: number,
  b: number,
  heaviest: readonly number[],
): number {
  const isAlike = (k: number) =>
    k === a || k === b || (weights[a][k] === weights[b][k] && weights[k][a] === weights[k][b]);
  // Where samples differ, it is most often in who is close to them.
  if (weights[a][a] !== weights[b][b] || weights[a][b] !== weights[b][a] || !isAlike(heaviest[a])) return 0;
  let k = 0;
  while (k < weights.length && isAlike(k)) k++;
  return k;
}

/** The other sample to which a row gives the largest weight. */
function heaviestOther(row: WeightMatrix[number], anchor: number): number {
  let best = anchor === 0 ? row.length - 1 : 0;
  for (const [k, weight] of row.entries()) if (k !== anchor && (weight ?? -1) > (row[best] ?? -1)) best = k;
  return best;
}

/** Equal for exchangeable samples, and seldom for others: sums of hashes, which no order of addition changes. */
function signaturesOf(weights: WeightMatrix): string[] {
  const ofRow = new Uint32Array(weights.length);
  const ofColumn = new Uint32Array(weights.length);
  for (const [i, row] of weights.entries())
    for (const [j, weight] of row.entries()) {
      const hash = hashOf(weight);
      ofRow[i] += hash;
      ofColumn[j] += hash;
    }
  return Array.from(ofRow, (sum, i) => `${weights[i][i]} ${sum} ${ofColumn[i]}`);
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** 32 bits that depend on every bit of the number; 0 and −0 are equal. */
function hashOf(weight: number | null): number {
  double[0] = weight === null ? Number.NaN : weight + 0;
  let hash = Math.imul(words[0] ^ (words[1] >>> 15), 0x9e3779b1) ^ words[1];
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

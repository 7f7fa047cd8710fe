/** Finds samples that a matrix of pair weights cannot tell apart, so that the same objective has the same groups. */
import type { WeightMatrix } from './definition';

/**
 * Group of each sample: i and i' are in one group when swapping them leaves the matrix as it is. Swaps of i with i' and
 * of i' with i'' make one of i with i'', so that every order of a group's members leaves it as it is.
 * `likeThemselves` groups only samples that weigh each other as they weigh themselves. Shape: n × n. Cost: n² and n for each pair that is compared. Source: [Vock2026].
 */
export function groupExchangeable(weights: WeightMatrix, likeThemselves = false): Int32Array {
  const signatures = signaturesOf(weights);
  const groups = new Int32Array(weights.length);
  const representatives = new Map<string, number[]>();
  let count = 0;
  for (let i = 0; i < weights.length; i++) {
    const candidates = representatives.get(signatures[i]) ?? [];
    const alike = candidates.find((candidate) => areExchangeable(weights, candidate, i, likeThemselves));
    if (alike !== undefined) {
      groups[i] = groups[alike];
      continue;
    }
    groups[i] = count++;
    representatives.set(signatures[i], [...candidates, i]);
  }
  return groups;
}

function areExchangeable(weights: WeightMatrix, a: number, b: number, likeThemselves: boolean): boolean {
  if (likeThemselves && weights[a][a] !== weights[a][b]) return false;
  if (weights[a][a] !== weights[b][b] || weights[a][b] !== weights[b][a]) return false;
  for (let k = 0; k < weights.length; k++)
    if (k !== a && k !== b && (weights[a][k] !== weights[b][k] || weights[k][a] !== weights[k][b]))
      return false;
  return true;
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

/** 32 bits that depend on every bit of the number. */
function hashOf(weight: number | null): number {
  double[0] = weight ?? Number.NaN;
  let hash = Math.imul(words[0] ^ (words[1] >>> 15), 0x9e3779b1) ^ words[1];
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Turns pair weights into weights that sum to 1, one anchor at a time, so that large inputs need no matrix. */
import type { PairWeights } from './pairWeights';

export interface NormalisedRow {
  /** t of the anchor with another item of each group. */
  readonly row: Float64Array;
  /** t of the anchor with itself in its other views. */
  readonly own: number;
  /** Unnormalised mass of all anchors of the group. */
  readonly mass: number;
}

/**
 * w_ij = b_ij K_ij / Σ_k b_ik K_ik, kept as t_ij = log K_ij − log Σ_k b_ik K_ik.
 * A row without any positive weight has no positives: its anchors get mass 0.
 */
export function normaliseRow(pairs: PairWeights, g: number): NormalisedRow {
  const { copies } = pairs;
  const { counts } = pairs.grouping;
  const own = pairs.selfMultiplicity(g) > 0 ? pairs.selfLogWeight(g) : -Infinity;
  const row = new Float64Array(counts.length);
  const inRow = new Float64Array(counts.length);
  let largest = own;
  for (let h = 0; h < row.length; h++) {
    row[h] = pairs.logWeight(g, h);
    inRow[h] = pairs.multiplicity(g, h) * (copies * counts[h] - (h === g ? 1 : 0));
    if (row[h] > largest && inRow[h] > 0) largest = row[h];
  }
  if (largest === -Infinity) return { row: row.fill(-Infinity), own: -Infinity, mass: 0 };
  let sum = own === -Infinity ? 0 : pairs.selfMultiplicity(g) * Math.exp(own - largest);
  for (let h = 0; h < row.length; h++) if (inRow[h] > 0) sum += inRow[h] * Math.exp(row[h] - largest);
  const logTotal = largest + Math.log(sum);
  for (let h = 0; h < row.length; h++) row[h] -= logTotal;
  return { row, own: own - logTotal, mass: copies * counts[g] * pairs.anchorWeight(g) };
}

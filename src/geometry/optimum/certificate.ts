/** The proof that a computed optimum is one: a bound by duality on how much lower any correlation matrix can get. */
import { smallestEigenvalue } from '../linalg/symmetricEigen';
import type { Evaluation, GroupedFactor } from './groupedFactor';

export interface Certificate {
  /** No correlation matrix has a loss lower by more than this. Units: nats. */
  readonly within: number;
  /** Groups whose items would rather not coincide, and are held together by a factor without private coordinate. */
  readonly heldTogether: readonly number[];
}

/**
 * L is convex in S, so L(X) ≥ L(S) + ⟨Γ, X − S⟩ with Γ its symmetric derivative; with λ_i = −(ΓS)_ii and
 * Q = Γ + diag λ that is L(S) + ⟨Q, X⟩ ≥ L(S) − Σδ_i max(0, −ν) for every weighting δ > 0, ν the smallest
 * eigenvalue of δ^(−1/2) Q δ^(−1/2). δ = 1 gives m · max(0, −λ_min(Q)). δ = λ does not judge a group of little mass by
 * the scale of a large one; the smaller bound of the two holds.
 * Over exchangeable items Q has one eigenvalue inside each group and a G × G block of group means; nothing is expanded.
 * Error: rounding of the eigenvalues, some 1e-15 of the largest λ. Source: [Vock2026].
 */
export function certify({ rows, counts }: GroupedFactor, state: Evaluation): Certificate {
  const dual = dualBlock(rows.size, counts, state);
  const mean = dual.multiplier.reduce((sum, x) => sum + Math.abs(x), 0) / counts.length;
  if (mean === 0) return { within: 0, heldTogether: [] };
  const inside = counts.map((n, g) => (n > 1 ? dual.multiplier[g] - dual.inside[g] : 0));
  const follows = dual.multiplier.map((x) => Math.max(x, MULTIPLIER_FLOOR * mean));
  return {
    within: Math.min(boundBelow(dual.block, inside, counts), boundBelow(dual.block, inside, follows)),
    heldTogether: [...inside.keys()].filter((g) => inside[g] < 0),
  };
}

/** Multipliers near 0, or below it by rounding, are lifted to this share of their mean. */
const MULTIPLIER_FLOOR = 1e-3;

interface DualBlock {
  /** n λ of each group. */
  readonly multiplier: readonly number[];
  /** n Γ inside each group. */
  readonly inside: readonly number[];
  /** Q over the groups' sums: n λ + n (n − 1) Γ on the diagonal, n n' Γ beside it. */
  readonly block: readonly Float64Array[];
}

function dualBlock(size: number, counts: readonly number[], state: Evaluation): DualBlock {
  const { coupling, similarities } = state;
  const inside = counts.map((n, g) => (n > 1 ? coupling[g * size + g] / n : 0));
  const multiplier = counts.map((n, g) => {
    let sum = n > 1 ? (n - 1) * inside[g] * similarities[g * (size + 1) + g] : 0;
    for (let h = 0; h < size; h++)
      if (h !== g) sum += coupling[g * size + h] * similarities[g * (size + 1) + h];
    return -sum;
  });
  const block = counts.map((n, g) => {
    const row = coupling.slice(g * size, (g + 1) * size);
    row[g] = multiplier[g] + (n - 1) * inside[g];
    return row;
  });
  return { multiplier, inside, block };
}

/** Σδ · max(0, −ν), `scale` holding n δ of each group. */
function boundBelow(
  block: readonly Float64Array[],
  inside: readonly number[],
  scale: readonly number[],
): number {
  const even = block.map((row, g) => row.map((x, h) => x / Math.sqrt(scale[g] * scale[h])));
  const smallest = Math.min(smallestEigenvalue(even), ...inside.map((x, g) => x / scale[g]));
  return scale.reduce((sum, x) => sum + x, 0) * Math.max(0, -smallest);
}

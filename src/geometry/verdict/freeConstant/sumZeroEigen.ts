/** Eigenvalues over the vectors that sum to 0 over all items, by groups of exchangeable items. */
import { symmetricEigen } from '../../linalg/symmetricEigen';

export interface SumZeroEigen {
  /** Across groups, the largest first. */
  readonly values: readonly number[];
  /** Unit vectors over the groups; over the items an entry is divided by √n. */
  readonly vectors: readonly Float64Array[];
  /** Inside each group, n − 1 times; of groups of one there is none. */
  readonly inside: readonly number[];
  /** 1ᵀM1/m. */
  readonly mean: number;
  /** JM1/√m, over the groups. */
  readonly joined: readonly number[];
}

/**
 * Of the symmetric matrix M over all items with `entry(g, h)` for two different items of the groups and a diagonal of 0.
 * The vector of the mean is pushed above all others and left out, so that it never mixes with an eigenvalue near 0.
 * Shape: G groups. Source: [Gower1982].
 */
export function sumZeroEigen(
  counts: readonly number[],
  entry: (g: number, h: number) => number,
): SumZeroEigen {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const root = counts.map((n) => Math.sqrt(n / total));
  const block = counts.map((n, g) =>
    Float64Array.from(counts, (_, h) => {
      if (g !== h) return total * root[g] * root[h] * entry(g, h);
      return n > 1 ? (n - 1) * entry(g, g) : 0;
    }),
  );
  const rowSum = block.map((row) => row.reduce((sum, x, h) => sum + x * root[h], 0));
  const mean = rowSum.reduce((sum, x, g) => sum + x * root[g], 0);
  const above = 1 + 4 * Math.max(...block.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)));
  const { values, vectors } = symmetricEigen(
    block.map((row, g) =>
      row.map((x, h) => x - root[g] * rowSum[h] - rowSum[g] * root[h] + (mean + above) * root[g] * root[h]),
    ),
  );
  return {
    values: [...values.slice(1)],
    vectors: vectors.slice(1),
    inside: counts.map((n, g) => (n > 1 ? -entry(g, g) : Number.NaN)),
    mean,
    joined: rowSum.map((x, g) => x - mean * root[g]),
  };
}

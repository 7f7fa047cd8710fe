/** Cosines wished for by a confusion matrix: classes that are taken for each other end near each other. */

/**
 * Formula: p_ij = n_ij / Σ_k n_ik, the share of class i that was called j; s_ij = (p_ij + p_ji)/(p_ii + p_jj), at most
 * 1: how often the two are confused, against how often they are recognised. 0 is never, 1 as often as not.
 * Shape: K × K counts, a row a true class, no row of zeros. Null for the first two classes that are never recognised,
 * of which no similarity is defined.
 */
export function confusionWish(
  counts: readonly (readonly number[])[],
): { readonly wish: number[][] } | { readonly unrecognised: readonly [number, number] } {
  const shares = counts.map((row) => {
    const total = row.reduce((sum, n) => sum + n, 0);
    return row.map((n) => n / total);
  });
  const never = [...shares.keys()].filter((i) => shares[i][i] === 0);
  if (never.length > 1) return { unrecognised: [never[0], never[1]] };
  return {
    wish: shares.map((row, i) =>
      row.map((p, j) => (i === j ? 1 : Math.min(1, (p + shares[j][i]) / (row[i] + shares[j][j])))),
    ),
  };
}

/** Whether a symmetric matrix is positive definite, at a tenth of the cost of its eigenvalues. */

/**
 * Cholesky's factorisation, given up at the first pivot that is not positive.
 * Shape: n × n rows, of which the lower triangle is read. Error: true may be wrong for a smallest eigenvalue within
 * some n · 1e-16 of the largest below 0. Source: [NocedalWright2006].
 */
export function isPositiveDefinite(rows: readonly ArrayLike<number>[]): boolean {
  const factor: Float64Array[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = new Float64Array(i + 1);
    for (let j = 0; j < i; j++) {
      const other = factor[j];
      let sum = rows[i][j];
      for (let k = 0; k < j; k++) sum -= row[k] * other[k];
      row[j] = sum / other[j];
    }
    let pivot = rows[i][i];
    for (let k = 0; k < i; k++) pivot -= row[k] * row[k];
    if (!(pivot > 0)) return false;
    row[i] = Math.sqrt(pivot);
    factor.push(row);
  }
  return true;
}

/** Positive definite matrices by Cholesky's factorisation, at a tenth of the cost of their eigenvalues. */
import { inner } from './pivotedCholesky';

/**
 * Whether a symmetric matrix is positive definite. Shape: n × n rows, of which the lower triangle is read.
 * Error: true may be wrong for a smallest eigenvalue within some n · 1e-16 of the largest below 0.
 * Source: [NocedalWright2006].
 */
export function isPositiveDefinite(rows: readonly ArrayLike<number>[]): boolean {
  return choleskyFactor(rows) !== null;
}

/** L of A = L Lᵀ, row i of length i + 1; null at the first pivot that is not positive. Time: n³/6 multiplications. */
export function choleskyFactor(rows: readonly ArrayLike<number>[]): Float64Array[] | null {
  const factor: Float64Array[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = new Float64Array(i + 1);
    const given = rows[i];
    for (let j = 0; j < i; j++) {
      const other = factor[j];
      row[j] = (given[j] - inner(row, other, j)) / other[j];
    }
    const pivot = given[i] - inner(row, row, i);
    if (!(pivot > 0)) return null;
    row[i] = Math.sqrt(pivot);
    factor.push(row);
  }
  return factor;
}

/** x with L Lᵀ x = b. */
export function solveFactored(factor: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < x.length; i++) x[i] = (x[i] - inner(factor[i], x, i)) / factor[i][i];
  for (let i = x.length - 1; i >= 0; i--) {
    const row = factor[i];
    x[i] /= row[i];
    for (let k = 0; k < i; k++) x[k] -= x[i] * row[k];
  }
  return x;
}

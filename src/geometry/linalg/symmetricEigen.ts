/** Eigenvalues of symmetric matrices, with the traps of ml-matrix closed: this folder is its only importer. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export interface SymmetricEigen {
  /** The largest first. */
  readonly values: Float64Array;
  /** vectors[k] belongs to values[k]; orthonormal. */
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigendecomposition of a symmetric matrix.
 * Shape: n × n rows. The mean with the transpose is taken and symmetry is declared, since ml-matrix tests symmetry
 * exactly and otherwise gives vectors that are not orthogonal at repeated eigenvalues.
 * Throws: RangeError on values that are not finite, for which ml-matrix would return numbers all the same.
 */
export function symmetricEigen(rows: readonly ArrayLike<number>[]): SymmetricEigen {
  const n = rows.length;
  if (n === 0) return { values: new Float64Array(0), vectors: [] };
  const matrix = new Matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const mean = (rows[i][j] + rows[j][i]) / 2;
      if (!Number.isFinite(mean))
        throw new RangeError('Eigenvalues were asked of a matrix that is not finite.');
      matrix.set(i, j, mean);
    }
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const columns = decomposition.eigenvectorMatrix;
  const ascending = decomposition.realEigenvalues;
  return {
    values: Float64Array.from({ length: n }, (_, k) => ascending[n - 1 - k]),
    vectors: Array.from({ length: n }, (_, k) =>
      Float64Array.from({ length: n }, (_unused, i) => columns.get(i, n - 1 - k)),
    ),
  };
}

/** Smallest eigenvalue of a symmetric matrix. Throws as symmetricEigen does. */
export function smallestEigenvalue(rows: readonly ArrayLike<number>[]): number {
  const { values } = symmetricEigen(rows);
  return values[values.length - 1];
}

/** Eigenvectors of the small symmetric matrices that the alignment of embeddings needs. */

export interface SymmetricEigen {
  /** The largest first. */
  readonly values: number[];
  /** `vectors[k]` belongs to `values[k]`; orthonormal. */
  readonly vectors: number[][];
}

/** Cyclic Jacobi doubles its correct digits every sweep; 3×3 matrices need about five. */
const MAX_SWEEPS = 30;

/**
 * Eigenvalues and orthonormal eigenvectors by cyclic Jacobi rotations.
 * Shape: n × n, symmetric, n small. Error: off-diagonal entries at rounding level of the norm.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  const scale = Math.max(...a.flat().map(Math.abs), Number.MIN_VALUE);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let largest = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        largest = Math.max(largest, Math.abs(a[p][q]));
        if (a[p][q] !== 0) rotate(a, v, p, q);
      }
    }
    if (largest <= Number.EPSILON * scale) break;
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return {
    values: order.map((k) => a[k][k]),
    vectors: order.map((k) => v.map((row) => row[k])),
  };
}

/** Makes a[p][q] zero by a rotation in the plane of p and q, and turns the vectors along. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const rows of [a, v]) {
    for (const row of rows) turn(row, p, q, cosine, sine);
  }
  for (let k = 0; k < a.length; k++) {
    const [first, second] = [a[p][k], a[q][k]];
    a[p][k] = cosine * first - sine * second;
    a[q][k] = sine * first + cosine * second;
  }
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [first, second] = [row[p], row[q]];
  row[p] = cosine * first - sine * second;
  row[q] = sine * first + cosine * second;
}

/** The largest eigenvalues of a symmetric matrix that is too large to be decomposed, given by its products. */
import { symmetricEigen } from './symmetricEigen';

/** Vectors that are multiplied together: as many equal eigenvalues are found apart. */
const BLOCK = 4;

/** Each round multiplies a block once; a spectrum that falls needs few, one that hardly falls is told by its residuals. */
const ROUNDS = 16;

/** What is left of a unit vector after orthogonalisation when nothing new is in it. */
const NOTHING_NEW = 1e-10;

export interface LeadingEigen {
  /** Ritz values, the largest first; never above the eigenvalues that they approach. */
  readonly values: readonly number[];
  /** vectors[k] belongs to values[k]; orthonormal. */
  readonly vectors: readonly Float64Array[];
  /** ‖A v − λ v‖, an eigenvalue being at most so far away. */
  readonly residuals: readonly number[];
}

/**
 * Rayleigh–Ritz on a block Krylov space, orthogonalised twice, from a start that is the same in every run.
 * Shape: `multiply` maps vectors of `size` to such. Error: told by the residuals. Source: [GolubVanLoan2013].
 */
export function leadingEigen(size: number, multiply: (vector: Float64Array) => Float64Array): LeadingEigen {
  const basis: Float64Array[] = [];
  const products: Float64Array[] = [];
  let block = Array.from({ length: BLOCK }, (_, b) => scattered(size, b));
  for (let round = 0; round < ROUNDS; round++) {
    const added = block.map((vector) => addTo(basis, vector)).filter((vector) => vector !== null);
    if (added.length === 0) break;
    block = added.map(multiply);
    products.push(...block);
  }
  const projected = basis.map((v) => products.map((product) => dot(v, product)));
  const { values, vectors } = symmetricEigen(projected);
  const ritz = vectors.map((weights) => combined(weights, basis));
  const residuals = vectors.map((weights, k) => {
    const product = combined(weights, products);
    return Math.sqrt(product.reduce((sum, x, i) => sum + (x - values[k] * ritz[k][i]) ** 2, 0));
  });
  return { values: [...values], vectors: ritz, residuals };
}

/** A vector in which every direction has a part; fractions of a quadratic sequence repeat no pattern. */
function scattered(size: number, seed: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => {
    const turn = (i + 1) * (i + 1 + seed) * 0.7548776662466927 + seed * 0.5698402909980532;
    return turn - Math.floor(turn) - 0.5;
  });
}

/** Puts the part of `vector` that is orthogonal to the basis into it, as a unit vector; null when there is none. */
function addTo(basis: Float64Array[], vector: Float64Array): Float64Array | null {
  const rest = Float64Array.from(vector);
  const before = Math.sqrt(dot(rest, rest));
  // The second pass removes what rounding of the first one left.
  for (let pass = 0; pass < 2; pass++) {
    for (const known of basis) {
      const part = dot(known, rest);
      for (let i = 0; i < rest.length; i++) rest[i] -= part * known[i];
    }
  }
  const length = Math.sqrt(dot(rest, rest));
  if (!(length > NOTHING_NEW * before)) return null;
  const unit = rest.map((x) => x / length);
  basis.push(unit);
  return unit;
}

function combined(weights: Float64Array, vectors: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const [k, vector] of vectors.entries())
    for (let i = 0; i < sum.length; i++) sum[i] += weights[k] * vector[i];
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

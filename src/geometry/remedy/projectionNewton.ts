/** One Newton direction for the nearest correlation matrix: a linear system with the derivative of a projection. */
import type { SymmetricEigen } from '../linalg/symmetricEigen';

const MAX_STEPS = 200;
/** Share of the right side that a direction may leave; smaller near the solution, which makes convergence quadratic. */
const LARGEST_RESIDUAL = 1e-2;

/**
 * Solves (V + μI) h = −g by conjugate gradients, V h = diag(P (W ∘ Pᵀ diag(h) P) Pᵀ), an element of the generalised
 * derivative of diag (·)₊: W is 1 for two positive eigenvalues, λ_k/(λ_k − λ_l) for a positive and another one, else 0.
 * Shape: g and h have one entry a row. Source: [QiSun2006].
 */
export function newtonDirection(eigen: SymmetricEigen, gradient: Float64Array): Float64Array {
  const length = Math.sqrt(inner(gradient, gradient));
  const shift = Math.min(1e-3, 0.1 * length);
  const goal = Math.min(LARGEST_RESIDUAL, length) * length;
  const solution = new Float64Array(gradient.length);
  const residual = gradient.map((g) => -g);
  let along = residual.slice();
  let squared = inner(residual, residual);
  for (let step = 0; step < MAX_STEPS && Math.sqrt(squared) > goal; step++) {
    const image = derivativeAlong(eigen, along);
    for (let i = 0; i < image.length; i++) image[i] += shift * along[i];
    const size = squared / inner(along, image);
    for (let i = 0; i < image.length; i++) {
      solution[i] += size * along[i];
      residual[i] -= size * image[i];
    }
    const next = inner(residual, residual);
    along = residual.map((r, i) => r + (next / squared) * along[i]);
    squared = next;
  }
  return solution;
}

/** V h; time n² for each positive eigenvalue. */
function derivativeAlong({ values, vectors }: SymmetricEigen, along: Float64Array): Float64Array {
  const size = values.length;
  const image = new Float64Array(size);
  const weighted = new Float64Array(size);
  const scaled = new Float64Array(size);
  for (let k = 0; k < size && values[k] > 0; k++) {
    const vector = vectors[k];
    for (let i = 0; i < size; i++) weighted[i] = along[i] * vector[i];
    scaled.fill(0);
    for (let l = 0; l < size; l++) {
      // Of a positive and another eigenvalue both orders count, of two positive ones each comes in its turn.
      const weight = values[l] > 0 ? 1 : (2 * values[k]) / (values[k] - values[l]);
      const factor = weight * inner(weighted, vectors[l]);
      const other = vectors[l];
      for (let i = 0; i < size; i++) scaled[i] += factor * other[i];
    }
    for (let i = 0; i < size; i++) image[i] += vector[i] * scaled[i];
  }
  return image;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

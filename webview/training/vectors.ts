/** The few vector operations that aligning embeddings needs, in Float64 whatever the embeddings are stored in. */

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** target ← target + share · vector. */
export function addScaled(target: Float64Array, vector: ArrayLike<number>, share: number): void {
  for (let k = 0; k < target.length; k++) target[k] += share * vector[k];
}

/** Σ share · vector. */
export function combine(
  vectors: readonly ArrayLike<number>[],
  shares: readonly number[],
  size: number,
): Float64Array {
  const sum = new Float64Array(size);
  vectors.forEach((vector, v) => {
    addScaled(sum, vector, shares[v]);
  });
  return sum;
}

/** Null for the zero vector, which has no direction. */
export function normalise(vector: Float64Array): Float64Array | null {
  const norm = Math.sqrt(dot(vector, vector));
  return norm > 0 ? vector.map((value) => value / norm) : null;
}

/** What is left of a vector outside orthonormal directions. */
export function withoutDirections(vector: Float64Array, directions: readonly Float64Array[]): Float64Array {
  const rest = vector.slice();
  for (const direction of directions) addScaled(rest, direction, -dot(rest, direction));
  return rest;
}

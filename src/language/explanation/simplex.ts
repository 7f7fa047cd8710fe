/** The regular simplex: where classes end when nothing but the sphere decides, and whether the embedding has room. */
import type { Definition } from '../../objective/definition';

/** Cosine between any two of K points spread as far as possible. Formula: −1/(K − 1), for K ≥ 2. */
export function simplexCosine(count: number): number {
  return -1 / (count - 1);
}

/** Whether K points can be a regular simplex: it takes K − 1 dimensions. An unknown dimension counts as enough. */
export function hasRoomForSimplex(definition: Definition, count: number): boolean {
  return hasDimensions(definition, count - 1);
}

export function hasDimensions(definition: Definition, needed: number): boolean {
  const dimension = definition.parameters.dimension?.value ?? null;
  return dimension === null || dimension >= needed;
}

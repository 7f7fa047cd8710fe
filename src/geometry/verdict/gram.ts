/** The Gram matrix of target distances: by eigenvalues while they are cheap, by a factorisation for many groups. */
import type { Interrupt } from '../interrupt';
import { factoredSphere } from './affineFit';
import { type FactoredGram, factoredGram } from './factoredGram';
import { type GroupedGram, groupedGram, nearestSphere, type Sphere } from './groupedGram';

export type Gram = GroupedGram | FactoredGram;

/** Above this many groups eigenvalues take longer than a twentieth of a second. */
export const MAX_EIGEN_GROUPS = 120;

export function gramOf(
  distances: readonly Float64Array[],
  counts: readonly number[],
  noise: number,
  interrupt?: Interrupt,
): Gram {
  return counts.length > MAX_EIGEN_GROUPS
    ? factoredGram(distances, counts, noise, interrupt)
    : groupedGram(distances, counts, noise);
}

export function sphereOf(gram: Gram): Sphere {
  return isFactored(gram) ? factoredSphere(gram) : nearestSphere(gram);
}

export function isFactored(gram: Gram): gram is FactoredGram {
  return 'pivots' in gram;
}

/** The regular simplex in remedies for classes: its cosine, and the weight across classes that asks for it. */
import { roundUp } from '../rounding';

/** A weight that a 32-bit float cannot hold is no remedy. */
const SMALLEST_FLOAT = 1e-37;

/** Cosine between any two of K points spread as far as possible. Formula: −1/(K − 1). Shape: K ≥ 2. */
export const simplexCosine = (classes: number) => -1 / (classes - 1);

/**
 * Smallest weight across classes, of three digits, that stays realizable.
 * Formula: ρ = 1 − τ log(1/ε) ≥ −1/(K − 1), so ε = exp(−K/((K − 1) τ)). Rounded up it asks for a simplex a little
 * inside the widest one, which takes K dimensions instead of K − 1. Source: [Vock2026].
 */
export function smallestAcross(classes: number, temperature: number): number | null {
  const across = Math.exp(-classes / ((classes - 1) * temperature));
  return across < SMALLEST_FLOAT ? null : roundUp(across);
}

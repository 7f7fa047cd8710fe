/** Cosine: the free constants for which the wished similarities are those of unit vectors. */
import { RADIUS_TOL } from '../../tolerances';
import type { FreeSpectrum } from './freeSpectrum';

/** All in units of the temperature: similarities are 1 − τ (x − t̂), and t̂ = 0 for the closest pairs. */
export interface SphereRange {
  /** τ*: above it no constant will do. */
  readonly temperatureLimit: number;
  /** Up to this temperature x₀ itself is possible, which takes the fewest dimensions; null where it never is. */
  readonly flatLimit: number | null;
  /** x at which the Gram matrix's smallest eigenvalue is the largest possible. */
  readonly best: number;
}

/**
 * I + τ(T + c'(11ᵀ − I)) ⪰ 0 with c' = 1/τ − x is, by the Schur complement of the vector 1,
 * m/τ ≥ ψ(x) = (m − 1) x − 1ᵀT1/m + Σ_k r_k²/(d_k + x) on x ≥ x₀, with ψ convex. So τ* = m/min ψ.
 * Source: [Vock2026].
 */
export function sphereRange(spectrum: FreeSpectrum): SphereRange {
  const { total, start, coupling, excess, isBlocked } = spectrum;
  const slope = (y: number) =>
    coupling.reduce((sum, r, k) => sum - (r === 0 ? 0 : r / (excess[k] + y) ** 2), total - 1);
  const reach = Math.sqrt(coupling.reduce((sum, r) => sum + r, 0) / (total - 1));
  const isAtStart = !isBlocked && slope(0) >= 0;
  const best = isAtStart ? 0 : bisect((y) => slope(y) < 0, 0, reach);
  return {
    temperatureLimit: total / psi(spectrum, best),
    flatLimit: isBlocked ? null : total / psi(spectrum, 0),
    best: start + best,
  };
}

export interface ConstantInterval {
  /** x at the two ends: the first has the most similar items. */
  readonly closest: number;
  readonly farthest: number;
  /** Rank of the Gram matrix there; inside it is m. */
  readonly rankClosest: number;
  readonly rankFarthest: number;
}

/** The x with m/τ ≥ ψ(x), or null above τ*. Temperatures within RADIUS_TOL of a limit count as at it. */
export function intervalAt(
  spectrum: FreeSpectrum,
  range: SphereRange,
  temperature: number,
): ConstantInterval | null {
  const { total, start, nullity, mean } = spectrum;
  if (temperature > range.temperatureLimit * (1 + RADIUS_TOL)) return null;
  const room = total / temperature;
  const isInside = (y: number) => psi(spectrum, y) <= room;
  const best = range.best - start;
  const top = Math.max(best, (room + mean) / (total - 1) - start);
  const farthest = isInside(best) ? bisect(isInside, best, top) : best;
  const isFlat = range.flatLimit !== null && temperature <= range.flatLimit * (1 + RADIUS_TOL);
  const closest = isFlat ? 0 : bisect((y) => !isInside(y), 0, best);
  const isAtFlatLimit = isFlat && temperature >= range.flatLimit * (1 - RADIUS_TOL);
  const rankClosest = isFlat ? total - nullity - (isAtFlatLimit ? 1 : 0) : total - 1;
  return {
    closest: start + closest,
    farthest: start + farthest,
    rankClosest,
    rankFarthest: farthest === 0 ? rankClosest : total - 1,
  };
}

/** ψ at x₀ + y. */
function psi({ total, start, mean, coupling, excess }: FreeSpectrum, y: number): number {
  return coupling.reduce(
    (sum, r, k) => sum + (r === 0 ? 0 : r / (excess[k] + y)),
    (total - 1) * (start + y) - mean,
  );
}

const MOST_HALVINGS = 300;

/** The border between y for which `isBelow` holds, from `low` on, and those for which it does not. */
function bisect(isBelow: (y: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < MOST_HALVINGS && to - from > 1e-15 * to; step++) {
    const middle = (from + to) / 2;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

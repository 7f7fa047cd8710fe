/** The eigenvalues on which every choice of the free constant depends: one decomposition answers for all of them. */
import { RANK_TOL, SPHERE_TOL } from '../../tolerances';
import { sumZeroEigen } from './sumZeroEigen';
import type { Wishes } from './wishes';

/**
 * T holds the wishes and a diagonal of 0. A constant only adds a multiple of 11ᵀ − I, so on vectors that sum to 0 the
 * wished Gram matrix is τ (JTJ + x I), with x the free number; the vector 1 is joined to them by JT1.
 */
export interface FreeSpectrum {
  /** m: all items. */
  readonly total: number;
  /** x₀: the smallest x for which JTJ + x I ⪰ 0 on vectors that sum to 0. */
  readonly start: number;
  /** Eigenvalues of JTJ + x₀ I on these vectors, ≥ 0, with how often each occurs. */
  readonly excess: readonly number[];
  readonly multiplicity: readonly number[];
  /** Squared coordinates of JT1/√m along the eigenvectors. */
  readonly coupling: readonly number[];
  /** 1ᵀT1/m. */
  readonly mean: number;
  /** How many eigenvalues are 0 at x₀. */
  readonly nullity: number;
  /** Whether 1 is joined to one of these: then no Gram matrix has x = x₀. */
  readonly isBlocked: boolean;
}

/**
 * Over exchangeable items T has one eigenvalue −t̂_gg inside each group of n, n − 1 times, and a G × G block of means.
 * Error: what is below RANK_TOL of the largest, or below rounding, counts as 0; JT1 as SPHERE_TOL tells, like the
 * residual of a sphere. Source: [Gower1982], [Vock2026].
 */
export function freeSpectrum({ total, counts, pairs, noise }: Wishes): FreeSpectrum {
  const eigen = sumZeroEigen(counts, (g, h) => pairs[g][h]);
  const values = [...eigen.values];
  const multiplicity = values.map(() => 1);
  const coupling = eigen.vectors.map(
    (vector) => eigen.joined.reduce((sum, x, g) => sum + x * vector[g], 0) ** 2,
  );
  for (const [g, n] of counts.entries()) {
    if (n === 1) continue;
    values.push(eigen.inside[g]);
    multiplicity.push(n - 1);
    coupling.push(0);
  }
  return { total, mean: eigen.mean, ...atStart(values, multiplicity, coupling, noise * total) };
}

function atStart(
  values: readonly number[],
  multiplicity: readonly number[],
  coupling: readonly number[],
  noise: number,
): Pick<FreeSpectrum, 'start' | 'excess' | 'multiplicity' | 'coupling' | 'nullity' | 'isBlocked'> {
  const smallest = Math.min(...values);
  const largest = Math.max(...values) - smallest;
  const floor = Math.max(RANK_TOL * largest, noise);
  const isNull = values.map((value) => value - smallest <= floor);
  const blocked = Math.sqrt(coupling.reduce((sum, x, k) => sum + (isNull[k] ? x : 0), 0));
  const isBlocked = blocked > Math.max(SPHERE_TOL * largest, noise);
  return {
    start: -smallest,
    excess: values.map((value, k) => (isNull[k] ? 0 : value - smallest)),
    multiplicity,
    coupling: coupling.map((x, k) => (isNull[k] && !isBlocked ? 0 : x)),
    nullity: multiplicity.reduce((sum, times, k) => sum + (isNull[k] ? times : 0), 0),
    isBlocked,
  };
}

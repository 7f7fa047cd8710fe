/** The eigenvalues on which every choice of the free constant depends: one decomposition answers for all of them. */
import { symmetricEigen } from '../../linalg/symmetricEigen';
import { RANK_TOL, SPHERE_TOL } from '../../tolerances';
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
  const root = counts.map((n) => Math.sqrt(n / total));
  const block = pairs.map((row, g) =>
    row.map((x, h) => {
      if (g !== h) return total * root[g] * root[h] * x;
      return counts[g] > 1 ? (counts[g] - 1) * x : 0;
    }),
  );
  const rowSum = block.map((row) => row.reduce((sum, x, h) => sum + x * root[h], 0));
  const mean = rowSum.reduce((sum, x, g) => sum + x * root[g], 0);
  const joined = rowSum.map((x, g) => x - mean * root[g]);
  const values: number[] = [];
  const coupling: number[] = [];
  const multiplicity: number[] = [];
  const add = (value: number, squared: number, times: number) => {
    values.push(value);
    coupling.push(squared);
    multiplicity.push(times);
  };
  for (const { value, vector } of acrossGroups(block, root, rowSum, mean))
    add(value, joined.reduce((sum, x, g) => sum + x * vector[g], 0) ** 2, 1);
  for (const [g, n] of counts.entries()) if (n > 1) add(-pairs[g][g], 0, n - 1);
  return { total, mean, ...atStart(values, multiplicity, coupling, noise * total) };
}

/** Eigenvectors of the block that sum to 0 over the items: the vector of the mean is pushed above all others. */
function acrossGroups(
  block: readonly Float64Array[],
  root: readonly number[],
  rowSum: readonly number[],
  mean: number,
): { value: number; vector: Float64Array }[] {
  if (block.length === 1) return [];
  const above = 1 + 4 * Math.max(...block.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)));
  const centred = block.map((row, g) =>
    row.map((x, h) => x - root[g] * rowSum[h] - rowSum[g] * root[h] + (mean + above) * root[g] * root[h]),
  );
  const { values, vectors } = symmetricEigen(centred);
  return vectors.slice(1).map((vector, k) => ({ value: values[k + 1], vector }));
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

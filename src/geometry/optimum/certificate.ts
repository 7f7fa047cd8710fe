/** The proof that a computed optimum is one: a bound by duality on how much lower any correlation matrix can get. */
import { isPositiveDefinite } from '../linalg/positiveDefinite';
import { smallestEigenvalue, symmetricEigen } from '../linalg/symmetricEigen';
import type { Evaluation, GroupedFactor } from './groupedFactor';

/**
 * How much lower than S the loss of any correlation matrix can be, in nats.
 * L is convex in S, so L(X) ≥ L(S) + ⟨Γ, X − S⟩ with Γ its symmetric derivative; with λ_i = −(ΓS)_ii and
 * Q = Γ + diag λ that is L(S) + ⟨Q, X⟩ ≥ L(S) − Σδ_i max(0, −ν) for every weighting δ > 0, ν the smallest
 * eigenvalue of δ^(−1/2) Q δ^(−1/2). δ = 1 gives m · max(0, −λ_min(Q)). δ = λ does not judge a group of little mass by
 * the scale of a large one; the smaller bound of the two holds.
 * Over exchangeable items Q has one eigenvalue λ − Γ inside each group, which raising that group's λ by what it lacks
 * makes 0 at the cost of n times as much, and a G × G block of group means; nothing is expanded.
 * Error: rounding of the eigenvalues, some 1e-15 of the largest λ; never too small by more than that. Source: [Vock2026].
 */
export function certify(factor: GroupedFactor, state: Evaluation): number {
  const { block, multiplier, lifted } = liftedBlock(factor, state);
  const mean = multiplier.reduce((sum, x) => sum + Math.abs(x), 0) / multiplier.length;
  if (mean < SMALLEST_SCALE) return lifted + crudeBound(block, factor.counts);
  const follows = multiplier.map((x) => Math.max(x, MULTIPLIER_FLOOR * mean));
  return lifted + Math.min(boundBelow(block, factor.counts), boundBelow(block, follows));
}

/** Whether a bound of `wanted` nats is proved: the same with δ = 1, by a factorisation instead of eigenvalues. */
export function isCertified(factor: GroupedFactor, state: Evaluation, wanted: number): boolean {
  const { counts } = factor;
  const { block, lifted } = liftedBlock(factor, state);
  const items = counts.reduce((sum, n) => sum + n, 0);
  const shift = (wanted - lifted) / items;
  if (!(shift > 0)) return false;
  for (const [g, row] of block.entries()) row[g] += shift * counts[g];
  return isPositiveDefinite(block);
}

/**
 * Columns along which a longer factor has a smaller loss, the steepest first and its largest entry 1: directions of Q's
 * negative eigenvalues that a bound of `negligible` nats does not cover. Shape: G entries each.
 */
export function descentColumns(factor: GroupedFactor, state: Evaluation, negligible: number): Float64Array[] {
  const { counts } = factor;
  const { block } = liftedBlock(factor, state);
  const items = counts.reduce((sum, n) => sum + n, 0);
  const even = block.map((row, g) => row.map((x, h) => x / Math.sqrt(counts[g] * counts[h])));
  const { values, vectors } = symmetricEigen(even);
  const smallest = values.length - 1;
  const columns: Float64Array[] = [];
  for (let k = smallest; k >= 0 && values[k] < Math.min(-negligible / items, values[smallest] / 100); k--) {
    const column = vectors[k].map((x, g) => x / Math.sqrt(counts[g]));
    const largest = column.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    columns.push(column.map((x) => x / largest));
  }
  return columns;
}

/** The dual block with each group's λ raised to what its inside needs, and the cost of that. */
function liftedBlock(
  { rows, counts }: GroupedFactor,
  state: Evaluation,
): Pick<DualBlock, 'block' | 'multiplier'> & { lifted: number } {
  const { block, multiplier, inside } = dualBlock(rows.size, counts, state);
  let lifted = 0;
  for (const [g, n] of counts.entries()) {
    const lift = n > 1 ? Math.max(0, inside[g] - multiplier[g]) : 0;
    block[g][g] += lift;
    lifted += lift;
  }
  return { block, multiplier, lifted };
}

/** Below this products of two multipliers leave the range of a double, and so would the eigenvalues. */
const SMALLEST_SCALE = 1e-140;

/** No eigenvalue is below minus the largest sum of a row's absolute entries. */
function crudeBound(block: readonly Float64Array[], counts: readonly number[]): number {
  const sums = block.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0));
  return counts.reduce((sum, n) => sum + n, 0) * Math.max(...sums);
}

/** Multipliers near 0, or below it by rounding, are lifted to this share of their mean. */
const MULTIPLIER_FLOOR = 1e-3;

interface DualBlock {
  /** n λ of each group. */
  readonly multiplier: readonly number[];
  /** n Γ inside each group. */
  readonly inside: readonly number[];
  /** Q over the groups' sums: n λ + n (n − 1) Γ on the diagonal, n n' Γ beside it. */
  readonly block: readonly Float64Array[];
}

function dualBlock(size: number, counts: readonly number[], state: Evaluation): DualBlock {
  const { coupling, similarities } = state;
  const inside = counts.map((n, g) => (n > 1 ? coupling[g * size + g] / n : 0));
  const multiplier = counts.map((n, g) => {
    let sum = n > 1 ? (n - 1) * inside[g] * similarities[g * (size + 1) + g] : 0;
    for (let h = 0; h < size; h++)
      if (h !== g) sum += coupling[g * size + h] * similarities[g * (size + 1) + h];
    return -sum;
  });
  const block = counts.map((n, g) => {
    const row = coupling.slice(g * size, (g + 1) * size);
    row[g] = multiplier[g] + (n - 1) * inside[g];
    return row;
  });
  return { multiplier, inside, block };
}

/** Σδ · max(0, −ν), `scale` holding n δ of each group. */
function boundBelow(block: readonly Float64Array[], scale: readonly number[]): number {
  const even = block.map((row, g) => row.map((x, h) => x / Math.sqrt(scale[g] * scale[h])));
  return scale.reduce((sum, x) => sum + x, 0) * negativePart(even);
}

/** Up to this size eigenvalues are as cheap as some factorisations. */
const SMALL_BLOCK = 60;
/** Shares of the scale of a block that are tried, from rounding to all of it, each a factor of FINER above the last. */
const FINEST = 1e-16;
const FINER = 1.25;

/**
 * At least max(0, −ν) for the smallest eigenvalue ν, and at most FINER times that or rounding. A shift that makes the
 * block positive definite proves it, which a factorisation tells at a tenth of the cost of eigenvalues.
 */
function negativePart(block: readonly Float64Array[]): number {
  if (block.length <= SMALL_BLOCK) return Math.max(0, -smallestEigenvalue(block));
  const scale = Math.max(...block.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)));
  const shifted = (shift: number) =>
    isPositiveDefinite(block.map((row, g) => row.map((x, h) => (g === h ? x + shift : x))));
  let low = 0;
  let high = Math.ceil(-Math.log(FINEST) / Math.log(FINER));
  const shiftOf = (step: number) => scale * FINEST * FINER ** step;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shifted(shiftOf(middle))) high = middle;
    else low = middle + 1;
  }
  return shiftOf(high);
}

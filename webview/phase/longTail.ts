/** Class sizes of another imbalance: as many classes and as many samples, falling by the same factor. */
import type { NamedSize } from '../whatIf/classSizes';

/**
 * Sizes n_k ∝ ratio^(−k/(C−1)), rounded so that they add up to the samples that there are, at least 1 each; the classes
 * keep their order of size. Shape: C ≥ 2, as given.
 */
export function withImbalance(sizes: readonly NamedSize[], ratio: number): number[] {
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const shares = sizes.map((_, k) => ratio ** (-k / Math.max(1, sizes.length - 1)));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const falling = roundedTo(
    shares.map((share) => (total * share) / whole),
    total,
  );
  const order = sizes.map((_, k) => k).sort((a, b) => sizes[b].size - sizes[a].size || a - b);
  const tail = sizes.map(() => 0);
  for (const [rank, k] of order.entries()) tail[k] = falling[rank];
  return tail;
}

/** The largest ratio at which the smallest class still has a sample. */
export function largestImbalance(sizes: readonly NamedSize[]): number {
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const smallest = (ratio: number) =>
    total / sizes.reduce((sum, _, k) => sum + ratio ** (1 - k / Math.max(1, sizes.length - 1)), 0);
  let [low, high] = [1, 1e5];
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (smallest(middle) >= 1) low = middle;
    else high = middle;
  }
  return low;
}

/** Whole numbers of at least 1 with the given sum, as long as there are as many: the largest remainders are rounded up. */
function roundedTo(values: readonly number[], total: number): number[] {
  const whole = values.map((value) => Math.max(1, Math.floor(value)));
  const byRemainder = values
    .map((value, k) => ({ k, rest: value - whole[k] }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k);
  let missing = total - whole.reduce((sum, size) => sum + size, 0);
  for (const { k } of byRemainder) {
    if (missing <= 0) break;
    whole[k]++;
    missing--;
  }
  for (let k = 0; missing < 0 && k < whole.length; k++) {
    const taken = Math.min(whole[k] - 1, -missing);
    whole[k] -= taken;
    missing += taken;
  }
  return whole;
}

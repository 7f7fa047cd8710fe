/** How much of the loss axis is shown. */

/** Room over the curve and under the lower line, which carries its name below it; a share of the range. */
const ABOVE = 0.06;
const BELOW = 0.16;

/** Nats above the lines before there is a curve, or when it lies on them. */
const LEAST_RANGE = 0.02;

/** Holds the curve and the lines that exist; a range of its own when there is nothing to show. */
export function lossRange(
  losses: readonly number[],
  bound: number | null,
  minimum: number | null,
): [number, number] {
  const lines = [bound, minimum].filter((line) => line !== null);
  const shown = [...lines, ...extremes(losses)];
  if (shown.length === 0) return [0, 1];
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  // Without a curve the lines stand in the lower part, where the curve will come to meet them.
  const top = losses.length === 0 ? high + 3 * (high - low) + 0.15 : high;
  const range = Math.max(top - low, LEAST_RANGE, 1e-6 * Math.abs(top));
  return [low - BELOW * range, low + range * (1 + ABOVE)];
}

/** Not with a spread: a long run has more losses than a call may have arguments. */
function extremes(losses: readonly number[]): number[] {
  if (losses.length === 0) return [];
  let [low, high] = [losses[0], losses[0]];
  for (const loss of losses) {
    low = Math.min(low, loss);
    high = Math.max(high, loss);
  }
  return [low, high];
}

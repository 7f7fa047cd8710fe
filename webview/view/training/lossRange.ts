/** How much of the loss axis is shown. */

/** Room over the curve, and under the lower line for the names of both; shares of the range. */
const ABOVE = 0.06;
const BELOW = 0.24;

/** Nats above the lines before there is a curve, or when it lies on them. */
const LEAST_RANGE = 0.02;

/** Where a run is past its first fall, as a share of its steps so far, and how much higher than there is shown. */
const SETTLED = 0.2;
const TIMES_SETTLED = 8;
const LEAST_FALL = 0.5;

/**
 * Holds the lines that exist, and the curve but for a first fall so deep that the rest would look flat: distances
 * between random points can begin hundreds of nats above the minimum. A range of its own when there is nothing to show.
 */
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
  const top = losses.length === 0 ? emptyTop(low, high) : Math.min(high, highestShown(losses, low));
  const range = Math.max(top - low, LEAST_RANGE, 1e-6 * Math.abs(top));
  return [low - BELOW * range, low + range * (1 + ABOVE)];
}

/** Without a curve the lines stand in the lower part, where the curve will come to meet them. */
function emptyTop(low: number, high: number): number {
  return high + 3 * (high - low) + 0.15;
}

function highestShown(losses: readonly number[], low: number): number {
  const settled = losses[Math.floor(SETTLED * (losses.length - 1))];
  return low + TIMES_SETTLED * Math.max(settled - low, LEAST_FALL);
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

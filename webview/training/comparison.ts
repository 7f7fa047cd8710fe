/** How trained similarities differ from predicted ones, and whether the rarest classes collapse. */

type Matrix = readonly ArrayLike<number>[];

export interface Differences {
  /** Of any pair of two points. */
  readonly largest: number;
  /** Mean over the pairs of two points. */
  readonly mean: number;
}

/** Shape: P × P both. Null for a single point, which has no pair. */
export function differences(trained: Matrix, predicted: Matrix): Differences | null {
  let [largest, sum, pairs] = [0, 0, 0];
  for (let i = 0; i < trained.length; i++)
    for (let j = 0; j < trained.length; j++) {
      if (i === j) continue;
      const difference = Math.abs(trained[i][j] - predicted[i][j]);
      largest = Math.max(largest, difference);
      sum += difference;
      pairs++;
    }
  return pairs === 0 ? null : { largest, mean: sum / pairs };
}

/** Share of the points that count as rare, where sizes differ. */
const RARE = 1 / 3;

/**
 * The rarest third of the points and all as rare as its largest, at least two; null where that is all of them, so that
 * none is rarer than others.
 */
export function rarestPoints(sizes: readonly number[]): number[] | null {
  if (sizes.length < 3) return null;
  const sorted = [...sizes].sort((a, b) => a - b);
  const limit = sorted[Math.max(2, Math.ceil(RARE * sizes.length)) - 1];
  const rare = [...sizes.keys()].filter((point) => sizes[point] <= limit);
  return rare.length < sizes.length ? rare : null;
}

/**
 * How far classes have collapsed onto each other: the mean similarity of the rarest points with each other, or where
 * all are equally rare the largest similarity of two points. Null for a single point.
 */
export function collapse(similarities: Matrix, sizes: readonly number[]): number | null {
  const rare = rarestPoints(sizes);
  const among = rare ?? [...sizes.keys()];
  let [sum, largest, pairs] = [0, -Infinity, 0];
  for (const i of among)
    for (const j of among) {
      if (j <= i) continue;
      sum += similarities[i][j];
      largest = Math.max(largest, similarities[i][j]);
      pairs++;
    }
  if (pairs === 0) return null;
  return rare === null ? largest : sum / pairs;
}

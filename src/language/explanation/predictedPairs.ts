/** The closest and the farthest pair at the predicted optimum: what a reader can check in their own embeddings. */
import type { Analysis, Item } from '../../geometry/analysis';

export interface PredictedPair {
  readonly first: Item;
  readonly second: Item;
  readonly similarity: number;
}

export interface PredictedPairs {
  /** The pair of largest similarity. */
  readonly closest: PredictedPair;
  /** The pair of smallest similarity. */
  readonly farthest: PredictedPair;
  /** Pairs whose similarity is above the given one, with the items that occur in them. */
  above(similarity: number): { readonly pairs: number; readonly items: readonly Item[] };
}

/** Null without a predicted optimum, or with a single item. Every pair of distinct items, or of points with a row, is looked at. */
export function predictedPairs(analysis: Analysis): PredictedPairs | null {
  const rows = analysis.similarities ?? analysis.geometry?.attainable ?? null;
  const items = analysis.similarities === null ? pointsWithRows(analysis.geometry) : analysis.items;
  if (rows === null || items.length < 2 || rows.length !== items.length) return null;
  let [closest, farthest] = [
    [0, 1],
    [0, 1],
  ];
  forEachPair(rows, (similarity, i, j) => {
    if (similarity > rows[closest[0]][closest[1]]) closest = [i, j];
    if (similarity < rows[farthest[0]][farthest[1]]) farthest = [i, j];
  });
  const pair = ([i, j]: number[]) => ({ first: items[i], second: items[j], similarity: rows[i][j] });
  return {
    closest: pair(closest),
    farthest: pair(farthest),
    above: (limit) => {
      const involved = new Set<number>();
      let pairs = 0;
      forEachPair(rows, (similarity, i, j) => {
        if (similarity <= limit) return;
        pairs++;
        involved.add(i).add(j);
      });
      return { pairs, items: [...involved].map((item) => items[item]) };
    },
  };
}

function pointsWithRows(geometry: Analysis['geometry']): readonly Item[] {
  return geometry === null ? [] : geometry.rows.map((point) => geometry.points[point]);
}

function forEachPair(
  rows: readonly (readonly number[])[],
  visit: (similarity: number, i: number, j: number) => void,
): void {
  for (let i = 0; i < rows.length; i++) for (let j = i + 1; j < rows.length; j++) visit(rows[i][j], i, j);
}

/** A prediction over the drawn points alone: cells that no point is drawn of are left out. */
import type { Prediction } from '../optimum/prediction';

/** `itemOf` names an item for each point. Items of a cell that share a point must coincide. */
export function drawnCells(prediction: Prediction, itemOf: readonly number[]): Prediction {
  const cellNow = new Map<number, number>();
  const cellOf = itemOf.map((item) => {
    const cell = prediction.cellOf[item];
    if (!cellNow.has(cell)) cellNow.set(cell, cellNow.size);
    return cellNow.get(cell) as number;
  });
  const kept = [...cellNow.keys()];
  const counts = kept.map(() => 0);
  for (const cell of cellOf) counts[cell]++;
  return {
    cellOf,
    counts,
    own: Float64Array.from(kept, (cell) => prediction.own[cell]),
    pairs: kept.map((cell) => Float64Array.from(kept, (other) => prediction.pairs[cell][other])),
  };
}

/** What a picture of many points says of pairs without a matrix over all of them. */
import type { Geometry } from '../analysis';
import type { Prediction } from '../optimum/prediction';
import { evenShare } from './evenShare';

/** Two matrices of more rows than this are neither read nor sent in a moment. */
export const MAX_ROWS = 200;

type PairSummaries = Pick<Geometry, 'rows' | 'rowOf' | 'within' | 'nearest'>;

/** `drawn` has a cell for each point. Points of one cell have the same similarities to all others. */
export function pairSummaries(drawn: Prediction): PairSummaries {
  const rows = evenShare(drawn.cellOf, MAX_ROWS);
  return {
    rows,
    rowOf: rowsOfPoints(drawn.cellOf, rows),
    within: rows.map((point) => {
      const cell = drawn.cellOf[point];
      return drawn.counts[cell] > 1 ? drawn.pairs[cell][cell] : null;
    }),
    nearest: nearestPoints(drawn),
  };
}

function rowsOfPoints(cellOf: readonly number[], rows: readonly number[]): (number | null)[] {
  const own = new Map(rows.map((point, row) => [point, row]));
  const ofCell = new Map<number, number>();
  for (const [row, point] of rows.entries()) if (!ofCell.has(cellOf[point])) ofCell.set(cellOf[point], row);
  return cellOf.map((cell, point) => own.get(point) ?? ofCell.get(cell) ?? null);
}

/** Ties go to the first point. */
function nearestPoints({ cellOf, counts, pairs }: Prediction): Geometry['nearest'] {
  const [first, second] = [counts.map(() => -1), counts.map(() => -1)];
  for (const [point, cell] of cellOf.entries()) {
    if (first[cell] < 0) first[cell] = point;
    else if (second[cell] < 0) second[cell] = point;
  }
  const nearestCell = counts.map((n, cell) => {
    let best = n > 1 ? cell : -1;
    for (let other = 0; other < counts.length; other++)
      if (other !== cell && (best < 0 || pairs[cell][other] > pairs[cell][best])) best = other;
    return best;
  });
  return cellOf.map((cell, point) => {
    const near = nearestCell[cell];
    if (near < 0) return null;
    return [near === cell && first[cell] === point ? second[cell] : first[near], pairs[cell][near]];
  });
}

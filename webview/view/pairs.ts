/** What a geometry says of two of its points, though its matrices may have rows for some of them only. */
import type { Geometry } from '../../src/protocol/panelMessages';

/** The similarity that the optimum gives two points; null where no row tells it. */
export function reachedSimilarity(
  { rowOf, attainable, within }: Pick<Geometry, 'rowOf' | 'attainable' | 'within'>,
  a: number,
  b: number,
): number | null {
  const [row, column] = [rowOf[a], rowOf[b]];
  if (row === null || column === null) return null;
  return row === column && a !== b ? within[row] : attainable[row][column];
}

/** What the weights ask for; null is −∞, undefined where nothing is asked for or no row tells it. */
export function wishedSimilarity(
  { rowOf, target }: Pick<Geometry, 'rowOf' | 'target'>,
  a: number,
  b: number,
): number | null | undefined {
  const [row, column] = [rowOf[a], rowOf[b]];
  if (target === null || row === null || column === null || (row === column && a !== b)) return undefined;
  return target[row][column];
}

/** Whether the matrices have a row for each point, so that their rows are the points. */
export function hasAllRows({ points, rows }: Pick<Geometry, 'points' | 'rows'>): boolean {
  return points.length === rows.length;
}

/** The three points whose axes are shown before somebody has chosen any. */
import type { Geometry } from '../../../src/protocol/panelMessages';

/** The largest three with a row; of points of one size the first, the middle and the last. */
export function firstThree({ points, rows }: Pick<Geometry, 'points' | 'rows'>): [number, number, number] {
  const sizes = new Set(rows.map((point) => points[point].size));
  if (sizes.size === 1) return [rows[0], rows[Math.floor(rows.length / 2)], rows[rows.length - 1]];
  const [first, second, third] = [...rows].sort((a, b) => points[b].size - points[a].size);
  return [first, second, third];
}

/** Which rows of a long list are in sight: only these are elements, however many there are. */

export interface RowRange {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** Rows above and below that are made too, so that a small step shows no gap. */
const SPARE = 6;

export function rowsInSight(count: number, rowHeight: number, scrollTop: number, height: number): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + SPARE);
  return { first: Math.min(first, Math.max(0, end)), end };
}

/** Where to scroll so that a row is whole in sight; where it is already, nothing moves. */
export function scrollToRow(row: number, rowHeight: number, scrollTop: number, height: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}

/** The row after a key; null for a key that moves nothing. */
export function rowAfterKey(key: string, row: number, count: number, pageRows: number): number | null {
  const moves: Readonly<Record<string, number | undefined>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + pageRows,
    PageUp: row - pageRows,
    Home: 0,
    End: count - 1,
  };
  const next = moves[key];
  return next === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, next));
}

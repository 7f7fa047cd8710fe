/** Where a matrix's cells and names lie in its picture: pure, so that pointer and painter agree. */

export interface MatrixLayout {
  readonly count: number;
  /** Width of the row names, 0 when there is no room for any. */
  readonly gutter: number;
  /** Height of the column names, 0 when they do not fit above their columns. */
  readonly header: number;
  /** Side of the square of all cells. */
  readonly side: number;
  readonly cell: number;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

const LARGEST_CELL = 72;
const HEADER = 18;

/** Row names need at least this much height each to be read. */
const NAME_HEIGHT = 13;

/** Names may take this share of the picture's width. */
const NAME_SHARE = 0.3;

/** A column name that is longer than its cell is cut; below this width nothing readable is left. */
const CUT_NAME_WIDTH = 56;

/** `widest` is the widest row name in pixels. */
export function matrixLayout(count: number, width: number, widest: number): MatrixLayout {
  const namesFit = (width * (1 - NAME_SHARE)) / count >= NAME_HEIGHT;
  const gutter = namesFit ? Math.ceil(Math.min(widest + 8, width * NAME_SHARE)) : 0;
  const cell = Math.min(LARGEST_CELL, (width - gutter) / count);
  return {
    count,
    gutter,
    header: cell >= Math.min(widest + 4, CUT_NAME_WIDTH) ? HEADER : 0,
    side: cell * count,
    cell,
  };
}

export function cellAt({ gutter, header, cell, count }: MatrixLayout, x: number, y: number): Cell | null {
  const column = Math.floor((x - gutter) / cell);
  const row = Math.floor((y - header) / cell);
  const inside = row >= 0 && row < count && column >= 0 && column < count;
  return inside ? { row, column } : null;
}

/** What stands at a place: a cell, or beside and above the cells a row alone, whose column is null. */
export function markAt(
  layout: MatrixLayout,
  x: number,
  y: number,
): { readonly row: number; readonly column: number | null } | null {
  const { gutter, header, cell, count } = layout;
  const named = (place: number) => (place >= 0 && place < count ? { row: place, column: null } : null);
  if (x < gutter && y >= header) return named(Math.floor((y - header) / cell));
  if (y < header && x >= gutter) return named(Math.floor((x - gutter) / cell));
  return cellAt(layout, x, y);
}

/** The next cell after an arrow key; stops at the edges. Null for other keys. */
export function cellAfterKey(key: string, { row, column }: Cell, count: number): Cell | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  const move = moves[key];
  if (move === undefined) return null;
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  return { row: clamp(row + move[0]), column: clamp(column + move[1]) };
}

/** Draws one similarity matrix on a canvas: cells, values where they fit, names, and the crosshair. */
import type { Theme } from '../theme';
import type { MatrixLayout } from './matrixLayout';
import type { MatrixSnapshot, SnapshotCell } from './matrixSnapshot';

/** Rows or columns that are pointed at. */
export interface Marked {
  readonly row: number;
  readonly column: number | null;
}

/** The cells alone, which a moving crosshair does not change. */
export function paintCells(context: CanvasRenderingContext2D, snapshot: MatrixSnapshot, theme: Theme): void {
  const stripes = hatch(context, theme);
  for (const cell of snapshot.cells) {
    context.fillStyle = cell.color ?? stripes;
    context.fillRect(cell.x, cell.y, cell.width, cell.height);
    if (cell.corner > 0) paintCorner(context, cell, theme);
    if (cell.text !== null) paintValue(context, cell, cell.text, theme);
  }
}

/** Names, and the crosshair over the cells. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  layout: MatrixLayout,
  snapshot: MatrixSnapshot,
  marked: Marked | null,
  theme: Theme,
): void {
  paintNames(context, snapshot, marked, theme);
  if (marked !== null) paintCrosshair(context, layout, marked, theme);
}

function paintValue(context: CanvasRenderingContext2D, cell: SnapshotCell, text: string, theme: Theme): void {
  const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2];
  context.font = `11px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (cell.color === null) paintPlate(context, text, x, y, theme);
  context.fillStyle = cell.textColor;
  context.fillText(text, x, y + 0.5);
}

/** Stripes for −∞. */
function hatch(context: CanvasRenderingContext2D, theme: Theme): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const ratio = context.getTransform().a || 1;
  tile.width = tile.height = Math.max(4, Math.round(6 * ratio));
  const brush = tile.getContext('2d');
  if (brush === null) return theme.background;
  brush.fillStyle = theme.background;
  brush.fillRect(0, 0, tile.width, tile.height);
  brush.strokeStyle = theme.muted;
  brush.globalAlpha = theme.highContrast ? 0.9 : 0.5;
  brush.lineWidth = ratio;
  const size = tile.width;
  brush.beginPath();
  for (const shift of [-size, 0, size]) {
    brush.moveTo(shift, size);
    brush.lineTo(shift + size, 0);
  }
  brush.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? theme.background;
}

/** Keeps a text on stripes readable. */
function paintPlate(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
): void {
  const width = context.measureText(text).width + 8;
  context.fillStyle = theme.background;
  context.fillRect(x - width / 2, y - 8, width, 16);
}

/** A folded corner marks a value that the colours end before. */
function paintCorner(
  context: CanvasRenderingContext2D,
  { x, y, width, corner }: SnapshotCell,
  theme: Theme,
): void {
  const right = x + width;
  context.fillStyle = theme.foreground;
  context.beginPath();
  context.moveTo(right - corner, y);
  context.lineTo(right, y);
  context.lineTo(right, y + corner);
  context.fill();
}

function paintNames(
  context: CanvasRenderingContext2D,
  { names }: MatrixSnapshot,
  marked: Marked | null,
  theme: Theme,
): void {
  context.textBaseline = 'middle';
  for (const { item, text, x, y, anchor, room } of names) {
    const isMarked = marked !== null && (marked.row === item || marked.column === item);
    context.fillStyle = isMarked ? theme.foreground : theme.muted;
    context.font = `${isMarked ? '600 ' : ''}11px ${theme.fontFamily}`;
    context.textAlign = anchor === 'end' ? 'right' : 'center';
    context.fillText(fitted(context, text, room), x, y);
  }
}

function paintCrosshair(
  context: CanvasRenderingContext2D,
  { gutter, header, cell, side }: MatrixLayout,
  { row, column }: Marked,
  theme: Theme,
): void {
  // Rows of a pixel or two would vanish under their own frame.
  const thick = Math.max(3, Math.round(cell));
  const along = (item: number) => Math.round(item * cell + cell / 2 - thick / 2) - 0.5;
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1;
  context.strokeRect(gutter - 0.5, header + along(row), side, thick);
  // A point alone is marked as row and as column: the matrix has it twice.
  context.strokeRect(gutter + along(column ?? row), header - 0.5, thick, side);
  if (column === null) return;
  context.lineWidth = 2;
  context.strokeStyle = theme.focus;
  context.strokeRect(gutter + along(column), header + along(row), thick, thick);
}

/** The text, or as much of it as fits with an ellipsis. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('')}…`;
}

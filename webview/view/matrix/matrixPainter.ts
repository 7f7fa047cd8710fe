/** Draws one similarity matrix on a canvas: cells, values where they fit, names, and the crosshair. */
import type { Hovered } from '../../store';
import { formatSimilarity } from '../numbers';
import { type SimilarityScale, textOn } from '../palette';
import type { Theme } from '../theme';
import type { Cell, MatrixLayout } from './matrixLayout';

export interface MatrixContent {
  readonly names: readonly string[];
  /** Null stands for −∞. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly scale: SimilarityScale;
}

/** A value of five characters needs this much room. */
const VALUE_WIDTH = 33;

/** Cells smaller than this touch, so that a picture of many is a surface and not a grid. */
const GAP_FROM = 14;

/** The cells alone, which a moving crosshair does not change. */
export function paintCells(
  context: CanvasRenderingContext2D,
  layout: MatrixLayout,
  content: MatrixContent,
  theme: Theme,
): void {
  const stripes = hatch(context, theme);
  for (let row = 0; row < layout.count; row++) {
    for (let column = 0; column < layout.count; column++)
      paintCell(context, layout, content, { row, column }, theme, stripes);
  }
}

/** Names, and the crosshair over the cells. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  layout: MatrixLayout,
  names: readonly string[],
  hovered: Hovered | null,
  theme: Theme,
): void {
  const marked = hovered !== null && hovered.row < layout.count ? hovered : null;
  paintNames(context, layout, names, marked, theme);
  if (marked !== null) paintCrosshair(context, layout, marked, theme);
}

function paintCell(
  context: CanvasRenderingContext2D,
  layout: MatrixLayout,
  { values, scale }: MatrixContent,
  { row, column }: Cell,
  theme: Theme,
  stripes: CanvasPattern | string,
): void {
  const { cell, gutter, header } = layout;
  const gap = cell >= GAP_FROM ? 1 : 0;
  // Rounded edges: fractions would blur into seams between cells.
  const left = Math.round(gutter + column * cell);
  const top = Math.round(header + row * cell);
  const width = Math.round(gutter + (column + 1) * cell) - left - gap;
  const height = Math.round(header + (row + 1) * cell) - top - gap;
  const value = values[row][column];
  const color = value === null ? null : scale.color(value);
  context.fillStyle = color ?? stripes;
  context.fillRect(left, top, width, height);
  if (value !== null && isOutside(value, scale)) paintCorner(context, left + width, top, cell, theme);
  if (cell < VALUE_WIDTH) return;
  const text = value === null ? '−∞' : formatSimilarity(value);
  context.font = `11px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (color === null) paintPlate(context, text, left + width / 2, top + height / 2, theme);
  context.fillStyle = color === null ? theme.foreground : textOn(color);
  context.fillText(text, left + width / 2, top + height / 2 + 0.5);
}

/** Whether no unit vectors have such a cosine; rounding beyond ±1 is not meant. */
export function isOutside(value: number, { kind }: SimilarityScale): boolean {
  return kind === 'diverging' && Math.abs(value) > 1 + 1e-6;
}

/** Stripes for −∞, which no colour of the scale may stand for. */
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
  right: number,
  top: number,
  cell: number,
  theme: Theme,
): void {
  const size = Math.max(2, Math.min(9, cell / 3));
  context.fillStyle = theme.foreground;
  context.beginPath();
  context.moveTo(right - size, top);
  context.lineTo(right, top);
  context.lineTo(right, top + size);
  context.fill();
}

function paintNames(
  context: CanvasRenderingContext2D,
  { gutter, header, cell, count }: MatrixLayout,
  names: readonly string[],
  hovered: Hovered | null,
  theme: Theme,
): void {
  context.textBaseline = 'middle';
  for (let k = 0; k < count; k++) {
    const chosen = hovered !== null && (hovered.row === k || hovered.column === k);
    context.fillStyle = chosen ? theme.foreground : theme.muted;
    context.font = `${chosen ? '600 ' : ''}11px ${theme.fontFamily}`;
    if (gutter > 0) {
      context.textAlign = 'right';
      context.fillText(fitted(context, names[k], gutter - 6), gutter - 6, header + (k + 0.5) * cell);
    }
    if (header > 0) {
      context.textAlign = 'center';
      context.fillText(fitted(context, names[k], cell - 4), gutter + (k + 0.5) * cell, header / 2 - 1);
    }
  }
}

function paintCrosshair(
  context: CanvasRenderingContext2D,
  { gutter, header, cell, side }: MatrixLayout,
  { row, column }: Hovered,
  theme: Theme,
): void {
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1;
  context.strokeRect(gutter - 0.5, Math.round(header + row * cell) - 0.5, side, Math.round(cell));
  if (column === null) return;
  context.strokeRect(Math.round(gutter + column * cell) - 0.5, header - 0.5, Math.round(cell), side);
  context.lineWidth = 2;
  context.strokeStyle = theme.focus;
  context.strokeRect(gutter + column * cell - 0.5, header + row * cell - 0.5, cell, cell);
}

/** The text, or as much of it as fits with an ellipsis. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('')}…`;
}

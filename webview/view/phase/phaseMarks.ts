/** Draws over the plane: the verdicts' names, where the objective stands, thresholds, and the cursor. */
import type { Node } from '../../phase/phaseGrid';
import type { Theme } from '../theme';
import { paintPlate } from './paintPlate';
import { nodePixel, type PhaseLayout, pixelOf } from './phaseLayout';
import type { RegionName } from './regionNames';

type Place = readonly [x: number, y: number];

export interface PhaseMarks {
  /** Where the objective stands now, in shares of the plane's sides; null where that is not known. */
  readonly present: Place | null;
  /** Where the file has it, when that is elsewhere. */
  readonly inFile: Place | null;
  readonly thresholds: readonly { readonly at: Place; readonly label: string; readonly along: 'x' | 'y' }[];
}

export function paintNames(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  names: readonly RegionName[],
  avoid: Place | null,
  theme: Theme,
): void {
  context.font = `600 12px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const point = avoid === null ? null : pixelOf(layout, avoid);
  for (const { kind, x, y } of names) {
    const [left, top] = nodePixel(layout, { x, y });
    const text = kind === 'none' ? 'no verdict' : kind;
    const isOver = point !== null && Math.abs(point[0] - left) < 60 && Math.abs(point[1] - top) < 24;
    paintPlate(context, text, left, isOver ? top + 30 : top, theme);
  }
}

/** The lines through the present point, on which thresholds lie. */
export function paintCrosshair(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  { present }: PhaseMarks,
  theme: Theme,
): void {
  if (present === null || !isInside(present)) return;
  const [x, y] = pixelOf(layout, present);
  const { left, top, planeWidth, planeHeight } = layout;
  context.setLineDash([2, 4]);
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1;
  line(context, left, y, left + planeWidth, y);
  line(context, x, top, x, top + planeHeight);
  context.setLineDash([]);
}

export function paintMarks(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  { present, inFile, thresholds }: PhaseMarks,
  theme: Theme,
): void {
  if (inFile !== null && isInside(inFile)) paintSquare(context, pixelOf(layout, inFile), theme);
  if (present === null || !isInside(present)) return;
  for (const threshold of thresholds)
    if (isInside(threshold.at)) paintThreshold(context, layout, threshold, theme);
  paintDot(context, ...pixelOf(layout, present), theme);
}

export function paintCursor(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  node: Node,
  theme: Theme,
): void {
  const [x, y] = nodePixel(layout, node);
  for (const [color, width] of [[theme.background, 4] as const, [theme.foreground, 2] as const]) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.stroke();
  }
}

const isInside = ([x, y]: Place) => Math.min(x, y) >= -1e-6 && Math.max(x, y) <= 1 + 1e-6;

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

function paintThreshold(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  { at, label, along }: PhaseMarks['thresholds'][number],
  theme: Theme,
): void {
  const [x, y] = pixelOf(layout, at);
  const [dx, dy] = along === 'x' ? [0, 7] : [7, 0];
  for (const [color, width] of [[theme.background, 5] as const, [theme.foreground, 2.5] as const]) {
    context.strokeStyle = color;
    context.lineWidth = width;
    line(context, x - dx, y - dy, x + dx, y + dy);
  }
  context.font = `600 11px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const isLow = at[1] > 0.9;
  if (along === 'x') paintPlate(context, label, x, isLow ? y + 20 : y - 20, theme);
  else
    paintPlate(
      context,
      label,
      x + (at[0] > 0.8 ? -1 : 1) * (context.measureText(label).width / 2 + 18),
      y,
      theme,
    );
}

function paintDot(context: CanvasRenderingContext2D, x: number, y: number, theme: Theme): void {
  for (const [color, radius] of [
    [theme.background, 8] as const,
    [theme.foreground, 6] as const,
    [theme.background, 2.5] as const,
  ]) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

function paintSquare(context: CanvasRenderingContext2D, [x, y]: Place, theme: Theme): void {
  for (const [color, width] of [[theme.background, 5] as const, [theme.foreground, 2] as const]) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.strokeRect(x - 6, y - 6, 12, 12);
  }
}

/** Draws over the plane: lines where verdict and gap turn, names, where the objective stands, and the cursor. */
import type { Node } from '../../phase/phaseGrid';
import type { Theme } from '../theme';
import { tickText } from './phaseAxes';
import type { PhaseField } from './phaseField';
import { nodePixel, type PhaseLayout, pixelOf } from './phaseLayout';
import { gapLines, type Segment, turnLines } from './phaseLines';
import { regionNames } from './regionNames';

type Place = readonly [x: number, y: number];

export interface PhaseMarks {
  /** Where the objective stands now, in shares of the plane's sides; null where that is not known. */
  readonly present: Place | null;
  /** Where the file has it, when that is elsewhere. */
  readonly inFile: Place | null;
  readonly thresholds: readonly { readonly at: Place; readonly label: string; readonly along: 'x' | 'y' }[];
}

/** Powers of ten of nats whose line is drawn. */
const LEVELS = [-4, -3, -2, -1, 0, 1];

export function paintLines(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  field: PhaseField,
  theme: Theme,
): void {
  context.lineCap = 'round';
  context.strokeStyle = theme.foreground;
  context.globalAlpha = theme.highContrast ? 0.9 : 0.4;
  context.lineWidth = 1;
  const lines = LEVELS.map((level) => gapLines(field, level));
  for (const segments of lines) stroke(context, layout, segments);
  context.globalAlpha = 1;
  context.lineWidth = 2;
  stroke(context, layout, turnLines(field));
  paintLevels(context, layout, lines, theme);
}

/** Each line's gap, at its right end, as long as none hides another. */
function paintLevels(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  lines: readonly (readonly Segment[])[],
  theme: Theme,
): void {
  context.font = `10px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const taken: (readonly [number, number])[] = [];
  for (const [k, segments] of lines.entries()) {
    if (segments.length < LEAST_SEGMENTS) continue;
    const ends = segments.flatMap(([x0, y0, x1, y1]) => [[x0, y0] as const, [x1, y1] as const]);
    const [x, y] = ends.reduce((best, end) => (end[0] > best[0] ? end : best));
    const [right, top] = nodePixel(layout, { x, y });
    const [left, middle] = [
      Math.min(right, layout.left + layout.planeWidth) - 22,
      Math.max(top, layout.top + 9),
    ];
    if (taken.some((place) => Math.abs(place[0] - left) < 40 && Math.abs(place[1] - middle) < 16)) continue;
    taken.push([left, middle]);
    paintPlate(context, tickText(10 ** LEVELS[k]), left, middle, theme, 14);
  }
}

/** A shorter line needs no name. */
const LEAST_SEGMENTS = 4;

export function paintNames(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  field: PhaseField,
  avoid: Place | null,
  theme: Theme,
): void {
  context.font = `600 12px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const point = avoid === null ? null : pixelOf(layout, avoid);
  for (const { kind, x, y } of regionNames(field)) {
    const [left, top] = nodePixel(layout, { x, y });
    const text = kind === 'none' ? 'no verdict' : kind;
    const isOver = point !== null && Math.abs(point[0] - left) < 60 && Math.abs(point[1] - top) < 24;
    paintPlate(context, text, left, isOver ? top + 30 : top, theme);
  }
}

export function paintMarks(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  { present, inFile, thresholds }: PhaseMarks,
  theme: Theme,
): void {
  if (inFile !== null && isInside(inFile)) paintSquare(context, pixelOf(layout, inFile), theme);
  if (present === null || !isInside(present)) return;
  const [x, y] = pixelOf(layout, present);
  const { left, top, planeWidth, planeHeight } = layout;
  context.setLineDash([2, 4]);
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1;
  line(context, left, y, left + planeWidth, y);
  line(context, x, top, x, top + planeHeight);
  context.setLineDash([]);
  for (const threshold of thresholds)
    if (isInside(threshold.at)) paintThreshold(context, layout, threshold, theme);
  paintDot(context, x, y, theme);
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

function stroke(context: CanvasRenderingContext2D, layout: PhaseLayout, segments: readonly Segment[]): void {
  context.beginPath();
  for (const [x0, y0, x1, y1] of segments) {
    context.moveTo(...nodePixel(layout, { x: x0, y: y0 }));
    context.lineTo(...nodePixel(layout, { x: x1, y: y1 }));
  }
  context.stroke();
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

/** Keeps a text readable on every colour. */
function paintPlate(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
  height = 20,
): void {
  const width = context.measureText(text).width + 0.7 * height;
  context.fillStyle = theme.background;
  context.globalAlpha = theme.highContrast ? 1 : 0.86;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 4);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = theme.foreground;
  context.fillText(text, x, y + 0.5);
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

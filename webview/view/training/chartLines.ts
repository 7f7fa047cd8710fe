/** Dashed lines across a chart, each with its name: what a curve is judged by. */
import uPlot from 'uplot';
import { formatNumber } from '../numbers';
import type { Theme } from '../theme';

export interface HorizontalLine {
  /** On the chart's own axis. */
  readonly value: number;
  readonly name: string;
  readonly color: 'bound' | 'minimum';
}

/** Lengths of stroke and gap, in pixels: colours alone do not tell the lines apart. */
const DASHES = { minimum: [7, 4], bound: [2, 3] } as const;

/** Of a line to its name, of a name to the next, and of the piece of line beside a name; in pixels. */
const NAME_DISTANCE = 5;
const NAME_HEIGHT = 14;
const SWATCH = 18;

/** `lines` from the top of the picture down. */
export function drawLines(plot: uPlot, lines: readonly HorizontalLine[], theme: Theme): void {
  const { ctx, bbox } = plot;
  const heights = lines.map(({ value }) => Math.round(plot.valToPos(value, 'y', true)) + 0.5);
  const right = bbox.left + bbox.width;
  ctx.save();
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  lines.forEach((line, k) => {
    strokeLine(ctx, line, theme, { from: bbox.left, to: right, y: heights[k] });
  });
  const tops = nameTops(heights, uPlot.pxRatio);
  lines.forEach((line, k) => {
    drawName(ctx, line, theme, { right, top: tops[k] });
  });
  ctx.restore();
}

export const nameOf = ({ name, value }: HorizontalLine) => `${name} ${formatNumber(value)}`;

/**
 * Names stand below their lines, where no loss can be; those of lines that are close together below the lower one,
 * the upper line's name first.
 */
function nameTops(heights: readonly number[], ratio: number): number[] {
  const row = NAME_HEIGHT * ratio;
  const below = heights.map((height) => height + NAME_DISTANCE * ratio);
  if (heights.length < 2 || below[0] + row <= heights[1]) return below;
  return [below[1], below[1] + row];
}

interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

function strokeLine(
  ctx: CanvasRenderingContext2D,
  { color }: HorizontalLine,
  theme: Theme,
  { from, to, y }: Stroke,
): void {
  ctx.strokeStyle = theme[color];
  ctx.setLineDash(DASHES[color].map((length) => length * uPlot.pxRatio));
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
}

/** In the foreground colour, beside a piece of its line: the lines' own colours are too pale for text. */
function drawName(
  ctx: CanvasRenderingContext2D,
  line: HorizontalLine,
  theme: Theme,
  { right, top }: { readonly right: number; readonly top: number },
): void {
  const ratio = uPlot.pxRatio;
  const text = nameOf(line);
  ctx.font = `${11 * ratio}px ${theme.fontFamily}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  ctx.fillStyle = theme.foreground;
  ctx.fillText(text, right, top);
  const to = right - ctx.measureText(text).width - 6 * ratio;
  strokeLine(ctx, line, theme, { from: to - SWATCH * ratio, to, y: Math.round(top + 6 * ratio) + 0.5 });
}

/** Draws the axes of the plane: round numbers, fine lines through them, and the names of both parameters. */
import { type LogRange, shareOf, ticksOf } from '../../phase/logRange';
import type { DrawnPlane } from '../../phase/phaseState';
import type { Theme } from '../theme';
import { type PhaseLayout, pixelOf } from './phaseLayout';

/** Two numbers nearer than this, in pixels, would run into each other. */
const LEAST_APART = { x: 34, y: 20 };

export function paintAxes(
  context: CanvasRenderingContext2D,
  layout: PhaseLayout,
  { plane, x, y }: DrawnPlane,
  theme: Theme,
): void {
  const { left, top, planeWidth, planeHeight, height } = layout;
  const right = left + planeWidth;
  const bottom = top + planeHeight;
  context.font = `11px ${theme.fontFamily}`;
  context.strokeStyle = theme.muted;
  context.fillStyle = theme.muted;
  context.lineWidth = 1;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of spread(x, planeWidth, LEAST_APART.x)) {
    const [at] = pixelOf(layout, [shareOf(x, tick), 0]);
    paintTick(context, [at, bottom, at, bottom + 4]);
    context.fillText(tickText(tick), Math.min(at, right - 6), bottom + 7);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of spread(y, planeHeight, LEAST_APART.y)) {
    const [, at] = pixelOf(layout, [0, shareOf(y, tick)]);
    paintTick(context, [left - 4, at, left, at]);
    context.fillText(tickText(tick), left - 7, at);
  }
  context.strokeRect(left - 0.5, top - 0.5, planeWidth + 1, planeHeight + 1);
  context.fillStyle = theme.foreground;
  context.textBaseline = 'alphabetic';
  context.fillText(plane.x.label, right, height - 5, planeWidth);
  context.textAlign = 'left';
  context.fillText(plane.y.label, 2, 13, layout.width - 4);
}

/** Round numbers with room between their texts; those with fewer digits are kept first. */
function spread(range: LogRange, length: number, apart: number): number[] {
  const kept: number[] = [];
  const ticks = ticksOf(range);
  const plainness = (tick: number) =>
    String(Number(tick.toExponential().split('e')[0])).length * 10 + firstDigit(tick);
  for (const tick of [...ticks].sort((a, b) => plainness(a) - plainness(b))) {
    const at = shareOf(range, tick) * length;
    if (kept.every((other) => Math.abs(shareOf(range, other) * length - at) >= apart)) kept.push(tick);
  }
  return kept;
}

/** 1 before 5 before 2 before the others. */
function firstDigit(tick: number): number {
  const digit = Number(tick.toExponential()[0]);
  return [1, 5, 2].includes(digit) ? [1, 5, 2].indexOf(digit) : digit;
}

export function tickText(tick: number): string {
  if (tick >= 1e-3 && tick < 1e5) return String(Number(tick.toPrecision(3)));
  const [digits, exponent] = tick.toExponential().split('e');
  return `${digits}e${exponent.replace('+', '').replace('-', '−')}`;
}

function paintTick(context: CanvasRenderingContext2D, [x0, y0, x1, y1]: readonly number[]): void {
  context.beginPath();
  context.moveTo(Math.round(x0) - 0.5, Math.round(y0) - 0.5);
  context.lineTo(Math.round(x1) - 0.5, Math.round(y1) - 0.5);
  context.stroke();
}

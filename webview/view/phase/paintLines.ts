/** Draws where the verdict turns, and where the gap is a power of ten, with the gap at the line's end. */
import type { Theme } from '../theme';
import { paintPlate } from './paintPlate';
import { tickText } from './phaseAxes';
import type { PhaseField } from './phaseField';
import { nodePixel, type PhaseLayout } from './phaseLayout';
import { gapLines, type Segment, turnLines } from './phaseLines';

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

function stroke(context: CanvasRenderingContext2D, layout: PhaseLayout, segments: readonly Segment[]): void {
  context.beginPath();
  for (const [x0, y0, x1, y1] of segments) {
    context.moveTo(...nodePixel(layout, { x: x0, y: y0 }));
    context.lineTo(...nodePixel(layout, { x: x1, y: y1 }));
  }
  context.stroke();
}

/** The loss curve with the two lines that it is judged by: the entropic bound and the predicted minimum. */
import uPlot from 'uplot';
import type { Analysis } from '../../../src/protocol/panelMessages';
import type { TrainingState } from '../../trainingState';
import { element, onResize } from '../dom';
import { formatNumber } from '../numbers';
import { onThemeChange, readTheme, type Theme } from '../theme';
import { lossRange } from './lossRange';

const HEIGHT = 220;

/** Of a line to its name, of a name to the next, and of the piece of line beside a name; in pixels. */
const NAME_DISTANCE = 5;
const NAME_HEIGHT = 14;
const SWATCH = 18;

export interface LossChart {
  readonly root: HTMLElement;
  show(state: TrainingState, analysis: Analysis): void;
}

interface Shown {
  readonly state: TrainingState;
  readonly analysis: Analysis;
}

export function createLossChart(): LossChart {
  const root = element('div', { className: 'loss-chart', testId: 'loss-chart', attributes: { role: 'img' } });
  let shown: Shown | null = null;
  let plot: uPlot | null = null;

  function rebuild(): void {
    plot?.destroy();
    plot = null;
    update();
  }
  function update(): void {
    if (shown === null || root.clientWidth === 0) return;
    plot ??= new uPlot(
      options(root.clientWidth, () => shown, readTheme()),
      [[], []],
      root,
    );
    plot.setData(curve(shown.state.losses));
    root.setAttribute('aria-label', describe(shown));
  }
  onResize(root, () => {
    if (plot === null) update();
    else if (root.clientWidth > 0) plot.setSize({ width: root.clientWidth, height: HEIGHT });
  });
  onThemeChange(rebuild);
  return {
    root,
    show(state, analysis) {
      shown = { state, analysis };
      update();
    },
  };
}

function curve(losses: readonly number[]): uPlot.AlignedData {
  return [losses.map((_, step) => step), [...losses]];
}

function options(width: number, now: () => Shown | null, theme: Theme): uPlot.Options {
  const axis = {
    stroke: theme.muted,
    font: `11px ${theme.fontFamily}`,
    grid: { stroke: faint(theme), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [0, now()?.state.steps ?? 1] },
      y: {
        range: () => {
          const shown = now();
          if (shown === null) return [0, 1];
          return lossRange(shown.state.losses, shown.analysis.bound, shown.analysis.minimum);
        },
      },
    },
    series: [{}, { stroke: theme.curve, width: 2, points: { show: false } }],
    axes: [
      { ...axis, size: 26, gap: 4, space: 60, grid: { show: false } },
      { ...axis, size: 46, gap: 6, space: 36, values: (_, ticks) => tickTexts(ticks) },
    ],
    hooks: { draw: [(plot) => drawLines(plot, now(), theme)] },
  };
}

/** As many decimals as neighbouring ticks need to differ. */
function tickTexts(ticks: readonly number[]): string[] {
  const distance = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(distance) - 1e-9)));
  return ticks.map((tick) => formatNumber(tick, decimals));
}

interface HorizontalLine {
  readonly value: number;
  readonly name: string;
  readonly color: string;
  /** Lengths of stroke and gap, in pixels. */
  readonly dash: readonly [number, number];
}

/** From the top of the picture down. */
function lines({ bound, minimum }: Analysis, theme: Theme): HorizontalLine[] {
  const made: HorizontalLine[] = [];
  if (minimum !== null)
    made.push({ value: minimum, name: 'predicted minimum', color: theme.minimum, dash: [7, 4] });
  if (bound !== null) made.push({ value: bound, name: 'entropic bound', color: theme.bound, dash: [2, 3] });
  return made;
}

function drawLines(plot: uPlot, shown: Shown | null, theme: Theme): void {
  if (shown === null) return;
  const { ctx, bbox } = plot;
  const drawn = lines(shown.analysis, theme);
  const heights = drawn.map(({ value }) => Math.round(plot.valToPos(value, 'y', true)) + 0.5);
  ctx.save();
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  drawn.forEach((line, k) => {
    strokeLine(ctx, line, bbox.left, bbox.left + bbox.width, heights[k]);
  });
  const tops = nameTops(heights, uPlot.pxRatio);
  drawn.forEach((line, k) => {
    drawName(ctx, line, bbox.left + bbox.width, tops[k], theme);
  });
  ctx.restore();
}

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

function strokeLine(
  ctx: CanvasRenderingContext2D,
  { color, dash }: HorizontalLine,
  from: number,
  to: number,
  y: number,
): void {
  ctx.strokeStyle = color;
  ctx.setLineDash(dash.map((length) => length * uPlot.pxRatio));
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
}

/** In the foreground colour, beside a piece of its line: the lines' own colours are too pale for text. */
function drawName(
  ctx: CanvasRenderingContext2D,
  line: HorizontalLine,
  right: number,
  top: number,
  theme: Theme,
): void {
  const ratio = uPlot.pxRatio;
  const text = `${line.name} ${formatNumber(line.value)}`;
  ctx.font = `${11 * ratio}px ${theme.fontFamily}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  ctx.fillStyle = theme.foreground;
  ctx.fillText(text, right, top);
  const swatchEnd = right - ctx.measureText(text).width - 6 * ratio;
  strokeLine(ctx, line, swatchEnd - SWATCH * ratio, swatchEnd, Math.round(top + 6 * ratio) + 0.5);
}

function faint(theme: Theme): string {
  return theme.dark ? 'rgba(255, 255, 255, 0.09)' : 'rgba(0, 0, 0, 0.08)';
}

function describe({ state, analysis }: Shown): string {
  const named = lines(analysis, readTheme()).map(({ name, value }) => `${name} ${formatNumber(value)}`);
  const ran =
    state.losses.length > 0
      ? `from ${formatNumber(state.losses[0])} to ${formatNumber(state.losses.at(-1) ?? 0)}`
      : 'not started';
  return `Loss against steps: ${[ran, ...named].join(', ')}`;
}

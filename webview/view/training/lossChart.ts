/** The loss curve with the two lines that it is judged by: the entropic bound and the predicted minimum. */
import uPlot from 'uplot';
import type { Analysis } from '../../../src/protocol/panelMessages';
import type { TrainingState } from '../../trainingState';
import { element, onResize } from '../dom';
import { formatNumber } from '../numbers';
import { onThemeChange, readTheme, type Theme } from '../theme';
import { lossRange } from './lossRange';

const HEIGHT = 220;

/** Of a line to its name, in pixels. */
const NAME_DISTANCE = 5;

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
  readonly side: 'above' | 'below';
}

function lines({ bound, minimum }: Analysis, theme: Theme): HorizontalLine[] {
  const made: HorizontalLine[] = [];
  if (bound !== null) made.push({ value: bound, name: 'entropic bound', color: theme.bound, side: 'below' });
  if (minimum !== null)
    made.push({ value: minimum, name: 'predicted minimum', color: theme.minimum, side: 'above' });
  return made;
}

function drawLines(plot: uPlot, shown: Shown | null, theme: Theme): void {
  if (shown === null) return;
  const { ctx } = plot;
  const ratio = uPlot.pxRatio;
  const { left, width } = plot.bbox;
  ctx.save();
  ctx.font = `${11 * ratio}px ${theme.fontFamily}`;
  ctx.textAlign = 'right';
  for (const { value, name, color, side } of lines(shown.analysis, theme)) {
    const y = Math.round(plot.valToPos(value, 'y', true)) + 0.5;
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.5 * ratio;
    ctx.setLineDash(side === 'below' ? [2 * ratio, 3 * ratio] : [7 * ratio, 4 * ratio]);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.stroke();
    const text = `${name} ${formatNumber(value)}`;
    const textTop = side === 'above' ? y - (NAME_DISTANCE + 12) * ratio : y + NAME_DISTANCE * ratio;
    drawName(ctx, text, left + width - 2 * ratio, textTop, theme);
  }
  ctx.restore();
}

/** In the foreground colour: the lines' own colours are too pale for text on a light background. */
function drawName(
  ctx: CanvasRenderingContext2D,
  text: string,
  right: number,
  top: number,
  theme: Theme,
): void {
  const ratio = uPlot.pxRatio;
  ctx.textBaseline = 'top';
  const width = ctx.measureText(text).width;
  ctx.globalAlpha = 0.8;
  ctx.fillStyle = theme.background;
  ctx.fillRect(right - width - 2 * ratio, top - ratio, width + 4 * ratio, 13 * ratio);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.foreground;
  ctx.fillText(text, right, top);
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

/** A chart of one or two curves over the steps of a run, with the lines that they are judged by. */
import uPlot from 'uplot';
import { element, onResize } from '../dom';
import { formatNumber } from '../numbers';
import { onThemeChange, readTheme, type Theme } from '../theme';
import { drawLines, type HorizontalLine } from './chartLines';

export interface ChartContent {
  /** Last step of the axis. */
  readonly steps: number;
  readonly x: readonly number[];
  /** The curve that counts; null where it has no value. */
  readonly curve: readonly (number | null)[];
  /** One beside it, drawn paler. */
  readonly second: readonly (number | null)[];
  readonly lines: readonly HorizontalLine[];
  readonly range: readonly [number, number];
  /** The picture in words. */
  readonly description: string;
}

export interface LineChart {
  readonly root: HTMLElement;
  show(content: ChartContent): void;
}

/** `powers`: values are logarithms to the base 10, and ticks the numbers themselves. */
export function createLineChart(testId: string, height: number, powers = false): LineChart {
  const root = element('div', { className: 'line-chart', testId, attributes: { role: 'img' } });
  root.style.minHeight = `${height}px`;
  let shown: ChartContent | null = null;
  let plot: uPlot | null = null;

  function rebuild(): void {
    plot?.destroy();
    plot = null;
    update();
  }
  function update(): void {
    // Nobody sees a hidden page: it is painted when it comes back.
    if (shown === null || root.clientWidth === 0 || document.hidden) return;
    plot ??= new uPlot(
      options({ width: root.clientWidth, height, powers }, () => shown, readTheme()),
      [[], [], []],
      root,
    );
    plot.setData([[...shown.x], [...shown.second], [...shown.curve]]);
  }
  onResize(root, () => {
    if (plot === null) update();
    else if (root.clientWidth > 0) plot.setSize({ width: root.clientWidth, height });
  });
  onThemeChange(rebuild);
  document.addEventListener('visibilitychange', update);
  return {
    root,
    show(content) {
      shown = content;
      root.setAttribute('aria-label', content.description);
      update();
    },
  };
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly powers: boolean;
}

function options(
  { width, height, powers }: Frame,
  now: () => ChartContent | null,
  theme: Theme,
): uPlot.Options {
  const axis = {
    stroke: theme.muted,
    font: `11px ${theme.fontFamily}`,
    grid: { stroke: faint(theme), width: 1 },
    ticks: { show: false },
  };
  const values = (_: uPlot, ticks: number[]) => (powers ? ticks.map(powerText) : tickTexts(ticks));
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [0, now()?.steps ?? 1] },
      y: { range: () => [...(now()?.range ?? [0, 1])] },
    },
    series: [
      {},
      { stroke: theme.muted, width: 1, points: { show: false }, spanGaps: true },
      { stroke: theme.curve, width: 2, points: { show: false }, spanGaps: true },
    ],
    axes: [
      { ...axis, size: 26, gap: 4, space: 60, grid: { show: false } },
      { ...axis, size: 46, gap: 6, space: 36, values, ...(powers ? { incrs: [1, 2, 5] } : {}) },
    ],
    hooks: { draw: [(plot) => drawLines(plot, now()?.lines ?? [], theme)] },
  };
}

/** As many decimals as neighbouring ticks need to differ. */
function tickTexts(ticks: readonly number[]): string[] {
  const distance = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(distance) - 1e-9)));
  return ticks.map((tick) => formatNumber(tick, decimals));
}

/** 1, 0.1, 0.01, 0.001, and powers of ten below. */
function powerText(power: number): string {
  return power >= -4 ? String(Number((10 ** power).toPrecision(6))) : formatNumber(10 ** power);
}

function faint(theme: Theme): string {
  return theme.dark ? 'rgba(255, 255, 255, 0.09)' : 'rgba(0, 0, 0, 0.08)';
}

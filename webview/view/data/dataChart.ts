/** A bar chart of class sizes or labels: what a bar counts is told under it, by pointer and by arrow keys alike. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { displayText, element, hiddenTable, onResize, svgElement } from '../dom';
import { formatCount } from '../numbers';
import { axisLabels, barAfterKey, type DataChart, type PlacedBar, placeBars, pointsOfBars } from './dataBars';

const HEIGHT = 84;
/** Room for the largest count above, and for the labels below. */
const TOP = 18;
const BOTTOM = 18;

export interface ChartView {
  readonly root: HTMLElement;
  /** Draws at once where the chart is in the page already. */
  show(view: ObjectiveView, chart: DataChart): void;
  /** Marks the bars of the point that is under the pointer, here or elsewhere. */
  mark(point: number | null): void;
}

export function createDataChart(store: Store): ChartView {
  const readout = element('p', {
    className: 'data-readout hint',
    testId: 'data-readout',
    attributes: { role: 'status' },
  });
  const plot = element('div', {
    className: 'data-plot',
    testId: 'data-plot',
    attributes: { tabindex: '0', role: 'group' },
  });
  const table = element('div', {});
  let shown: DataChart = NOTHING;
  let points: readonly (number | null)[] = [];
  let shapes: readonly SVGElement[] = [];
  let active: number | null = null;

  function mark(point: number | null): void {
    for (const [bar, shape] of shapes.entries())
      shape.classList.toggle('active', bar === active || (point !== null && points[bar] === point));
  }
  function activate(bar: number | null): void {
    if (bar === active) return;
    active = bar;
    readout.textContent = displayText(bar === null ? shown.title : shown.bars[bar].says);
    const point = bar === null ? null : points[bar];
    mark(point);
    store.set({ hovered: point === null ? null : { row: point, column: null } });
  }
  function draw(): void {
    const width = plot.clientWidth;
    if (width === 0) return;
    const drawn = drawChart(shown, width);
    shapes = drawn.bars;
    plot.replaceChildren(drawn.svg);
    mark(null);
  }
  listen(plot, { active: () => active, count: () => shown.bars.length, activate });
  onResize(plot, draw);
  return {
    root: element('div', { className: 'data-chart' }, plot, readout, table),
    show(view, chart) {
      shown = chart;
      points = pointsOfBars(view, chart);
      active = null;
      readout.textContent = displayText(chart.title);
      plot.setAttribute('aria-label', `${chart.title}: bars. The arrow keys go from bar to bar.`);
      const rows = chart.bars.map(({ says }) => [says]);
      table.replaceChildren(hiddenTable(displayText(chart.title), ['Bar'], rows));
      draw();
    },
    mark,
  };
}

const NOTHING: DataChart = { kind: 'sizes', title: '', bars: [] };

interface Bars {
  active(): number | null;
  count(): number;
  activate(bar: number | null): void;
}

function listen(plot: HTMLElement, { active, count, activate }: Bars): void {
  plot.addEventListener('pointermove', (event) => {
    const bar = event.target instanceof Element ? event.target.getAttribute('data-bar') : null;
    activate(bar === null ? null : Number(bar));
  });
  plot.addEventListener('pointerleave', () => activate(null));
  plot.addEventListener('blur', () => activate(null));
  plot.addEventListener('focus', () => {
    if (plot.matches(':focus-visible') && count() > 0) activate(0);
  });
  plot.addEventListener('keydown', (event) => {
    const next = barAfterKey(event.key, active() ?? -1, count());
    if (next === null) return;
    event.preventDefault();
    activate(next);
  });
}

function drawChart(chart: DataChart, width: number): { svg: SVGElement; bars: SVGElement[] } {
  const placed = placeBars(chart, width, HEIGHT);
  const svg = svgElement('svg', { width, height: TOP + HEIGHT + BOTTOM, 'aria-hidden': 'true' });
  const bars = placed.map(({ left, width: thickness, height }) =>
    svgElement('rect', {
      class: 'data-bar',
      x: left,
      y: TOP + HEIGHT - height,
      width: thickness,
      height,
      rx: Math.min(2, thickness / 4),
    }),
  );
  const highest = chart.bars.reduce((most, { count }) => Math.max(most, count), 0);
  svg.append(
    ...bars,
    svgElement('line', { class: 'base', x1: 0, x2: width, y1: TOP + HEIGHT, y2: TOP + HEIGHT }),
    svgElement(
      'text',
      { x: 0, y: TOP - 6 },
      `${formatCount(Math.round(highest))} ${Math.round(highest) === 1 ? 'sample' : 'samples'}`,
    ),
    ...axisLabels(chart, placed).map(({ x, text, anchor }) =>
      svgElement('text', { x, y: TOP + HEIGHT + 13, 'text-anchor': anchor }, displayText(text)),
    ),
    ...placed.map(hitArea),
  );
  return { svg, bars };
}

/** As high as the chart, so that small bars are met too. */
function hitArea({ left, pitch }: PlacedBar, bar: number): SVGElement {
  return svgElement('rect', {
    class: 'data-hit',
    'data-bar': bar,
    x: left,
    y: 0,
    width: pitch,
    height: TOP + HEIGHT,
  });
}

/** The section with the eigenvalues: how many dimensions the geometry fills, and how evenly. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Hovered, Store } from '../../store';
import { drawnSvg } from '../../takeAway/drawnSvg';
import type { Figures } from '../../takeAway/figures';
import { displayText, element, hiddenTable, onResize, section, svgElement } from '../dom';
import { formatNumber } from '../numbers';
import { readTheme } from '../theme';
import { type Bar, boundaryAfter, MOST_BARS, shareOnAxes, spectrumBars, spectrumText } from './spectrumBars';

const HEIGHT = 96;
/** Room above the bars for the largest value, below for their numbers, and on the left for nothing to be cut. */
const TOP = 18;
const BOTTOM = 18;

export function createSpectrumSection(store: Store, figures: Figures): HTMLElement {
  const picture = element('div', { className: 'spectrum-picture' });
  const caption = element('p', { className: 'caption', testId: 'spectrum-caption' });
  const table = element('div', {});
  const readout = element('p', { className: 'readout', testId: 'spectrum-readout' });
  const root = section('Eigenvalues', 'spectrum', picture, caption, readout, table);

  function draw(): void {
    const view = store.get().view;
    const width = picture.clientWidth;
    if (view?.analysis.geometry && width > 0) picture.replaceChildren(chart(view, width));
  }
  function show(view: ObjectiveView | null): void {
    const geometry = view?.analysis.geometry ?? null;
    root.hidden = geometry === null;
    if (view === null || geometry === null) return;
    const { eigenvalues } = geometry;
    caption.textContent = spectrumText(eigenvalues.length, view.analysis.rank, namedDimension(view));
    const rows = eigenvalues.slice(0, MOST_BARS).map((value, k) => [String(k + 1), formatNumber(value, 3)]);
    table.replaceChildren(hiddenTable('Eigenvalues, the largest first', ['Number', 'Eigenvalue'], rows));
    draw();
  }
  figures.add({
    id: 'eigenvalues',
    label: 'Eigenvalues',
    svg: () => {
      const drawn = root.hidden ? null : picture.querySelector('svg');
      return drawn && drawnSvg(drawn, readTheme(), 'Eigenvalues, the largest first');
    },
  });
  function showHovered(hovered: Hovered | null): void {
    const geometry = store.get().view?.analysis.geometry ?? null;
    const points = hovered === null ? [] : [...new Set([hovered.row, hovered.column ?? hovered.row])];
    const shares = points.map((point) =>
      geometry !== null && point < geometry.points.length ? shareOnAxes(geometry, point) : null,
    );
    readout.textContent = displayText(shares.filter((share) => share !== null).join(' '));
  }
  onResize(picture, draw);
  store.watch((state) => state.hovered, showHovered);
  store.watch((state) => state.view, show);
  return root;
}

/** The embedding dimension that the objective names, if it does. */
export function namedDimension({ parameters }: ObjectiveView): number | null {
  const value = Number(parameters.find((parameter) => parameter.name === 'dimension')?.value ?? Number.NaN);
  return Number.isInteger(value) && value > 0 ? value : null;
}

function chart(view: ObjectiveView, width: number): SVGElement {
  const eigenvalues = view.analysis.geometry?.eigenvalues ?? [];
  const bars = spectrumBars(eigenvalues, view.analysis.rank, width, HEIGHT);
  const svg = svgElement('svg', { width, height: TOP + HEIGHT + BOTTOM, 'aria-hidden': 'true' });
  for (const bar of bars) svg.append(barShape(bar));
  svg.append(...barNumbers(bars));
  const largest = eigenvalues[0] ?? 0;
  svg.append(text(bars[0]?.left ?? 0, TOP - 6, formatNumber(largest, 2), 'value'));
  svg.append(svgElement('line', { class: 'base', x1: 0, x2: width, y1: TOP + HEIGHT, y2: TOP + HEIGHT }));
  svg.append(...boundaries(view, bars, width));
  return svg;
}

function barShape({ left, width, height, role }: Bar): SVGElement {
  return svgElement('rect', {
    class: `bar ${role}`,
    x: left,
    y: TOP + HEIGHT - height,
    width: Math.max(1, width),
    height,
    rx: Math.min(2, width / 4),
  });
}

/** Numbers under the bars: all while they fit, else the first and every tenth. */
function barNumbers(bars: readonly Bar[]): SVGElement[] {
  const roomy = (bars[1]?.left ?? 44) >= 16;
  return bars
    .map((bar, index) => ({ bar, number: index + 1 }))
    .filter(({ number }) => roomy || number === 1 || number % 10 === 0)
    .map(({ bar, number }) => text(bar.left + bar.width / 2, TOP + HEIGHT + 13, String(number), 'number'));
}

/** Dashed lines where the rank ends and where the embedding space does. */
function boundaries(view: ObjectiveView, bars: readonly Bar[], width: number): SVGElement[] {
  const { rank } = view.analysis;
  const dimension = namedDimension(view);
  const marks = [
    { count: rank, name: rank === dimension ? 'rank and dimension' : 'rank', y: TOP + 8 },
    { count: rank === dimension ? null : dimension, name: 'dimension', y: TOP + 24 },
  ];
  return marks.flatMap(({ count, name, y }) => {
    const x = count === null ? null : boundaryAfter(bars, count);
    if (x === null) return [];
    const line = svgElement('line', { class: 'boundary', x1: x, x2: x, y1: TOP - 8, y2: TOP + HEIGHT });
    const onLeft = x > width * 0.7;
    return [line, text(onLeft ? x - 5 : x + 5, y, `${name} ${count}`, onLeft ? 'mark end' : 'mark')];
  });
}

function text(x: number, y: number, content: string, className: string): SVGElement {
  return svgElement('text', { x, y, class: className }, content);
}

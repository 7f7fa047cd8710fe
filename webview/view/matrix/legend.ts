/** What the matrices' colours and marks mean. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { element } from '../dom';
import { formatNumber, formatSimilarity } from '../numbers';
import type { SimilarityScale } from '../palette';
import { isOutside } from './matrixSnapshot';

const STOPS = 9;

export function createLegend(geometry: Geometry, scale: SimilarityScale): HTMLElement {
  const targets = geometry.target?.flat() ?? [];
  const hasInfinite = targets.includes(null);
  const hasOutside = targets.some((value) => value !== null && isOutside(value, scale));
  return element(
    'div',
    { className: 'legend', testId: 'matrix-legend' },
    colorBar(scale),
    hasInfinite ? mark('hatched', '−∞: a weight of zero, pushed apart without end') : null,
    scale.kind === 'diverging' && scale.high < 1
      ? element('span', {}, 'The diagonal, 1, is off this scale.')
      : null,
    hasOutside ? mark('corner', 'beyond ±1: no cosine is') : null,
  );
}

function colorBar(scale: SimilarityScale): HTMLElement {
  const bar = element('span', { className: 'color-bar' });
  const at = (share: number) => scale.low + share * (scale.high - scale.low);
  const colors = Array.from({ length: STOPS }, (_, k) => scale.color(at(k / (STOPS - 1))));
  bar.style.background = `linear-gradient(to right, ${colors.join(', ')})`;
  const end = (value: number) =>
    element('span', {}, Number.isInteger(value) ? formatNumber(value, 0) : formatSimilarity(value));
  return element('span', { className: 'color-scale' }, end(scale.low), bar, end(scale.high));
}

function mark(className: string, text: string): HTMLElement {
  return element(
    'span',
    { className: 'legend-mark' },
    element('span', { className: `swatch ${className}` }),
    text,
  );
}

/** What the colours and corners of the two matrices mean. */
import { element } from '../dom';
import { similarityScale } from '../palette';
import { readTheme } from '../theme';

const STOPS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

export function createDesignLegend() {
  const bar = element('span', { className: 'color-bar' });
  return {
    root: element(
      'div',
      { className: 'legend' },
      element('span', { className: 'color-scale' }, '−1', bar, '1'),
      mark('closer', 'closer than wished'),
      mark('farther', 'farther'),
    ),
    /** In the colours of the present theme. */
    show() {
      const { color } = similarityScale(true, [1], readTheme());
      bar.style.background = `linear-gradient(to right, ${STOPS.map((stop) => color(stop)).join(', ')})`;
    },
  };
}

const mark = (kind: string, text: string) =>
  element(
    'span',
    { className: 'legend-mark' },
    element('span', { className: 'swatch moved', attributes: { 'data-mark': kind } }),
    text,
  );

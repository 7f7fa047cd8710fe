/** What the coloured lines between points mean, with numbers. */
import { element } from '../dom';
import { formatSimilarity } from '../numbers';
import { strainColor } from '../palette';
import type { Theme } from '../theme';
import { strainText } from './pictureText';
import type { Strain } from './strain';

export function createStrainLegend(strain: Strain, theme: Pick<Theme, 'dark'>): HTMLElement {
  const strongest = (sign: 1 | -1) => {
    const found = strain.pairs.find((pair) => Math.sign(pair.strain) === sign);
    return found === undefined ? null : Math.abs(found.strain);
  };
  return element(
    'div',
    { className: 'strain-legend', testId: 'strain-legend' },
    mark('closer than asked for', strongest(1), strainColor(1, theme)),
    mark('farther than asked for', strongest(-1), strainColor(-1, theme)),
    element('span', { testId: 'strain-text' }, strainText(strain)),
  );
}

function mark(meaning: string, upTo: number | null, color: string): HTMLElement | null {
  if (upTo === null) return null;
  const line = element('span', { className: 'strain-line' });
  line.style.background = color;
  const text = `${meaning}, by up to ${formatSimilarity(upTo, 3)}`;
  return element('span', { className: 'legend-mark' }, line, text);
}

/** What the colours, patterns and marks of the phase picture mean. */
import { type Cells, kindOf } from '../../phase/phaseGrid';
import { element, fitCanvas } from '../dom';
import type { Theme } from '../theme';
import { fieldImage } from './fieldImage';
import { tickText } from './phaseAxes';
import { type GapScale, PHASE_KINDS, type PhaseKind } from './phaseColors';
import { plainField } from './phaseField';

const BAR = { long: 104, short: 22, height: 14 };

export function createPhaseLegend(
  cells: Cells,
  scale: GapScale,
  hasFilePoint: boolean,
  theme: Theme,
): HTMLElement {
  const shown = PHASE_KINDS.filter((kind) => cells.some((cell) => cell !== null && kindOf(cell) === kind));
  return element(
    'div',
    { className: 'legend', testId: 'phase-legend' },
    ...shown.map((kind) => entry(kind, scale, theme)),
    element(
      'span',
      { className: 'legend-mark' },
      element('span', { className: 'swatch phase-dot' }),
      'shown now',
    ),
    hasFilePoint
      ? element(
          'span',
          { className: 'legend-mark' },
          element('span', { className: 'swatch phase-square' }),
          'in the file',
        )
      : null,
  );
}

function entry(kind: PhaseKind, scale: GapScale, theme: Theme): HTMLElement {
  const hasGap = kind === 'inconsistent' || kind === 'degenerate';
  const words = kind === 'none' ? 'no verdict' : kind;
  if (!hasGap) return element('span', { className: 'legend-mark' }, bar(kind, BAR.short, theme), words);
  return element(
    'span',
    { className: 'legend-mark' },
    words,
    element('span', {}, `gap ≤ ${tickText(scale.least)}`),
    bar(kind, BAR.long, theme),
    element('span', {}, `${tickText(scale.most)} nats`),
  );
}

function bar(kind: PhaseKind, width: number, theme: Theme): HTMLElement {
  const canvas = element('canvas', { className: 'phase-bar', attributes: { 'aria-hidden': 'true' } });
  const ratio = fitCanvas(canvas, width, BAR.height);
  const field = plainField(PHASE_KINDS.indexOf(kind));
  canvas.getContext('2d')?.putImageData(fieldImage(field, canvas.width, canvas.height, ratio, theme), 0, 0);
  return canvas;
}

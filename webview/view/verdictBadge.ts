/** The verdict as a badge: told by its word and its sign, and only then by its colour. */
import type { Verdict } from '../../src/protocol/panelMessages';
import { element, svgElement } from './dom';

const WORDS: Readonly<Record<Verdict, string>> = {
  realizable: 'Realizable',
  degenerate: 'Degenerate',
  inconsistent: 'Inconsistent',
  conditional: 'Conditional',
  undecided: 'Undecided',
};

/** Strokes on a 16 × 16 field: a tick, points falling together, a cross, a fork, three dots. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  realizable: 'M3.5 8.5l3 3 6-7',
  degenerate: 'M2 8h3.4M5.4 8L3.8 6.4M5.4 8L3.8 9.6M14 8h-3.4M10.6 8l1.6-1.6M10.6 8l1.6 1.6M8 7.9v.2',
  inconsistent: 'M4 4l8 8M12 4l-8 8',
  conditional: 'M8 13.5V9.5L4 5M8 9.5L12 5M4 8V5h3M12 8V5H9',
  undecided: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
};

export function verdictBadge(verdict: Verdict, testId = 'verdict'): HTMLElement {
  const sign = svgElement('svg', { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' });
  sign.append(svgElement('path', { d: SIGNS[verdict] }));
  return element('span', { className: `badge ${verdict}`, testId }, sign, WORDS[verdict]);
}

/** What to change: the remedies that were computed for the objective and tried on it, the best first. */
import type { Analysis, Remedy } from '../../src/protocol/panelMessages';
import { element } from './dom';
import { formatNumber } from './numbers';

export function createRemedies({ remedies, gap }: Pick<Analysis, 'remedies' | 'gap'>): HTMLElement {
  const heading = 'heading-remedies';
  return element(
    'section',
    { className: 'remedies', testId: 'remedies', attributes: { 'aria-labelledby': heading } },
    element('h2', { attributes: { id: heading } }, 'What to change'),
    element('ol', {}, ...remedies.map((remedy) => entry(remedy, gap))),
  );
}

function entry(remedy: Remedy, gap: number | null): HTMLElement {
  return element(
    'li',
    { className: 'remedy', attributes: { 'data-remedy': remedy.id } },
    element('h3', {}, remedy.title),
    element('p', { className: 'remedy-numbers', testId: 'remedy-numbers' }, remedyNumbers(remedy, gap)),
    element('p', {}, remedy.effect),
  );
}

/** `gap 0.0738 → 0 nats · 3 dimensions`: what it gives and what it takes, before the words. */
export function remedyNumbers(
  { gap, rank, verdict }: Pick<Remedy, 'gap' | 'rank' | 'verdict'>,
  before: number | null,
): string {
  const dimensions = rank === null ? [] : [`${rank} ${rank === 1 ? 'dimension' : 'dimensions'}`];
  return [...gapChange(gap, verdict, before), ...dimensions].join(' · ');
}

function gapChange(gap: number | null, verdict: Remedy['verdict'], before: number | null): string[] {
  if (gap === null) return [];
  // A changed loss that keeps a gap has another bound: the two numbers are not to be compared.
  if (verdict !== 'realizable') return [`${verdict} · gap of the changed loss ${formatNumber(gap)} nats`];
  return before === null || before === 0 ? [] : [`gap ${formatNumber(before)} → ${formatNumber(gap)} nats`];
}

/** The line of numbers of a remedy: what it gives and what it takes. */
import type { Remedy } from '../../src/protocol/panelMessages';
import { formatNumber } from './numbers';

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

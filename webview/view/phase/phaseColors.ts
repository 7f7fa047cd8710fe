/**
 * Colours of the phase picture: a hue for each verdict, told apart with every common colour blindness, the stronger the
 * larger the gap. A pattern says the same without colour.
 */
import type { Verdict } from '../../../src/protocol/panelMessages';
import { mix, parseHex } from '../palette';
import { parseColor, type Rgb, type Theme } from '../theme';

/** `none` is a node without a verdict. */
export type PhaseKind = Verdict | 'none';
export const PHASE_KINDS: readonly PhaseKind[] = [
  'realizable',
  'inconsistent',
  'degenerate',
  'conditional',
  'undecided',
  'none',
];

/** From Paul Tol's "vibrant" scheme; grey for what is not decided. */
const HUES: Readonly<Record<PhaseKind, Rgb>> = {
  realizable: parseHex('#009988'),
  inconsistent: parseHex('#ee3377'),
  degenerate: parseHex('#ee7733'),
  conditional: parseHex('#0e86d4'),
  undecided: parseHex('#8a8a8a'),
  none: parseHex('#8a8a8a'),
};

/** Nats between which colours go from pale to strong: below, a gap harms nobody. */
export const LEAST_GAP = 1e-4;
const FEWEST_DECADES = 2;

export interface GapScale {
  readonly least: number;
  readonly most: number;
  /** 0 to 1; null stands for a gap that is not known. */
  strength(gap: number | null): number;
}

export function gapScale(gaps: readonly number[]): GapScale {
  const largest = gaps.reduce((most, gap) => Math.max(most, gap), LEAST_GAP * 10 ** FEWEST_DECADES);
  const most = 10 ** Math.ceil(Math.log10(largest) - 1e-9);
  const decades = Math.log10(most / LEAST_GAP);
  return {
    least: LEAST_GAP,
    most,
    strength: (gap) =>
      gap === null ? 0.5 : Math.min(1, Math.max(0, Math.log10(Math.max(gap, 1e-300) / LEAST_GAP) / decades)),
  };
}

/** Shares of the hue where the gap is least and largest; the realizable have one. */
const PALE = 0.16;
const STRONG = 0.94;
const REACHED = 0.62;

export function phaseColor(kind: PhaseKind, strength: number, theme: Theme): Rgb {
  const share = kind === 'realizable' ? REACHED : PALE + strength * (STRONG - PALE);
  return mix(parseColor(theme.background), HUES[kind], share);
}

/**
 * Marks of a pattern, of the same width in every device: strokes for inconsistent, dots for degenerate, a grid for what
 * has no verdict.
 */
export function isPatterned(kind: PhaseKind, x: number, y: number): boolean {
  switch (kind) {
    case 'inconsistent':
      return (x + y) % 9 < 1;
    case 'degenerate':
      return (x % 8) ** 2 + ((y + (Math.floor(x / 8) % 2) * 4) % 8) ** 2 < 2.2;
    case 'conditional':
      return y % 9 < 1;
    case 'undecided':
    case 'none':
      return x % 9 < 1 || y % 9 < 1;
    default:
      return false;
  }
}

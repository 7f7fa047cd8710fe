/**
 * Colours for points and similarities. They are told apart by people with every common colour blindness (blue against
 * orange, never red against green), and stand on light and on dark backgrounds.
 */
import { parseColor, type Rgb, type Theme } from './theme';

/** Paul Tol's "vibrant" scheme, ordered so that the first three differ most. */
const CATEGORIES = ['#0e86d4', '#ee7733', '#009988', '#ee3377', '#33bbee', '#cc9a11', '#9d6bd6'];

/** Blue through purple to orange, of middle lightness throughout: for many points, whose order then is visible. */
const RAMP = ['#2f74d0', '#7a62d6', '#c0509f', '#e0655f', '#e59a2c'].map(parseHex);

const NEGATIVE = parseHex('#0e7fd0');
const POSITIVE = parseHex('#e8702a');

/** One colour a point: categories while they can be told apart, else a ramp along the points' order. */
export function pointColors(count: number): string[] {
  if (count <= CATEGORIES.length) return CATEGORIES.slice(0, count);
  return Array.from({ length: count }, (_, i) => toCss(alongRamp(RAMP, i / (count - 1))));
}

export interface SimilarityScale {
  readonly low: number;
  readonly high: number;
  /** `diverging` has its neutral colour at 0; `sequential` has it at the low end. */
  readonly kind: 'diverging' | 'sequential';
  color(value: number): string;
}

/** Cosines lie on −1..1 whatever the data; other similarities on their own range. */
export function similarityScale(onSphere: boolean, values: readonly number[], theme: Theme): SimilarityScale {
  const neutral = parseColor(theme.background);
  // In a dark theme the neutral colour is lifted, so that a cell of 0 is still seen to be a cell.
  const middle = mix(neutral, parseColor(theme.foreground), theme.dark ? 0.12 : 0.05);
  if (onSphere) {
    const ramp = [NEGATIVE, middle, POSITIVE];
    return { low: -1, high: 1, kind: 'diverging', color: (value) => toCss(alongRamp(ramp, (value + 1) / 2)) };
  }
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spread = high > low ? high - low : 1;
  const ramp = [middle, POSITIVE];
  return { low, high, kind: 'sequential', color: (value) => toCss(alongRamp(ramp, (value - low) / spread)) };
}

/** Black or white, whichever is read more easily on the colour. */
export function textOn(color: string): string {
  const [red, green, blue] = parseColor(color).map((part) => (part / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.24 ? '#000000' : '#ffffff';
}

function alongRamp(ramp: readonly Rgb[], share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const index = Math.min(ramp.length - 2, Math.floor(place));
  return mix(ramp[index], ramp[index + 1], place - index);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (k: 0 | 1 | 2) => Math.round(from[k] + share * (to[k] - from[k]));
  return [part(0), part(1), part(2)];
}

function parseHex(hex: string): Rgb {
  const part = (k: number) => Number.parseInt(hex.slice(k, k + 2), 16);
  return [part(1), part(3), part(5)];
}

function toCss([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}

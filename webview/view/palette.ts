/**
 * Colours for points and similarities. They are told apart by people with every common colour blindness (blue against
 * orange, never red against green), and stand on light and on dark backgrounds.
 */
import { parseColor, type Rgb, type Theme } from './theme';

/**
 * Eight colours that stay apart under every common colour blindness and stand out from the background, found by search
 * for the largest smallest difference; a test computes both.
 */
const CATEGORIES = {
  light: ['#236489', '#d23711', '#00a793', '#a31b55', '#7277bc', '#c38802', '#6425b0', '#531700'],
  dark: ['#4a78dc', '#f1901a', '#0cc89b', '#cc2d95', '#94f5ff', '#f2e960', '#c79fff', '#887420'],
};

/** Blue through purple to orange, of middle lightness throughout: for many points, whose order then is visible. */
const RAMPS = {
  light: ['#1f5fb8', '#6a52c8', '#ae3f90', '#cf4f45', '#a86b00'].map(parseHex),
  dark: ['#4585e6', '#8c74ea', '#cf62b0', '#ee7468', '#f0aa3a'].map(parseHex),
};

/** Pressed together and pulled apart: neither in the colours of similarities, and told apart by lightness too. */
const STRAIN = {
  light: { pressed: '#a3238e', pulled: '#1d8a4c' },
  dark: { pressed: '#d667c4', pulled: '#5fe08f' },
};

const NEGATIVE = parseHex('#0e7fd0');
const POSITIVE = parseHex('#e8702a');

/** One colour a point: categories while they can be told apart, else a ramp along the points' order. */
export function pointColors(count: number, { dark }: Pick<Theme, 'dark'>): string[] {
  const tone = dark ? 'dark' : 'light';
  if (count <= CATEGORIES[tone].length) return CATEGORIES[tone].slice(0, count);
  return Array.from({ length: count }, (_, i) => toCss(alongRamp(RAMPS[tone], i / (count - 1))));
}

/** The colour of a pair's strain: above 0 it is pressed together, below 0 pulled apart. */
export function strainColor(strain: number, { dark }: Pick<Theme, 'dark'>): string {
  const { pressed, pulled } = STRAIN[dark ? 'dark' : 'light'];
  return strain > 0 ? pressed : pulled;
}

/** A colour seen through haze: `share` of it is the other colour. */
export function mixed(color: string, other: string, share: number): string {
  return share <= 0 ? color : toCss(mix(parseColor(color), parseColor(other), Math.min(1, share)));
}

export interface SimilarityScale {
  readonly low: number;
  readonly high: number;
  /** `diverging` has its neutral colour at 0; `sequential` has it at the low end. */
  readonly kind: 'diverging' | 'sequential';
  color(value: number): string;
}

/** Ends of the scale for cosines: the smallest that holds them all, so that small ones are not all pale. */
const COSINE_ENDS = [0.05, 0.1, 0.2, 0.5];

/**
 * The colours of similarities. `values` are those of pairs: an item's similarity with itself is the same everywhere and
 * would hide theirs. Cosines are coloured from −end to end, other similarities along their own range.
 */
export function similarityScale(onSphere: boolean, values: readonly number[], theme: Theme): SimilarityScale {
  const neutral = parseColor(theme.background);
  // In a dark theme the neutral colour is lifted, so that a cell of 0 is still seen to be a cell.
  const middle = mix(neutral, parseColor(theme.foreground), theme.dark ? 0.12 : 0.05);
  if (onSphere) {
    const ramp = [NEGATIVE, middle, POSITIVE];
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const end = values.length === 0 ? 1 : (COSINE_ENDS.find((candidate) => candidate >= largest) ?? 1);
    const color = (value: number) => toCss(alongRamp(ramp, (value / end + 1) / 2));
    return { low: -end, high: end, kind: 'diverging', color };
  }
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const spread = high > low ? high - low : 1;
  const ramp = [middle, POSITIVE];
  return { low, high, kind: 'sequential', color: (value) => toCss(alongRamp(ramp, (value - low) / spread)) };
}

/** Black or white, whichever has the higher contrast; at this luminance both have 4.58. */
export function textOn(color: string): string {
  const [red, green, blue] = parseColor(color).map((part) => (part / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

function alongRamp(ramp: readonly Rgb[], share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const index = Math.min(ramp.length - 2, Math.floor(place));
  return mix(ramp[index], ramp[index + 1], place - index);
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (k: 0 | 1 | 2) => Math.round(from[k] + share * (to[k] - from[k]));
  return [part(0), part(1), part(2)];
}

export function parseHex(hex: string): Rgb {
  const part = (k: number) => Number.parseInt(hex.slice(k, k + 2), 16);
  return [part(1), part(3), part(5)];
}

function toCss([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}

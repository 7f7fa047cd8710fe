/** How values are spread, as counts that can be drawn: of classes one bar each, of numbers intervals of one width. */
import type { ClassSize } from './definition';

export interface ClassBar {
  readonly label: string;
  readonly count: number;
}

/** Counts the values x with low ≤ x < high, in the unit of the values. */
export interface NumberBar {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export type Histogram =
  /** `left` classes, the smallest ones, have no bar. */
  | { readonly kind: 'classes'; readonly bars: readonly ClassBar[]; readonly left: number }
  | { readonly kind: 'numbers'; readonly bars: readonly NumberBar[] };

/** Bars that fit beside a sentence. */
const MOST_BARS = 24;

/** Classes keep their order; of more than `most` the largest are shown, the largest first. */
export function histogramOfClasses(classes: readonly ClassSize[], most = MOST_BARS): Histogram {
  const shown =
    classes.length <= most ? classes : [...classes].sort((a, b) => b.count - a.count).slice(0, most);
  const bars = shown.map(({ name, count }) => ({ label: name, count }));
  return { kind: 'classes', bars, left: classes.length - bars.length };
}

/** Values that are not finite have no bar; null where none is finite. */
export function histogramOfNumbers(values: Iterable<number>, most = MOST_BARS): Histogram | null {
  const counts = new NumberHistogram();
  for (const value of values) counts.add(value);
  return counts.finish(most);
}

/** Intervals that are kept while numbers come in; they become wider as the numbers spread. */
const MOST_KEPT = 256;

/**
 * Counts numbers that come one by one, whatever their range, in bounded memory: the intervals are [k·w, (k+1)·w) with w
 * a power of two, so that doubling w joins neighbours exactly.
 */
export class NumberHistogram {
  private counts = new Map<number, number>();
  /** 0 until two different numbers have been seen. */
  private width = 0;
  private low = Infinity;
  private high = -Infinity;
  private first = 0;
  private whole = true;

  add(value: number, times = 1): void {
    if (!Number.isFinite(value) || times === 0) return;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
    if (!Number.isInteger(value)) this.whole = false;
    if (this.low === this.high) {
      this.first += times;
      return;
    }
    if (this.width === 0) this.begin(value === this.low ? this.high : this.low);
    this.widen(MOST_KEPT);
    const key = this.keyOf(value);
    this.counts.set(key, (this.counts.get(key) ?? 0) + times);
  }

  /** At most `most` bars without gaps between them; null where no number came. May be called once. */
  finish(most = MOST_BARS): Histogram | null {
    const { low, high } = this;
    if (low > high) return null;
    if (this.width === 0) return { kind: 'numbers', bars: [{ low, high, count: this.first }] };
    // Intervals narrower than the step between whole numbers would leave every other bar empty.
    while (this.whole && this.width < 1) this.double();
    this.widen(most);
    const start = this.keyOf(low);
    const bars = Array.from({ length: this.keyOf(high) - start + 1 }, (_, k) => ({
      low: (start + k) * this.width,
      high: (start + k + 1) * this.width,
      count: this.counts.get(start + k) ?? 0,
    }));
    return { kind: 'numbers', bars };
  }

  /** The numbers before the second different one were all `only`. */
  private begin(only: number): void {
    const range = this.high - this.low;
    const exponent = Math.floor(Math.log2(Math.min(range, Number.MAX_VALUE))) - 6;
    // The smallest power of two that there is.
    this.width = 2 ** Math.max(exponent, -1074);
    this.counts.set(this.keyOf(only), this.first);
  }

  private widen(most: number): void {
    while (this.keyOf(this.high) - this.keyOf(this.low) >= most) this.double();
  }

  private double(): void {
    this.width *= 2;
    const joined = new Map<number, number>();
    for (const [key, count] of this.counts) {
      const half = Math.floor(key / 2);
      joined.set(half, (joined.get(half) ?? 0) + count);
    }
    this.counts = joined;
  }

  private keyOf(value: number): number {
    const key = Math.floor(value / this.width);
    // A number just below 0, divided by a large width, becomes 0.
    return value < 0 ? Math.min(-1, key) : key;
  }
}

const BLOCKS = ['▁', '▂', '▃', '▅', '▇'];

/** A row of blocks as high as the bars, the highest bar full; a bar of count 0 is a blank of the same width. */
export function drawBlocks({ bars }: { readonly bars: readonly { readonly count: number }[] }): string {
  const highest = bars.reduce((most, { count }) => Math.max(most, count), 0);
  if (highest === 0) return '';
  return Array.from(bars, ({ count }) =>
    count === 0
      ? '\u2007'
      : BLOCKS[Math.min(BLOCKS.length - 1, Math.floor((count / highest) * BLOCKS.length))],
  ).join('');
}

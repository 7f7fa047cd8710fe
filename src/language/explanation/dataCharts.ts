/** How class sizes and labels are spread, as bars that a panel draws: few enough to be seen, each with what it counts. */
import type { ClassSize } from '../../objective/definition';
import { histogramOfNumbers, type NumberBar } from '../../objective/histogram';
import { counted, short } from './numbers';
import { clip } from './vocabulary';

/** One class, or those of one part of a long tail. */
export interface SizeBar {
  readonly label: string;
  /** Samples of a class; of several, on average. */
  readonly count: number;
  /** Place of the class among those of the objective, from 0; null for several classes together. */
  readonly item: number | null;
  /** What it counts: "nv: 6 705 samples". */
  readonly says: string;
}

export interface IntervalBar extends NumberBar {
  readonly says: string;
}

export interface SizesChart {
  readonly kind: 'sizes';
  readonly title: string;
  readonly bars: readonly SizeBar[];
}

/** `title` names the values with their unit, as their column does. */
export interface NumbersChart {
  readonly kind: 'numbers';
  readonly title: string;
  readonly bars: readonly IntervalBar[];
}

export type DataChart = SizesChart | NumbersChart;

/** More bars than this cannot be told apart beside a column of words. */
const MOST_BARS = 60;
const MOST_INTERVALS = 40;
/** Columns of labels that are drawn, each with a chart of its own. */
export const MOST_CHARTS = 3;

/** Classes in their order while there is room; of more, the profile from the largest to the smallest. */
export function chartOfSizes(classes: readonly ClassSize[], most = MOST_BARS): SizesChart {
  if (classes.length <= most) return { kind: 'sizes', title: 'Samples of each class', bars: each(classes) };
  return {
    kind: 'sizes',
    title: 'Samples of a class, from the largest to the smallest',
    bars: profile(classes, most),
  };
}

/** Null where no value is finite. */
export function chartOfNumbers(
  title: string,
  values: Iterable<number>,
  noun: Noun,
  most = MOST_INTERVALS,
): NumbersChart | null {
  const histogram = histogramOfNumbers(values, most);
  if (histogram?.kind !== 'numbers') return null;
  const isWhole = histogram.bars.every(({ low, high }) => Number.isInteger(low) && Number.isInteger(high));
  const bars = histogram.bars.map(({ low, high, count }) => {
    // The interval of the largest numbers that there are ends beyond them.
    const bar = { low: Math.max(low, -Number.MAX_VALUE), high: Math.min(high, Number.MAX_VALUE), count };
    return { ...bar, says: `${interval(bar, isWhole)}: ${noun(count)}` };
  });
  return { kind: 'numbers', title, bars };
}

/** A count with its noun. */
export type Noun = (count: number) => string;

const each = (classes: readonly ClassSize[]): SizeBar[] =>
  classes.map(({ name, count }, item) => ({
    label: name,
    count,
    item,
    says: `${clip(name)}: ${counted(count, 'sample', 'samples')}`,
  }));

function profile(classes: readonly ClassSize[], most: number): SizeBar[] {
  const order = classes.map((_, item) => item).sort((a, b) => classes[b].count - classes[a].count);
  const together = Math.ceil(order.length / most);
  return Array.from({ length: Math.ceil(order.length / together) }, (_, part) => {
    const items = order.slice(part * together, (part + 1) * together);
    const counts = items.map((item) => classes[item].count);
    const [first, last] = [part * together + 1, part * together + items.length];
    const label = first === last ? `class ${first} by size` : `classes ${first} to ${last} by size`;
    const [high, low] = [counts[0], counts[counts.length - 1]];
    const range = high === low ? counted(high, 'sample', 'samples') : `${low} to ${high} samples`;
    return {
      label,
      count: counts.reduce((sum, count) => sum + count, 0) / counts.length,
      item: items.length === 1 ? items[0] : null,
      says: items.length === 1 ? `${clip(classes[items[0]].name)}: ${range}` : `${label}: ${range} each`,
    };
  });
}

/** Of whole numbers the last one that it holds; of others where it ends. */
function interval({ low, high }: NumberBar, isWhole: boolean): string {
  const last = isWhole && high > low ? high - 1 : high;
  return last === low ? short(low, 6) : `${short(low, 6)} to ${isWhole ? '' : 'below '}${short(last, 6)}`;
}

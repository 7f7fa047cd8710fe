/** How class sizes and labels are spread, as one line of blocks each, for a hover over a text that does not show them. */
import type { ClassSize, Definition, Parameter } from '../../objective/definition';
import { drawBlocks } from '../../objective/histogram';
import { chartOfNumbers, chartOfSizes, MOST_CHARTS } from '../explanation/dataCharts';
import { counted, short } from '../explanation/numbers';
import { clip } from '../explanation/vocabulary';
import { escapeMarkdown } from './markdown';

/** Blocks that stand on one line of a hover. */
const MOST_BLOCKS = 40;
/** A list of so many values is seen at a glance where it is written. */
const SEEN = 6;

type Rows = readonly (readonly number[])[];

/** Lines of Markdown. */
export function dataPictures({ parameters: { classes, labels } }: Definition): string[] {
  return [
    ...(classes?.value && !isSeen(classes, classes.value) ? pictureOfSizes(classes.value) : []),
    ...(labels?.value && !isSeen(labels, labels.value) ? keptPictures(labels, labels.value) : []),
  ];
}

const isSeen = ({ span, file }: Parameter<unknown>, values: readonly unknown[]) =>
  !file && span !== null && values.length <= SEEN;

/** From the largest to the smallest: a profile tells the imbalance at a glance. */
function pictureOfSizes(classes: readonly ClassSize[]): string[] {
  if (classes.length < 2) return [];
  const sorted = [...classes].sort((a, b) => b.count - a.count);
  const [largest, smallest] = [sorted[0], sorted[sorted.length - 1]];
  const size = ({ name, count }: ClassSize) => `${clip(name)} (${samples(count)})`;
  const words =
    largest.count === smallest.count
      ? `classes of one size, ${samples(largest.count)} each`
      : `class sizes, from ${size(largest)} to ${size(smallest)}`;
  return [picture(drawBlocks(chartOfSizes(sorted, MOST_BLOCKS)), words)];
}

const PICTURES = new WeakMap<Rows, readonly string[]>();

/** Kept with the labels: a hover is asked for again and again, and there may be a million of them. */
function keptPictures({ file }: Parameter<unknown>, rows: Rows): readonly string[] {
  const known = PICTURES.get(rows);
  if (known) return known;
  const columns = Math.min(rows[0]?.length ?? 0, MOST_CHARTS);
  const names = file?.columnNames ?? [];
  const pictures = Array.from({ length: columns }, (_, column) => {
    const title = names[column] ?? (columns === 1 ? 'labels' : `label ${column + 1}`);
    return pictureOfNumbers(title, () => valuesOf(rows, column));
  }).filter((line) => line !== null);
  PICTURES.set(rows, pictures);
  return pictures;
}

/** Null where there is no number, or one number only. */
function pictureOfNumbers(title: string, values: () => Iterable<number>): string | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values()) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const chart = low < high ? chartOfNumbers(title, values(), samples, MOST_BLOCKS) : null;
  return chart && picture(drawBlocks(chart), `${clip(title)}, from ${short(low, 6)} to ${short(high, 6)}`);
}

function* valuesOf(rows: Rows, column: number): Iterable<number> {
  for (const row of rows) yield row[column];
}

/** Beside its words, so that it is understood without the bars. */
const picture = (blocks: string, words: string) => `\`${blocks}\` ${escapeMarkdown(words)}`;

const samples = (number: number) => counted(number, 'sample', 'samples');

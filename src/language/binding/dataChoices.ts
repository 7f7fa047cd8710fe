/** What of a data file can be bound: its columns, the fitting ones first, each with why it may not do. */
import type { ColumnSummary } from '../../data/columnSummary';
import type { ClassSize } from '../../objective/definition';
import { drawBlocks, histogramOfClasses } from '../../objective/histogram';
import type { BoundKey } from './dataNeed';
import { columnFit, isCountName, isSplitName } from './fittingNames';

export interface DataChoice {
  /** Null for all that a row holds. */
  readonly column: string | number | null;
  /** The column with the number of samples of each row. */
  readonly weight: string | null;
  readonly summary: ColumnSummary;
  /** Half a sentence; null where the column can be bound. */
  readonly problem: string | null;
}

export interface DataFilter {
  readonly column: string;
  readonly values: readonly ClassSize[];
}

export function dataChoices(key: BoundKey, columns: readonly ColumnSummary[], rows: number): DataChoice[] {
  const counts = columns.find(({ column, isCounting }) => isCounting && isCountName(column));
  const weight = counts?.column;
  const choices = columns.map((summary): DataChoice & { fit: number } => {
    const problem = problemOf(key, summary);
    const isCounted =
      key === 'classes' &&
      typeof weight === 'string' &&
      summary.column !== weight &&
      summary.distinct === rows;
    return {
      column: summary.column,
      weight: isCounted ? weight : null,
      summary: isCounted && counts ? { ...summary, ...sizesOf(counts) } : summary,
      problem,
      fit: fitOf(key, summary, rows) + (isCounted ? 4 : 0) - (problem === null ? 0 : 100),
    };
  });
  const whole = wholeMatrix(key, columns);
  return [...(whole ? [{ ...whole, fit: 3 }] : []), ...choices]
    .sort((a, b) => b.fit - a.fit)
    .map(({ fit: _, ...choice }) => choice);
}

/** Where each row is a class, the counts are the sizes: drawn from the largest to the smallest. */
function sizesOf({ values, low, high }: ColumnSummary): Pick<ColumnSummary, 'blocks' | 'low' | 'high'> {
  const classes = values
    .flatMap(({ name, count }) => Array.from({ length: count }, () => ({ name, count: Number(name) })))
    .sort((a, b) => b.count - a.count);
  return { blocks: drawBlocks(histogramOfClasses(classes)), low, high };
}

/** Parts of a data set that are still looked through. */
const MOST_PARTS = 12;

/** Columns that tell the parts of a data set apart, other than the one that is bound. */
export function dataFilters(columns: readonly ColumnSummary[]): DataFilter[] {
  return columns.flatMap(({ column, values }) =>
    isSplitName(column) && values.length > 1 && values.length <= MOST_PARTS
      ? [{ column, values: [...values].sort((a, b) => b.count - a.count) }]
      : [],
  );
}

function fitOf(key: BoundKey, { column, distinct, holds }: ColumnSummary, rows: number): number {
  const isSide =
    isSplitName(column) ||
    isCountName(column) ||
    /^(?:.*_)?(?:id|path|file(?:name)?|image)$/i.test(String(column));
  const repeats = distinct !== null && distinct > 1 && distinct <= rows / 2;
  const shape =
    key === 'classes' ? (repeats ? 1 : 0) + (holds === 'words' ? 1 : 0) : holds === 'lists' ? 2 : 0;
  return 3 * columnFit(key, column) + shape - (isSide ? 3 : 0);
}

/** Numbers that name no classes can be divided into intervals, which do. */
function problemOf(key: BoundKey, { holds, distinct, width }: ColumnSummary): string | null {
  if (holds === 'nothing') return 'it holds no value';
  if (key !== 'classes') {
    if (holds === 'words') return 'it holds words where numbers are needed';
    return holds === 'lists' && width === null ? 'its lists have different lengths' : null;
  }
  if (holds === 'lists') return 'it holds lists where the name of a class is needed';
  return distinct === null && holds !== 'numbers'
    ? 'almost every row has a value of its own, so it names no classes'
    : null;
}

/** A table of numbers without names is one row of numbers a sample. */
function wholeMatrix(key: BoundKey, columns: readonly ColumnSummary[]): DataChoice | null {
  const isMatrix =
    columns.length > 1 &&
    columns.every(({ column, holds }) => typeof column === 'number' && holds === 'numbers');
  if (key === 'classes' || !isMatrix) return null;
  const summary: ColumnSummary = {
    ...columns[0],
    column: null,
    holds: 'lists',
    distinct: null,
    low: Math.min(...columns.map(({ low }) => low ?? Infinity)),
    high: Math.max(...columns.map(({ high }) => high ?? -Infinity)),
    width: columns.length,
    blocks: '',
    values: [],
  };
  return { column: null, weight: null, summary, problem: null };
}

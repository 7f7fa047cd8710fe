/** What a data file answers to a request: numbers or class sizes with an account of the rows, or why there are none. */
import type { ClassSize, LeftOut } from '../objective/definition';
import type { ColumnName } from './dataRequest';

export interface NumberTable {
  /** 1 for a plain list of numbers, which is one column. */
  readonly dimensions: 1 | 2;
  readonly rows: number;
  readonly columns: number;
  /** Row by row; may hold infinities, and NaN where nothing may be left out. */
  readonly values: Float64Array;
}

/** Where the numbers come from. */
export interface DataSummary {
  /** Rows that the file has. */
  readonly read: number;
  /** Names of the columns that were taken, where they have any. */
  readonly columnNames: readonly string[];
  /** Rows that are not among the values; those of one reason together. */
  readonly leftOut: readonly LeftOut[];
  /** Different values; null where nobody counted. */
  readonly distinct: number | null;
}

export type DataReading =
  | { readonly kind: 'numbers'; readonly table: NumberTable; readonly summary: DataSummary }
  | { readonly kind: 'classes'; readonly classes: readonly ClassSize[]; readonly summary: DataSummary }
  | { readonly kind: 'no-column'; readonly column: ColumnName; readonly columns: readonly string[] }
  /** Half a sentence that completes "cannot be read: …". */
  | { readonly kind: 'unreadable'; readonly because: string };

/** 20,000 rows of 800 features, or a matrix over 4000 samples; as doubles 128 MB. */
export const MOST_NUMBERS = 16_000_000;

/** Classes whose sizes are worth a verdict; a column of more values is none of classes. */
export const MOST_CLASSES = 100_000;

/** Ends the reading of a file with what is wrong with it. */
export class UnreadableData extends Error {
  /** Half a sentence that completes "cannot be read: …". */
  constructor(readonly because: string) {
    super(because);
  }
}

/** Ends the reading of a file that has no such column. */
export class NoSuchColumn extends Error {
  constructor(
    readonly column: ColumnName,
    readonly columns: readonly string[],
  ) {
    super(`no column ${column}`);
  }
}

/** A data file as a table, whatever its format: columns by name or place, read in batches of rows. */

/** The cells of one column for a run of rows. */
export type Column =
  /** A number, a text, a truth value, a list of numbers, or nothing. */
  | { readonly kind: 'cells'; readonly cells: ArrayLike<unknown> }
  /** Rows of numbers one behind the other. */
  | { readonly kind: 'vectors'; readonly width: number; readonly values: Float64Array };

export interface Batch {
  readonly rows: number;
  /** In the order they were asked for. */
  readonly columns: readonly Column[];
  /** Where a row of the batch stands, in words: "line 12". */
  placeOf(row: number): string;
}

export interface DataTable {
  /** Null where columns have only places. */
  readonly names: readonly string[] | null;
  /** Columns; null where rows need not have the same number. */
  readonly width: number | null;
  /** Rows, where the file says so before they are read. */
  readonly rows?: number;
  /** Whether the file is one list of numbers rather than rows of them. */
  readonly isList: boolean;
  /** Whether all columns together are what a row holds, where nothing is said. */
  readonly isMatrix: boolean;
  /** The columns that hold classes and how many samples they have, where the file has no other meaning. */
  readonly counted?: { readonly classes: number; readonly counts: number };
  /** By places; −1 is the last column of each row. Throws: UnreadableData. */
  batches(columns: readonly number[]): AsyncIterable<Batch>;
  /** Whole rows as one column of vectors, for files that store them so. */
  wholeRows?(): AsyncIterable<Batch>;
}

/** Rows that are handed on at once. */
export const BATCH_ROWS = 8192;

export const cellsOf = (cells: ArrayLike<unknown>): Column => ({ kind: 'cells', cells });

/** What a reader of a data file answers: a table of numbers, or why there is none. */

export interface NumberTable {
  /** 1 for a plain list of numbers, which is one column. */
  readonly dimensions: 1 | 2;
  readonly rows: number;
  readonly columns: number;
  /** Row by row; may hold NaN and infinities. */
  readonly values: Float64Array;
}

export type TableReading =
  | { readonly kind: 'table'; readonly table: NumberTable }
  /** Half a sentence that completes "cannot be read: …". */
  | { readonly kind: 'unreadable'; readonly because: string };

/** 20,000 rows of 800 features, or a matrix over 4000 samples; as doubles 128 MB. */
export const MOST_NUMBERS = 16_000_000;

export function unreadable(because: string): TableReading {
  return { kind: 'unreadable', because };
}

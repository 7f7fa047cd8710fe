/** Reads a data file once, in parts, and says of each of its columns what it holds. */
import { ColumnCounter, type ColumnSummary } from './columnSummary';
import type { ByteSource } from './dataFile';
import { UnreadableData } from './dataReading';
import type { Batch, DataTable } from './dataTable';
import { openTable } from './formats/openTable';

export type TableSummary =
  | {
      readonly kind: 'table';
      readonly rows: number;
      readonly columns: readonly ColumnSummary[];
      /** Columns that were not looked at, because there are very many. */
      readonly skipped: number;
    }
  | { readonly kind: 'unreadable'; readonly because: string };

/** Columns that are looked at. */
const MOST_COLUMNS = 60;

/** Rejects with the signal's reason when that is aborted, and when the bytes cannot be had. */
export async function summarizeTable(
  path: string,
  bytes: ByteSource,
  signal: AbortSignal,
): Promise<TableSummary> {
  try {
    return await summarize(await openTable(path, bytes, { header: null }), signal);
  } catch (error) {
    if (error instanceof UnreadableData) return { kind: 'unreadable', because: error.because };
    throw error;
  }
}

async function summarize(table: DataTable, signal: AbortSignal): Promise<TableSummary> {
  const places = placesOf(table);
  const counters = places.map((place) => new ColumnCounter(columnOf(place, table)));
  let rows = 0;
  for await (const batch of batchesOf(table, places)) {
    signal.throwIfAborted();
    rows += batch.rows;
    for (const [k, counter] of counters.entries()) counter.add(batch.columns[k], batch.rows);
  }
  const columns = counters.map((counter) => counter.finish());
  return { kind: 'table', rows, columns, skipped: skippedOf(table, places) };
}

/** What has no names is one thing as a whole: the rows of an array, or the last word of a line. */
function placesOf({ names, width, wholeRows }: DataTable): number[] {
  if (width === null) return [-1];
  if (names === null && wholeRows) return [0];
  return Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, place) => place);
}

const isWhole = ({ names, wholeRows, width }: DataTable) =>
  width === null || (wholeRows !== undefined && (names === null || names.length === 1));

function columnOf(place: number, table: DataTable): string | number | null {
  if (isWhole(table)) return null;
  return table.names?.[place] ?? place;
}

function batchesOf(table: DataTable, places: readonly number[]): AsyncIterable<Batch> {
  const isVector = isWhole(table) && !table.isList && (table.width ?? 1) > 1;
  return isVector && table.wholeRows ? table.wholeRows() : table.batches(places);
}

const skippedOf = (table: DataTable, places: readonly number[]) =>
  isWhole(table) ? 0 : (table.width ?? 0) - places.length;

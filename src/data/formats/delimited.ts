/** Text files of cells between delimiters, one row a line: .csv, .tsv, and what `numpy.savetxt` writes. Read as a stream. */
import { numberOf } from '../cells';
import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';
import { BATCH_ROWS, type Batch, cellsOf, type DataTable } from '../dataTable';
import { RecordScanner, type ScanOptions, type TakeRecord } from './recordScanner';
import { textPieces } from './textPieces';

export interface DelimitedOptions {
  /** Null for what the first line shows, or white space where it shows none. */
  readonly delimiter: string | null;
  /** Whether the first line holds names; null where it does unless it holds a number. */
  readonly header: boolean | null;
  /** A path and a label a line: white space comes before other delimiters, and a path may hold some of it. */
  readonly isIndex?: boolean;
}

export async function openDelimited(bytes: ByteSource, options: DelimitedOptions): Promise<DataTable> {
  const comments = options.header !== true;
  const delimiter = options.delimiter ?? (await shownDelimiter(bytes, comments, options.isIndex === true));
  const first = await firstRecord(bytes, { delimiter, wanted: null, comments });
  if (first === null) throw new UnreadableData('it is empty');
  const hasHeader =
    options.header ?? first.every((cell) => numberOf(cell) === undefined || cell.trim() === '');
  const width = first.length;
  return {
    names: hasHeader ? first.map((cell) => cell.trim()) : null,
    width: options.isIndex ? null : width,
    isList: false,
    isMatrix: !options.isIndex,
    batches: (columns) =>
      batches(bytes, {
        scan: { delimiter, wanted: columns, comments },
        hasHeader,
        width: options.isIndex ? null : width,
      }),
  };
}

/** The candidate that stands most often in the first line; null for white space, where that stands between numbers. */
async function shownDelimiter(
  bytes: ByteSource,
  comments: boolean,
  isIndex: boolean,
): Promise<string | null> {
  const [line = ''] = (await firstRecord(bytes, { delimiter: NOWHERE, wanted: null, comments })) ?? [];
  if (isIndex && /\s/.test(line.trim())) return null;
  const count = (candidate: string) => line.split(candidate).length - 1;
  const [most] = [',', ';', '\t'].sort((one, other) => count(other) - count(one));
  if (count(most) > 0) return most;
  // The one column of a table may hold words of several parts.
  const areNumbers = line
    .trim()
    .split(/\s+/)
    .every((word) => numberOf(word) !== undefined);
  return areNumbers ? null : ',';
}

/** A delimiter that stands in no text, so that a line is one cell. */
const NOWHERE = '\0';

async function firstRecord(bytes: ByteSource, options: ScanOptions): Promise<readonly string[] | null> {
  let found: readonly string[] | null = null;
  const take: TakeRecord = (cells) => {
    found ??= cells.map((cell) => cell ?? '');
  };
  const scanner = new RecordScanner(options);
  for await (const piece of textPieces(bytes)) {
    scanner.take(piece, false, take);
    if (found !== null) return found;
  }
  scanner.take('', true, take);
  return found;
}

interface Reading {
  readonly scan: ScanOptions & { readonly wanted: readonly number[] };
  readonly hasHeader: boolean;
  readonly width: number | null;
}

async function* batches(bytes: ByteSource, { scan, hasHeader, width }: Reading): AsyncGenerator<Batch> {
  const scanner = new RecordScanner(scan);
  let isFirst = hasHeader;
  let collected = emptyBatch(scan.wanted.length);
  const take: TakeRecord = (cells, found, line) => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    if (width !== null && found > width)
      throw new UnreadableData(
        `line ${line} has length ${found}, but the lines before have length ${width}: a cell that holds the delimiter must stand in quotes`,
      );
    for (let k = 0; k < cells.length; k++) collected.columns[k].push(cells[k]);
    collected.lines.push(line);
  };
  for await (const piece of textPieces(bytes)) {
    scanner.take(piece, false, take);
    if (collected.lines.length < BATCH_ROWS) continue;
    yield batchOf(collected);
    collected = emptyBatch(scan.wanted.length);
  }
  scanner.take('', true, take);
  if (collected.lines.length > 0) yield batchOf(collected);
}

interface Collected {
  readonly columns: readonly (string | undefined)[][];
  readonly lines: number[];
}

const emptyBatch = (width: number): Collected => ({
  columns: Array.from({ length: width }, () => []),
  lines: [],
});

const batchOf = ({ columns, lines }: Collected): Batch => ({
  rows: lines.length,
  columns: columns.map(cellsOf),
  placeOf: (row) => `line ${lines[row]}`,
});

/** JSON files, which are read as a whole, and JSON lines, which are not. */
import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';
import { type Batch, cellsOf, type DataTable } from '../dataTable';
import { cellsOfRow, isMap, parseJsonValue, tableOfJson } from './jsonTable';
import { textLines, textPieces } from './textPieces';

/** Bytes: as values of JavaScript they take some ten times as much. */
const LARGEST_JSON = 100_000_000;

export async function openJson(bytes: ByteSource): Promise<DataTable> {
  if (bytes.size > LARGEST_JSON)
    throw new UnreadableData(
      `it has ${bytes.size} bytes, and the limit for JSON, which must be read as a whole, is ${LARGEST_JSON}. Save it as .jsonl, .csv or .parquet`,
    );
  let text = '';
  for await (const piece of textPieces(bytes)) text += piece;
  return tableOfJson(parseJsonValue(text, 'it'));
}

/** The first line tells what the columns are. */
export async function openJsonLines(bytes: ByteSource): Promise<DataTable> {
  let first: unknown;
  for await (const { values } of jsonLines(bytes)) {
    [first] = values;
    if (first !== undefined) break;
  }
  if (first === undefined) throw new UnreadableData('it is empty');
  const names = isMap(first) ? Object.keys(first) : null;
  const isRow = Array.isArray(first);
  return {
    names,
    width: Array.isArray(first) ? first.length : (names?.length ?? 1),
    isList: names === null && !isRow,
    isMatrix: names === null,
    async *batches(columns): AsyncGenerator<Batch> {
      const wanted = columns.map((k) => names?.[k] ?? k);
      for await (const { values, lines } of jsonLines(bytes)) {
        const read = values.map((row) => cellsOfRow(row, wanted));
        yield {
          rows: read.length,
          columns: wanted.map((_, k) => cellsOf(read.map((row) => row[k]))),
          placeOf: (row) => `line ${lines[row]}`,
        };
      }
    },
  };
}

interface JsonLines {
  readonly values: readonly unknown[];
  /** Where each stands, from 1. */
  readonly lines: readonly number[];
}

async function* jsonLines(bytes: ByteSource): AsyncGenerator<JsonLines> {
  for await (const { texts, first } of textLines(bytes)) {
    const values: unknown[] = [];
    const lines: number[] = [];
    for (const [k, text] of texts.entries()) {
      if (text.trim() === '') continue;
      values.push(parseJsonValue(text, `line ${first + k}`));
      lines.push(first + k);
    }
    if (values.length > 0) yield { values, lines };
  }
}

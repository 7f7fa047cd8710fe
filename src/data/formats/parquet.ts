/** Parquet files, one group of rows after the other; only the wanted columns are read and unpacked. */
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';
import { type Batch, cellsOf, type DataTable } from '../dataTable';
import { rowFromZero } from './rowFromZero';

/** Rows that are unpacked at once: as many as the writer with the largest groups puts into one. */
const MOST_GROUP_ROWS = 1 << 26;
/** Bytes of a page when unpacked. */
const LARGEST_PAGE = 1 << 30;

export async function openParquet(bytes: ByteSource): Promise<DataTable> {
  const head = new TextDecoder('latin1').decode(await bytes.read(0, 4));
  if (head === 'PARE') throw new UnreadableData('it is encrypted');
  if (head !== 'PAR1' || bytes.size < 12)
    throw new UnreadableData('it does not begin as Parquet files do: it is something else');
  const file = asBuffer(bytes);
  const metadata = await told(() => parquetMetadataAsync(file));
  checkRows(metadata);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  return {
    names,
    width: names.length,
    isList: false,
    isMatrix: false,
    batches: (columns) =>
      groups(
        { file, metadata },
        columns.map((k) => names[k]),
      ),
  };
}

interface Opened {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
}

/** A footer may claim anything: what it claims is allocated only where that is sane. */
function checkRows({ num_rows: claimed, row_groups: groups }: FileMetaData): void {
  const total = groups.reduce((sum, { num_rows: rows }) => sum + rows, 0n);
  if (total !== claimed)
    throw new UnreadableData(
      `its footer claims ${claimed} rows, but its groups have ${total}: it is damaged`,
    );
  const largest = groups.find(({ num_rows: rows }) => rows < 0n || rows > MOST_GROUP_ROWS);
  if (largest)
    throw new UnreadableData(
      `it claims a group of ${largest.num_rows} rows, and the limit is ${MOST_GROUP_ROWS}. Write it with smaller groups of rows`,
    );
}

async function* groups({ file, metadata }: Opened, names: readonly string[]): AsyncGenerator<Batch> {
  let start = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const from = start;
    start += rows;
    if (rows === 0) continue;
    const pieces = await readGroup({ file, metadata }, names, from, rows);
    const columns = names.map((name) => joined(pieces.get(name) ?? []));
    if (columns.some((cells) => cells.length !== rows))
      throw new UnreadableData(`a group of rows holds fewer than the ${rows} that it claims: it is damaged`);
    yield { rows, columns: columns.map(cellsOf), placeOf: (row) => rowFromZero(from + row) };
  }
}

type Pieces = Map<string, ArrayLike<unknown>[]>;

async function readGroup(
  { file, metadata }: Opened,
  names: readonly string[],
  rowStart: number,
  rows: number,
): Promise<Pieces> {
  const pieces: Pieces = new Map();
  await told(() =>
    parquetRead({
      file,
      metadata,
      columns: [...new Set(names)],
      compressors: LIMITED,
      rowStart,
      rowEnd: rowStart + rows,
      onChunk({ columnName, columnData }) {
        pieces.set(columnName, [...(pieces.get(columnName) ?? []), columnData]);
      },
    }),
  );
  return pieces;
}

function joined(pieces: readonly ArrayLike<unknown>[]): ArrayLike<unknown> {
  if (pieces.length === 1) return pieces[0];
  const cells: unknown[] = [];
  for (const piece of pieces) for (let k = 0; k < piece.length; k++) cells.push(piece[k]);
  return cells;
}

type Decompress = (input: Uint8Array, size: number) => Uint8Array;

/** The library's own, each with a limit to what a page may claim. */
const LIMITED = Object.fromEntries(
  Object.entries(compressors as Readonly<Record<string, Decompress>>).map(([name, decompress]) => [
    name,
    (input: Uint8Array, size: number) => {
      if (size > LARGEST_PAGE) throw new Error(`a page claims ${size} bytes`);
      return decompress(input, size);
    },
  ]),
);

/** The library throws what it finds wrong as plain errors. */
async function told<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // Errors of the disk have a code, and are no fault of the file's content.
    if (!(error instanceof Error) || 'code' in error) throw error;
    // Where the library stumbles over what it did not expect, its words are about itself.
    const isToldOfFile = error.constructor === Error;
    const detail = isToldOfFile
      ? ` or of a kind that is not read (${error.message.replace(/[.\s]+$/, '')})`
      : '';
    throw new UnreadableData(`it is damaged${detail}`);
  }
}

function asBuffer(bytes: ByteSource): AsyncBuffer {
  return {
    byteLength: bytes.size,
    async slice(start, end = bytes.size) {
      const from = start < 0 ? bytes.size + start : start;
      return ownBuffer(await bytes.read(from, end));
    },
  };
}

/** The library takes whole buffers. */
function ownBuffer(part: Uint8Array): ArrayBuffer {
  const isWhole = part.byteOffset === 0 && part.byteLength === part.buffer.byteLength;
  return (isWhole ? part.buffer : part.slice().buffer) as ArrayBuffer;
}

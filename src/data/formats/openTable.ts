/** Chooses the reader of a data file by its name. */
import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';
import type { DataTable } from '../dataTable';
import { type DelimitedOptions, openDelimited } from './delimited';
import { openJson, openJsonLines } from './json';
import { openNpyTable } from './npy';
import { openNpz } from './npz';
import { openParquet } from './parquet';

/** What a request tells of a file's layout. */
export interface Layout {
  /** Whether columns are named; null where nothing is said. */
  readonly header: boolean | null;
}

type Open = (bytes: ByteSource, layout: Layout) => Promise<DataTable>;

const delimited =
  (options: Omit<DelimitedOptions, 'header'>): Open =>
  (bytes, { header }) =>
    openDelimited(bytes, { ...options, header });
/** A path and a label a line: no line of names, and paths may hold spaces. */
const index: Open = (bytes) => openDelimited(bytes, { delimiter: null, header: false, isIndex: true });

const READERS: Readonly<Record<string, Open>> = {
  csv: delimited({ delimiter: null }),
  tsv: delimited({ delimiter: '\t' }),
  npy: openNpyTable,
  npz: openNpz,
  parquet: openParquet,
  pq: openParquet,
  json: openJson,
  jsonl: openJsonLines,
  ndjson: openJsonLines,
  txt: index,
  lst: index,
};

/** Endings of files that hold data we read, without the dot. */
export const TABLE_ENDINGS: readonly string[] = Object.keys(READERS);

/** Throws: UnreadableData. */
export async function openTable(path: string, bytes: ByteSource, layout: Layout): Promise<DataTable> {
  const ending = endingOf(path);
  if (Object.hasOwn(READERS, ending)) return READERS[ending](bytes, layout);
  throw new UnreadableData(`data are read from files that end in ${ENDINGS}`);
}

const ENDINGS = '.csv, .tsv, .npy, .npz, .parquet, .json, .jsonl or .txt';

const endingOf = (path: string) => /\.([^./]*)$/.exec(path)?.[1].toLowerCase() ?? '';

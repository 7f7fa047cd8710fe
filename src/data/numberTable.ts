/** Numbers from a data file, whatever its format: one type, and one door to all readers. */
import { readDelimited } from './delimitedMatrix';
import { readNpy } from './npyFile';
import type { TableReading } from './tableReading';

const READERS: Readonly<Record<string, (bytes: Uint8Array) => TableReading>> = {
  npy: readNpy,
  csv: (bytes) => readDelimited(bytes, null),
  tsv: (bytes) => readDelimited(bytes, '\t'),
};

/** Endings of files that hold numbers we read, without the dot. */
export const TABLE_ENDINGS: readonly string[] = Object.keys(READERS);

/** Never throws: what cannot be read says why. The format follows from the file's name. */
export function readTable(path: string, bytes: Uint8Array): TableReading {
  const ending = endingOf(path);
  if (Object.hasOwn(READERS, ending)) return READERS[ending](bytes);
  return { kind: 'unreadable', because: `numbers are read from files that end in ${ENDINGS}` };
}

const ENDINGS = '.npy, .csv or .tsv';

const endingOf = (path: string) => /\.([^./]*)$/.exec(path)?.[1].toLowerCase() ?? '';

/** Data files of tests: in memory, and as a host opens them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesInMemory, type DataFile } from '../../src/data/dataFile';
import type { DataReading } from '../../src/data/dataReading';
import type { FileRequest } from '../../src/data/dataRequest';
import { readData } from '../../src/data/readData';

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** By its path below `test/fixtures/data`. */
export const fixture = (path: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/data', path)));

/** A file of real numbers among the examples' data. */
export const exampleData = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../examples/data', name)));

export type Asked = Partial<Omit<FileRequest, 'from' | 'path'>>;

export const request = (path: string, asked: Asked = {}): FileRequest => ({
  from: 'file',
  path,
  take: 'rows',
  columns: [],
  where: [],
  weight: null,
  bins: null,
  ...asked,
});

/** What a file of these bytes answers. */
export function readBytes(path: string, bytes: Uint8Array, asked: Asked = {}): Promise<DataReading> {
  return readData(request(path, asked), bytesInMemory(bytes));
}

/** The same of a file among the fixtures. */
export const readFixture = (path: string, asked: Asked = {}) => readBytes(path, fixture(path), asked);

/** Plain numbers; throws with the reason where there are none. */
export async function numbersOf(reading: Promise<DataReading>) {
  const read = await reading;
  if (read.kind !== 'numbers') throw new Error(JSON.stringify(read));
  const { values, ...shape } = read.table;
  return { ...shape, values: [...values], summary: read.summary };
}

/** Sizes by name; throws with the reason where there are none. */
export async function classesOf(reading: Promise<DataReading>) {
  const read = await reading;
  if (read.kind !== 'classes') throw new Error(JSON.stringify(read));
  return { ...Object.fromEntries(read.classes.map(({ name, count }) => [name, count])) };
}

/** A file that never changes while it is read. `tell` hears of each reading. */
export function openedFile(bytes: Uint8Array, version: string, tell: () => void = () => undefined): DataFile {
  return {
    kind: 'file',
    version,
    size: bytes.length,
    async read() {
      tell();
      return bytes;
    },
    async within(use) {
      tell();
      return { kind: 'done', value: await use(bytesInMemory(bytes)) };
    },
  };
}

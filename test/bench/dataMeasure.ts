/** Measures one row about data files at one size, on a file in a folder of its own, as a host opens it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classesOfFolders } from '../../src/data/classFolder';
import type { DataReading } from '../../src/data/dataReading';
import type { FileRequest } from '../../src/data/dataRequest';
import { createDisk } from '../../src/data/disk';
import { createFolderCounts } from '../../src/data/folderCounts';
import { dataFilesBelow } from '../../src/data/openDataFile';
import { readData } from '../../src/data/readData';
import { DATA_ROWS, type DataRow } from './dataRows';
import { writeCsv, writeFolder, writeNpy, writeParquet } from './dataWriters';

const RUNS = 5;

const REQUEST: Omit<FileRequest, 'path'> = {
  from: 'file',
  take: 'rows',
  columns: [],
  where: [],
  weight: null,
  bins: null,
};

interface Work {
  /** Writes a file or folder of n rows, and answers with its name. */
  readonly write: (folder: string, n: number) => Promise<string>;
  readonly request: Partial<Omit<FileRequest, 'path'>>;
}

const WORKS: Readonly<Record<DataRow['measure'], Work>> = {
  'csv-classes': { write: writeCsv, request: { take: 'classes', columns: ['label'] } },
  'csv-numbers': { write: writeCsv, request: { columns: ['age'] } },
  'parquet-classes': { write: writeParquet, request: { take: 'classes', columns: ['label'] } },
  'npy-rows': { write: writeNpy, request: {} },
  folder: { write: writeFolder, request: {} },
};

const [, , name, size] = process.argv;
const row = DATA_ROWS.find((candidate) => candidate.name === name);
if (row === undefined) throw new Error(`There is no row named ${name}.`);
const folder = await mkdtemp(join(tmpdir(), 'objective-lens-bench-'));
try {
  process.stdout.write(JSON.stringify(await measured(WORKS[row.measure], Number(size))));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measured({ write, request }: Work, n: number) {
  const path = await write(folder, n);
  const seconds: number[] = [];
  const processor: number[] = [];
  let kind = '';
  for (let run = 0; run < RUNS; run++) {
    const used = process.cpuUsage();
    const start = performance.now();
    const reading = await read(path, { ...REQUEST, ...request, path });
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1e6);
    if (reading.kind === 'unreadable') throw new Error(reading.because);
    kind = reading.kind;
  }
  return {
    n,
    seconds: median(seconds),
    processorSeconds: median(processor),
    runs: RUNS,
    megabytes: process.resourceUsage().maxRSS / 1024,
    verdict: kind,
    reason: null,
    certifiedWithin: null,
    samplingError: null,
    optimumNote: null,
  };
}

/** Folders are counted as if nothing were remembered. */
async function read(path: string, request: FileRequest): Promise<DataReading> {
  const file = await dataFilesBelow(folder, createDisk(), createFolderCounts())(path);
  if (file.kind === 'folder') return classesOfFolders(file.folders, null);
  if (file.kind !== 'file') throw new Error(`${path} is ${file.kind}`);
  const read = await file.within((bytes) => readData(request, bytes));
  if (read.kind !== 'done') throw new Error(`${path} has ${read.kind}`);
  return read.value;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

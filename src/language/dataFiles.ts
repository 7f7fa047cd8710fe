/** Data files that a text names: asked for while it is read, opened through the host between two readings. */
import { classesOfFolders } from '../data/classFolder';
import { type DataFile, type OpenDataFile, pathBeside } from '../data/dataFile';
import type { DataReading } from '../data/dataReading';
import { type DataRequest, type NamedRequest, requestKey } from '../data/dataRequest';
import { readData } from '../data/readData';

/** A reading with values. */
export type DataValue = Extract<DataReading, { kind: 'numbers' | 'classes' }>;

/** What is known of what a text asks for. */
export type LookedUp =
  | {
      readonly kind: 'value';
      readonly path: string;
      /** Changes whenever the values may have changed: with the path it stands for them. */
      readonly version: string;
      readonly data: DataValue;
    }
  | { readonly kind: 'missing'; readonly path: string }
  | Exclude<DataReading, DataValue>
  /** The name leads out of the workspace. */
  | { readonly kind: 'outside' }
  /** Nothing has been opened for this reading. */
  | { readonly kind: 'unopened' };

/** By the key of the request. */
export type DataFiles = ReadonlyMap<string, LookedUp>;

export const NO_FILES: DataFiles = new Map();

/** The files of one text, by the names that it gives them. */
export class NamedFiles {
  /** `document` is the path of the text below the workspace root. */
  constructor(
    private readonly document: string,
    private readonly opened: DataFiles,
    private readonly requests = new Map<string, DataRequest>(),
  ) {}

  /** The files that another text names, asked for together with these. */
  of(document: string): NamedFiles {
    return new NamedFiles(document, this.opened, this.requests);
  }

  lookUp(name: string, request: NamedRequest): LookedUp {
    const path = pathBeside(this.document, name);
    if (path === null) return { kind: 'outside' };
    const placed: DataRequest = { ...request, path };
    const key = requestKey(placed);
    this.requests.set(key, placed);
    return this.opened.get(key) ?? { kind: 'unopened' };
  }

  /** All that was asked for. */
  get wanted(): readonly DataRequest[] {
    return [...this.requests.values()];
  }
}

/** Reads data files and keeps what they answered while they do not change. `largest` counts bytes. */
export type DataFileLoader = (
  requests: readonly DataRequest[],
  open: OpenDataFile,
  largest?: number,
) => Promise<DataFiles>;

/** Bytes. A stream of this size takes some ten seconds. */
export const LARGEST_DATA_FILE = 2_000_000_000;

/** Numbers that are kept between analyses, of all files together: 128 MB. */
const MOST_KEPT = 16_000_000;

export function createDataFileLoader(): DataFileLoader {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<LookedUp>>();
  const load = (key: string, request: DataRequest, file: DataFile): Promise<LookedUp> => {
    const known = kept.get(key);
    if (known && known.version === versionOf(file)) return Promise.resolve(known.found);
    // Many texts of a scan name the same file: one reading is enough for all.
    const place = `${versionOf(file)} ${key}`;
    const reading = underWay.get(place) ?? answer(request, file);
    underWay.set(place, reading);
    return reading.finally(() => underWay.delete(place));
  };
  return async (requests, open, largest = LARGEST_DATA_FILE) => {
    const files = new Map<string, LookedUp>();
    for (const request of requests) {
      const key = requestKey(request);
      const file = await open(request.path);
      if (file.kind === 'file' && file.size > largest) {
        files.set(key, { kind: 'unreadable', because: tooLarge(file.size, largest) });
        continue;
      }
      const found = await load(key, request, file);
      const version = versionOf(file);
      kept.delete(key);
      // What the disk did not give is asked for again.
      if (version !== null && !PASSING.has(found)) kept.set(key, { version, found });
      forgetOldest(kept);
      files.set(key, found);
    }
    return files;
  };
}

interface Kept {
  readonly version: string;
  readonly found: LookedUp;
}

const versionOf = (file: DataFile) => ('version' in file ? file.version : null);

/** Answers that hold only for the moment. */
const PASSING = new WeakSet<LookedUp>();

function passing(because: string): LookedUp {
  const found: LookedUp = { kind: 'unreadable', because };
  PASSING.add(found);
  return found;
}

async function answer(request: DataRequest, file: DataFile): Promise<LookedUp> {
  if (file.kind === 'missing') return { kind: 'missing', path: request.path };
  if (file.kind === 'refused') return passing(file.because);
  if (file.kind === 'folder')
    return request.from === 'folder'
      ? placed(classesOfFolders(file.folders, request.endings), request, file.version)
      : passing('it is a folder. Where each sub-folder is a class, name it with `folder` instead of `file`');
  if (request.from === 'folder') return passing('it is a file. Name it with `file` instead of `folder`');
  const read = await file.within((bytes) => readData(request, bytes));
  if (read.kind === 'done') return placed(read.value, request, file.version);
  return passing(
    read.kind === 'failed'
      ? read.because
      : 'it changed while it was read, and is read again at its next change',
  );
}

function placed(reading: DataReading, request: DataRequest, version: string): LookedUp {
  if (reading.kind === 'unreadable' || reading.kind === 'no-column') return reading;
  return { kind: 'value', path: request.path, version: `${version} ${requestKey(request)}`, data: reading };
}

function tooLarge(size: number, largest: number): string {
  return `it has ${megabytes(size)} MB, and the limit is ${megabytes(largest)} MB. Raise the setting \`objectiveLens.data.largestFile\`, or on the command line \`--largest-file\``;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('en');

/** The values used last are always kept. */
function forgetOldest(kept: Map<string, Kept>): void {
  const held = ({ found }: Kept): number => {
    if (found.kind !== 'value') return 1;
    return found.data.kind === 'numbers' ? found.data.table.values.length : found.data.classes.length;
  };
  let total = [...kept.values()].reduce((sum, file) => sum + held(file), 0);
  for (const [key, file] of kept) {
    if (total <= MOST_KEPT || kept.size === 1) return;
    total -= held(file);
    kept.delete(key);
  }
}

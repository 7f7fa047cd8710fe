/** Data files that a text names: looked up while it is read, opened through the host between two readings. */
import { type OpenDataFile, pathBeside } from '../data/dataFile';
import { readTable } from '../data/numberTable';
import type { NumberTable } from '../data/tableReading';

/** What is known of a file that a text names. */
export type LookedUp =
  | { readonly kind: 'table'; readonly path: string; readonly version: string; readonly table: NumberTable }
  | { readonly kind: 'missing'; readonly path: string }
  /** `because` completes "cannot be read: …". */
  | { readonly kind: 'unreadable'; readonly because: string }
  /** The name leads out of the workspace. */
  | { readonly kind: 'outside' }
  /** Nothing has been opened for this reading. */
  | { readonly kind: 'unopened' };

/** By path below the workspace root. */
export type DataFiles = ReadonlyMap<string, LookedUp>;

export const NO_FILES: DataFiles = new Map();

/** The files of one text, by the names that it gives them. */
export class NamedFiles {
  private readonly paths = new Set<string>();

  /** `document` is the path of the text below the workspace root. */
  constructor(
    private readonly document: string,
    private readonly opened: DataFiles,
  ) {}

  lookUp(name: string): LookedUp {
    const path = pathBeside(this.document, name);
    if (path === null) return { kind: 'outside' };
    this.paths.add(path);
    return this.opened.get(path) ?? { kind: 'unopened' };
  }

  /** Paths of all files that were looked up. */
  get wanted(): readonly string[] {
    return [...this.paths];
  }
}

/** Opens data files and keeps their tables while they do not change. */
export type DataFileLoader = (paths: readonly string[], open: OpenDataFile) => Promise<DataFiles>;

/** Numbers that are kept between analyses, of all files together: 128 MB. */
const MOST_KEPT = 16_000_000;

export function createDataFileLoader(): DataFileLoader {
  const kept = new Map<string, Kept>();
  return async (paths, open) => {
    const files = new Map<string, LookedUp>();
    for (const path of paths) {
      const file = await load(path, open, kept.get(path) ?? null);
      kept.delete(path);
      if (file.version !== null) kept.set(path, file);
      forgetOldest(kept);
      files.set(path, file.found);
    }
    return files;
  };
}

interface Kept {
  /** Null for what is not worth keeping. */
  readonly version: string | null;
  readonly found: LookedUp;
}

async function load(path: string, open: OpenDataFile, known: Kept | null): Promise<Kept> {
  const file = await open(path);
  if (file.kind === 'missing') return { version: null, found: { kind: 'missing', path } };
  if (file.kind === 'refused') return { version: null, found: { kind: 'unreadable', because: file.because } };
  const { version } = file;
  if (known !== null && known.version === version) return known;
  const bytes = await file.read();
  if (bytes === null) return { version: null, found: { kind: 'missing', path } };
  const reading = readTable(path, bytes);
  const found: LookedUp =
    reading.kind === 'unreadable' ? reading : { kind: 'table', path, version, table: reading.table };
  return { version, found };
}

/** The table used last is always kept. */
function forgetOldest(kept: Map<string, Kept>): void {
  const sizeOf = ({ found }: Kept) => (found.kind === 'table' ? found.table.values.length : 1);
  let total = [...kept.values()].reduce((sum, file) => sum + sizeOf(file), 0);
  for (const [path, file] of kept) {
    if (total <= MOST_KEPT || kept.size === 1) return;
    total -= sizeOf(file);
    kept.delete(path);
  }
}

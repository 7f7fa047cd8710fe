/**
 * Keeps what was found in closed files by the content of the file, of those that it was read with, and by the settings:
 * a file that says what it said before is not analysed again, whatever happened to it in between.
 */

/** What a scan counts. */
export interface ResultCounts {
  readonly objectives: number;
  readonly inconsistent: number;
  readonly findings: number;
}

/** The version of another file that was opened for an analysis, by its path below the workspace root. */
export type Dependency = readonly [path: string, version: string];

export interface KeptResult {
  readonly dependencies: readonly Dependency[];
  readonly counts: ResultCounts;
  /** The analysis as bytes; null where nothing was found, as in most files of a workspace. */
  readonly packed: Uint8Array | null;
}

export interface ResultKey {
  readonly uri: string;
  /** Hash of the file's content. */
  readonly hash: string;
  /** Stands for the project file, the settings and the root. */
  readonly context: string;
}

/** All that is kept, as plain arrays. */
export interface KeptState {
  readonly hashes: readonly (readonly [uri: string, version: string, hash: string])[];
  readonly results: readonly (readonly [key: string, result: KeptResult])[];
}

export interface KeptResults {
  /** The hash of what a file held at this version on the disk; null when that is not known. */
  hashOf(uri: string, version: string): string | null;
  /** Remembers what a file held at a version. */
  saw(uri: string, version: string, hash: string): void;
  get(key: ResultKey): KeptResult | null;
  set(key: ResultKey, result: KeptResult): void;
  /** Least recently used first. */
  state(): KeptState;
  /** Adds what was kept before; what is known already is newer. */
  restore(state: KeptState): void;
  /** Counts everything that was learned. */
  readonly revision: number;
}

/** Bytes of all results together. */
const CAPACITY = 32_000_000;
/** Bytes that a result takes beside its analysis. */
const ENTRY = 300;
/** A result that takes more than this share of all is not kept: the next scan computes it again. */
const LARGEST_SHARE = 1 / 16;
/** Files whose version is remembered. */
const MOST_FILES = 100_000;

export function createKeptResults(capacity = CAPACITY): KeptResults {
  const hashes = new Map<string, { readonly version: string; readonly hash: string }>();
  const results = new Map<string, KeptResult>();
  let total = 0;
  let revision = 0;

  const remove = (key: string) => {
    const known = results.get(key);
    if (known && results.delete(key)) total -= sizeOf(key, known);
  };
  const add = (key: string, result: KeptResult) => {
    const size = sizeOf(key, result);
    remove(key);
    if (size > capacity * LARGEST_SHARE) return;
    results.set(key, result);
    total += size;
    while (total > capacity) remove(first(results));
  };
  const remember = (uri: string, version: string, hash: string) => {
    hashes.delete(uri);
    hashes.set(uri, { version, hash });
    while (hashes.size > MOST_FILES) hashes.delete(first(hashes));
  };

  return {
    hashOf(uri, version) {
      const known = hashes.get(uri);
      return known?.version === version ? known.hash : null;
    },
    saw(uri, version, hash) {
      const known = hashes.get(uri);
      if (known?.version === version && known.hash === hash) return;
      remember(uri, version, hash);
      revision++;
    },
    get(given) {
      const key = keyOf(given);
      const result = results.get(key);
      if (!result) return null;
      results.delete(key);
      results.set(key, result);
      return result;
    },
    set(key, result) {
      add(keyOf(key), result);
      revision++;
    },
    state: () => ({
      hashes: [...hashes].map(([uri, { version, hash }]) => [uri, version, hash]),
      results: [...results],
    }),
    restore(state) {
      const now = { hashes: [...hashes], results: [...results] };
      for (const [uri, version, hash] of state.hashes) remember(uri, version, hash);
      for (const [key, result] of state.results) add(key, result);
      for (const [uri, { version, hash }] of now.hashes) remember(uri, version, hash);
      for (const [key, result] of now.results) add(key, result);
    },
    get revision() {
      return revision;
    },
  };
}

/** Of a map that is not empty; what was used last stands at its end. */
const first = (map: ReadonlyMap<string, unknown>): string => map.keys().next().value ?? '';

const keyOf = ({ uri, hash, context }: ResultKey) => `${hash} ${context} ${uri}`;

function sizeOf(key: string, { packed, dependencies }: KeptResult): number {
  const named = dependencies.reduce((sum, [path, version]) => sum + path.length + version.length, 0);
  return ENTRY + key.length + named + (packed?.byteLength ?? 0);
}

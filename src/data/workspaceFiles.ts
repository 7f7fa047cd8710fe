/** Finds the files of a folder that an analysis may look at: never outside the folder, never in what tools put there. */
import { opendir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { matchesGlob } from './binding';

export interface WalkOptions {
  /** Folder below the root, with forward slashes, where the walk starts; '' is the root itself. */
  readonly folder: string;
  /** Whether a file of this path below the root, with forward slashes, is wanted. */
  accepts(path: string): boolean;
  /** Globs over paths below the root: a folder that matches is not entered, a file not yielded. */
  readonly exclude: readonly string[];
  /** Larger files are reported as too large instead of being yielded. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export type WorkspaceFile =
  | { readonly kind: 'file'; readonly path: string; readonly absolute: string; readonly bytes: number }
  /** A file or folder that could not be looked at, with the reason in words. */
  | { readonly kind: 'unreadable' | 'too-large'; readonly path: string; readonly because: string };

/** Folders that hold copies of others' code, caches and environments: their objectives are nobody's work here. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
  '__pypackages__',
  'bower_components',
  'venv',
  'virtualenv',
]);

/** Hidden folders that authors do write in. */
const AUTHORED_HIDDEN: ReadonlySet<string> = new Set(['.github', '.config', '.vscode']);

/**
 * Files below `root`, one folder after another, names in order; stops with the signal's reason when aborted. Never
 * throws on what it finds: what cannot be read is one of the answers. Symbolic links are followed inside the root only.
 */
export async function* walkWorkspace(root: string, options: WalkOptions): AsyncGenerator<WorkspaceFile> {
  options.signal.throwIfAborted();
  const start = await attempt(async () => ({
    realRoot: await realpath(root),
    realFolder: await realpath(join(root, options.folder)),
  }));
  if (start.kind === 'failed') {
    yield { kind: 'unreadable', path: options.folder, because: start.because };
    return;
  }
  const { realRoot, realFolder } = start.value;
  if (!isInside(realRoot, realFolder)) {
    yield { kind: 'unreadable', path: options.folder, because: `it leads out of ${root}` };
    return;
  }
  yield* walkFolder(
    { root: resolve(root), realRoot, entered: new Set([realFolder]), options },
    options.folder,
  );
}

/** Whether the walk would look at this path: for single files that an editor names. */
export function isSearched(path: string, exclude: readonly string[]): boolean {
  const parts = path.split('/');
  return parts.every((name, depth) => {
    const isFile = depth === parts.length - 1;
    return (isFile || !isSkippedFolder(name)) && !isExcluded(parts.slice(0, depth + 1).join('/'), exclude);
  });
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  /** Real paths of folders that have been entered: links make circles. */
  readonly entered: Set<string>;
  readonly options: WalkOptions;
}

async function* walkFolder(walk: Walk, folder: string): AsyncGenerator<WorkspaceFile> {
  const names = await attempt(() => namesIn(join(walk.root, folder), walk.options.signal));
  walk.options.signal.throwIfAborted();
  if (names.kind === 'failed') {
    yield { kind: 'unreadable', path: folder, because: names.because };
    return;
  }
  for (const name of names.value) {
    walk.options.signal.throwIfAborted();
    const path = folder === '' ? name : `${folder}/${name}`;
    if (isExcluded(path, walk.options.exclude)) continue;
    yield* walkEntry(walk, path, name);
  }
}

async function* walkEntry(walk: Walk, path: string, name: string): AsyncGenerator<WorkspaceFile> {
  const { options } = walk;
  // Most entries are files that nobody wants; a look at the name saves a look at the disk.
  const wanted = options.accepts(path);
  if (!wanted && isSkippedFolder(name)) return;
  const absolute = join(walk.root, path);
  const found = await attempt(async () => {
    const real = await realpath(absolute);
    return { real, stats: await stat(real) };
  });
  if (found.kind === 'failed') {
    if (wanted) yield { kind: 'unreadable', path, because: found.because };
    return;
  }
  const { real, stats } = found.value;
  if (!isInside(walk.realRoot, real)) return;
  if (stats.isDirectory()) {
    if (isSkippedFolder(name) || walk.entered.has(real) || (await isEnvironment(absolute))) return;
    walk.entered.add(real);
    yield* walkFolder(walk, path);
  } else if (stats.isFile() && wanted) {
    yield stats.size > options.maxBytes
      ? { kind: 'too-large', path, because: `${stats.size} bytes; the limit is ${options.maxBytes}` }
      : { kind: 'file', path, absolute, bytes: stats.size };
  }
}

async function namesIn(folder: string, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of await opendir(folder)) {
    signal.throwIfAborted();
    names.push(entry.name);
  }
  return names.sort();
}

function isSkippedFolder(name: string): boolean {
  return SKIPPED_FOLDERS.has(name) || (name.startsWith('.') && !AUTHORED_HIDDEN.has(name));
}

/** Python's virtual environments may have any name; this file marks them. */
async function isEnvironment(folder: string): Promise<boolean> {
  return (await attempt(() => stat(join(folder, 'pyvenv.cfg')))).kind === 'value';
}

function isExcluded(path: string, exclude: readonly string[]): boolean {
  return exclude.some((glob) => matchesGlob(path, glob) || matchesGlob(`${path}/`, glob));
}

const isInside = (root: string, path: string) =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

type Attempt<T> = { kind: 'value'; value: T } | { kind: 'failed'; because: string };

/** What a disk refuses is an answer here; anything else is a fault and stays one. */
async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'value', value: await act() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { kind: 'failed', because: error.message };
    throw error;
  }
}

/** Finds the files of a folder that an analysis may look at: never outside the folder, never what is excluded. */
import { statSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { attempt } from './attempt';
import { createDisk, type Disk } from './disk';
import { fileVersion } from './fileVersion';
import { type Entry, listFolder } from './folderListing';
import { type IgnoreRules, NO_RULES } from './ignoreRules';
import { createExclusion, isSkippedFolder, type SearchRules } from './searchedPaths';
import { createTurns, type Turns } from './turns';
import { readIgnoreFile, rulesAbove } from './workspaceIgnoring';

export interface WalkOptions extends SearchRules {
  /** Folder below the root, with forward slashes, where the walk starts; '' is the root itself. */
  readonly folder: string;
  /** Whether a file of this path below the root, with forward slashes, is wanted. */
  accepts(path: string): boolean;
  /** Larger files are reported as too large instead of being yielded. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export type WorkspaceFile =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly absolute: string;
      readonly bytes: number;
      /** Changes whenever the content may have changed. */
      readonly version: string;
    }
  /** A file or folder that could not be looked at, with the reason in words. */
  | { readonly kind: 'unreadable' | 'too-large'; readonly path: string; readonly because: string };

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
  const walk: Walk = {
    root: resolve(root),
    realRoot,
    entered: new Set([realFolder]),
    excludes: createExclusion(options.exclude),
    disk: createDisk(),
    turns: createTurns(),
    options,
  };
  const rules = options.ignoreFiles ? await rulesAbove(walk.root, options.folder) : NO_RULES;
  yield* walkFolder(walk, { path: options.folder, real: realFolder, isStart: true }, rules);
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  /** Real paths of folders that have been entered: links make circles. */
  readonly entered: Set<string>;
  excludes(path: string): boolean;
  readonly disk: Disk;
  readonly turns: Turns;
  readonly options: WalkOptions;
}

interface Folder {
  readonly path: string;
  readonly real: string;
  readonly isStart: boolean;
}

/** A folder or a wanted file, or why there is none. */
type Found = WorkspaceFile | { readonly kind: 'folder'; readonly path: string; readonly real: string } | null;

/** Files whose sizes are asked for at the same time. */
const LOOKS_AT_ONCE = 32;

async function* walkFolder(walk: Walk, folder: Folder, above: IgnoreRules): AsyncGenerator<WorkspaceFile> {
  const { options, root, disk, turns } = walk;
  const pathOf = (name: string) => (folder.path === '' ? name : `${folder.path}/${name}`);
  // A folder of a million pictures must not be kept: a look at the name saves a look at the disk.
  const isOfInterest = ({ name, kind }: Entry) =>
    (kind !== 'file' && !(kind === 'folder' && isSkippedFolder(name))) || options.accepts(pathOf(name));
  const listing = await attempt(() =>
    listFolder(join(root, folder.path), isOfInterest, { disk, turns, signal: options.signal }),
  );
  options.signal.throwIfAborted();
  if (listing.kind === 'failed') {
    yield { kind: 'unreadable', path: folder.path, because: listing.because };
    return;
  }
  const { entries, hasIgnoreFile, isEnvironment } = listing.value;
  if (isEnvironment && !folder.isStart) return;
  const own = hasIgnoreFile && options.ignoreFiles ? await readIgnoreFile(root, folder.path) : null;
  const rules = own === null ? above : above.within(folder.path, own);
  for (let at = 0; at < entries.length; at += LOOKS_AT_ONCE) {
    await turns.next();
    const looks = entries.slice(at, at + LOOKS_AT_ONCE);
    const found = await Promise.all(
      looks.map((entry) => look(walk, rules, entry, { path: pathOf(entry.name), folder })),
    );
    for (const one of found) {
      options.signal.throwIfAborted();
      if (one?.kind !== 'folder') {
        if (one) yield one;
      } else if (!walk.entered.has(one.real)) {
        walk.entered.add(one.real);
        yield* walkFolder(walk, { ...one, isStart: false }, rules);
      }
    }
  }
}

async function look(
  walk: Walk,
  rules: IgnoreRules,
  { name, kind }: Entry,
  { path, folder }: { readonly path: string; readonly folder: Folder },
): Promise<Found> {
  const isOut = (isFolder: boolean) => rules.ignores(isFolder ? `${path}/` : path);
  if (walk.excludes(path) || (kind !== 'link' && isOut(kind === 'folder'))) return null;
  // What stands below a real folder and is no link has the real path that it seems to have.
  if (kind === 'folder') return { kind, path, real: join(folder.real, name) };
  const wanted = walk.options.accepts(path);
  const absolute = join(walk.root, path);
  const found = await attempt(async () => {
    const real = kind === 'link' ? await realpath(absolute) : absolute;
    const stats = await walk.disk.ask(
      () => statSync(real),
      () => stat(real),
    );
    return { real, stats };
  });
  if (found.kind === 'failed') return wanted ? { kind: 'unreadable', path, because: found.because } : null;
  const { real, stats } = found.value;
  if (kind === 'link' && (!isInside(walk.realRoot, real) || isOut(stats.isDirectory()))) return null;
  if (stats.isDirectory()) return isSkippedFolder(name) ? null : { kind: 'folder', path, real };
  if (!stats.isFile() || !wanted) return null;
  return stats.size > walk.options.maxBytes
    ? {
        kind: 'too-large',
        path,
        because: `${stats.size} bytes; the limit is ${walk.options.maxBytes}`,
      }
    : { kind: 'file', path, absolute, bytes: stats.size, version: fileVersion(stats) };
}

const isInside = (root: string, path: string) =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

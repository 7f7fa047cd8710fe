/** Lists folders of samples without opening a file, and remembers every folder that did not change since. */
import { createHash } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ClassFolder } from './classFolder';
import { fileVersion } from './fileVersion';

/** What lies directly in one folder. */
interface Listed {
  readonly version: string;
  readonly files: ReadonlyMap<string, number>;
  readonly folders: readonly string[];
}

export interface CountedFolders {
  /** Changes whenever a file or folder below appeared or vanished. */
  readonly version: string;
  readonly folders: readonly ClassFolder[];
}

/** Counts what lies below a folder; both are real paths, and nothing outside of the root is looked at. */
export type CountFolders = (folder: string, root: string) => Promise<CountedFolders>;

/** Folders that are listed at the same time. */
const AT_ONCE = 32;
/** Folders whose content is remembered. */
const MOST_KEPT = 50_000;

export function createFolderCounts(): CountFolders {
  const kept = new Map<string, Listed>();
  const list = async (folder: string, root: string): Promise<Listed> => {
    const version = fileVersion(await stat(folder));
    const known = kept.get(folder);
    if (known?.version === version) return known;
    const listed = { version, ...(await content(folder, root)) };
    kept.delete(folder);
    kept.set(folder, listed);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return listed;
  };
  return async (folder, root) => {
    const top = await list(folder, root);
    const versions = [top.version];
    const entered = new Set([folder]);
    const folders: ClassFolder[] = [];
    for (let at = 0; at < top.folders.length; at += AT_ONCE) {
      const some = top.folders.slice(at, at + AT_ONCE);
      const counted = await Promise.all(
        some.map((name) => below(join(folder, name), { list: (path) => list(path, root), entered })),
      );
      for (const [k, { files, version }] of counted.entries()) {
        folders.push({ name: some[k], files });
        versions.push(version);
      }
    }
    return { version: createHash('sha1').update(versions.join()).digest('base64url'), folders };
  };
}

interface Walk {
  list(folder: string): Promise<Listed>;
  /** Real paths: links make circles. */
  readonly entered: Set<string>;
}

async function below(path: string, walk: Walk): Promise<{ files: Map<string, number>; version: string }> {
  const real = await realpath(path);
  const files = new Map<string, number>();
  if (walk.entered.has(real)) return { files, version: '' };
  walk.entered.add(real);
  const listed = await walk.list(real);
  const versions = [listed.version];
  for (const [ending, count] of listed.files) files.set(ending, count);
  for (const name of listed.folders) {
    const inner = await below(join(real, name), walk);
    versions.push(inner.version);
    for (const [ending, count] of inner.files) files.set(ending, (files.get(ending) ?? 0) + count);
  }
  return { files, version: versions.join() };
}

async function content(folder: string, root: string): Promise<Omit<Listed, 'version'>> {
  const files = new Map<string, number>();
  const folders: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const kind = await kindOf(entry, folder, root);
    if (kind === 'folder') folders.push(entry.name);
    if (kind !== 'file') continue;
    const ending = endingOf(entry.name);
    files.set(ending, (files.get(ending) ?? 0) + 1);
  }
  folders.sort();
  return { files, folders };
}

/** A link with an ending is taken for a file by its name, as nothing is opened; another is a folder, if it stays inside. */
async function kindOf(entry: Dirent, folder: string, root: string): Promise<'file' | 'folder' | null> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return null;
  if (endingOf(entry.name) !== '') return 'file';
  const target = await linkTarget(join(folder, entry.name));
  if (target === null) return null;
  if (!target.stats.isDirectory()) return 'file';
  return target.path.startsWith(root + sep) ? 'folder' : null;
}

/** Null for a link that leads nowhere. */
async function linkTarget(path: string): Promise<{ path: string; stats: Stats } | null> {
  try {
    const real = await realpath(path);
    return { path: real, stats: await stat(real) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function endingOf(name: string): string {
  const [, ending = ''] = /.\.((?:[^.]*\.)?gz|[^.]*)$/i.exec(name) ?? [];
  return ending.toLowerCase();
}

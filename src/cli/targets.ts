/** From the paths on the command line to files: which project each belongs to, and what could not be read. */
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { walkWorkspace } from '../data/workspaceFiles';
import { PROJECT_FILE } from '../language/project';

export interface Target {
  /** The folder that paths in the project file are relative to. */
  readonly root: string;
  /** The named file or folder, below the root, with forward slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly hasProjectFile: boolean;
}

export interface Unread {
  /** As the user would name it: relative to the current folder. */
  readonly file: string;
  readonly because: string;
}

/** Data beyond this size holds no objectives that anybody wrote. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/**
 * The project of a path is the nearest folder with a project file, from the path's own folder up to the current one;
 * without any, the current folder, or for a path elsewhere its own folder.
 */
export async function findTarget(path: string, cwd: string): Promise<Target | Unread> {
  const absolute = resolve(cwd, path);
  const kind = await kindOf(absolute);
  if (kind === null)
    return { file: path, because: 'there is no such file or folder, or it cannot be opened' };
  const start = kind === 'folder' ? absolute : dirname(absolute);
  const top = isBelow(cwd, start) ? cwd : start;
  const project = await nearestProject(start, top);
  const root = project ?? top;
  return { root, path: slashes(relative(root, absolute)), kind, hasProjectFile: project !== null };
}

/** Files of a target that are accepted; a file that the user named is taken whatever the project excludes. */
export async function* filesOf(
  target: Target,
  exclude: readonly string[],
  accepts: (path: string) => boolean,
): AsyncGenerator<{
  readonly kind: 'file' | 'unread' | 'skipped';
  readonly path: string;
  readonly because: string;
}> {
  if (target.kind === 'file') {
    const kind = accepts(target.path) ? 'file' : 'skipped';
    yield { kind, path: target.path, because: 'objectives are not looked for in files of this name' };
    return;
  }
  const { signal } = new AbortController();
  const walk = { folder: target.path, accepts, exclude, ignoreFiles: true, maxBytes: MAX_FILE_BYTES, signal };
  for await (const found of walkWorkspace(target.root, walk)) {
    if (found.kind === 'file') yield { kind: 'file', path: found.path, because: '' };
    else
      yield {
        kind: found.kind === 'unreadable' ? 'unread' : 'skipped',
        path: found.path,
        because: found.because,
      };
  }
}

async function nearestProject(start: string, top: string): Promise<string | null> {
  for (let folder = start; ; folder = dirname(folder)) {
    if ((await kindOf(join(folder, PROJECT_FILE))) === 'file') return folder;
    if (folder === top || folder === dirname(folder)) return null;
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

const isBelow = (folder: string, path: string) =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

export const slashes = (path: string) => path.split(sep).join('/');

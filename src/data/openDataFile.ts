/** Data files and folders on the disk: only inside the root, through symbolic links too. */
import { type BigIntStats, statSync } from 'node:fs';
import { type FileHandle, open, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { attempt } from './attempt';
import type { ByteSource, DataFile, OpenDataFile, Within } from './dataFile';
import { createDisk, type Disk } from './disk';
import { type CountFolders, createFolderCounts } from './folderCounts';

/** One memory of folders for all roots. */
const COUNTS = createFolderCounts();

/** Opens what lies below the folder `root`; `count` remembers folders from one call to the next. */
export function dataFilesBelow(
  root: string,
  disk: Disk = createDisk(),
  count: CountFolders = COUNTS,
): OpenDataFile {
  return async (path) => {
    try {
      // Most files that are asked for are modules that would be there if they were the workspace's own.
      if (!(await isThere(join(root, path), disk))) return { kind: 'missing' };
      const [realRoot, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
      if (!isInside(real, realRoot))
        return { kind: 'refused', because: 'it is a link that leads out of the workspace' };
      const stats = await stat(real, { bigint: true });
      if (stats.isDirectory()) return { kind: 'folder', ...(await count(real, realRoot)) };
      return stats.isFile() ? opened(real, stats) : { kind: 'refused', because: 'it is no file' };
    } catch (error) {
      return failed(error);
    }
  };
}

const isThere = (path: string, disk: Disk) =>
  disk.ask(
    () => statSync(path, { throwIfNoEntry: false }) !== undefined,
    async () => (await stat(path)) !== undefined,
  );

function opened(path: string, stats: BigIntStats): DataFile {
  const version = versionOf(stats);
  return {
    kind: 'file',
    version,
    size: Number(stats.size),
    read: () => bytesOf(path),
    within: (use) => within(path, version, use),
  };
}

const versionOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats) => [ino, size, mtimeNs, ctimeNs].join(':');

/** A file that is replaced while it is open stays what it was; one that is written to does not. */
async function within<T>(
  path: string,
  version: string,
  use: (bytes: ByteSource) => Promise<T>,
): Promise<Within<T>> {
  const read = await attempt(async (): Promise<Within<T>> => {
    const handle = await open(path);
    try {
      const before = await handle.stat({ bigint: true });
      if (versionOf(before) !== version) return { kind: 'changed' };
      const value = await use(bytesIn(handle, Number(before.size)));
      const after = await handle.stat({ bigint: true });
      return hasChanged(before, after) ? { kind: 'changed' } : { kind: 'done', value };
    } finally {
      await handle.close();
    }
  });
  return read.kind === 'value' ? read.value : read;
}

/** The other times and the number of links change when a file is replaced, whose content stays. */
const hasChanged = (before: BigIntStats, after: BigIntStats) =>
  before.size !== after.size || before.mtimeNs !== after.mtimeNs;

function bytesIn(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled === bytes.length ? bytes : bytes.slice(0, filled);
    },
  };
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  const read = await attempt(() => readFile(path));
  return read.kind === 'value' ? read.value : null;
}

/** What a disk refuses is an answer; anything else is a fault and stays one. */
function failed(error: unknown): DataFile {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return error.code === 'ENOENT' || error.code === 'ENOTDIR'
    ? { kind: 'missing' }
    : { kind: 'refused', because: error.message };
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

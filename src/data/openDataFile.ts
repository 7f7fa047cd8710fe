/** Data files on the disk: only inside the root, through symbolic links too, and only up to a size. */
import { type BigIntStats, statSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { DataFile, OpenDataFile } from './dataFile';
import { createDisk, type Disk } from './disk';

/** Bytes: as many as the largest table of doubles that is analysed. */
const LARGEST_FILE = 130_000_000n;

/** Opens files below the folder `root`. */
export function dataFilesBelow(root: string, disk: Disk = createDisk()): OpenDataFile {
  return async (path) => {
    try {
      // Most files that are asked for are modules that would be there if they were the workspace's own.
      if (!(await isThere(join(root, path), disk))) return { kind: 'missing' };
      const [realRoot, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
      if (!isInside(real, realRoot))
        return { kind: 'refused', because: 'it is a link that leads out of the workspace' };
      return opened(real, await stat(real, { bigint: true }));
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
  const { size, ino, mtimeNs, ctimeNs } = stats;
  if (!stats.isFile()) return { kind: 'refused', because: 'it is no file' };
  if (size > LARGEST_FILE)
    return { kind: 'refused', because: `it has ${size} bytes, and the limit is ${LARGEST_FILE}` };
  return { kind: 'file', version: [ino, size, mtimeNs, ctimeNs].join(':'), read: () => bytesOf(path) };
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    failed(error);
    return null;
  }
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

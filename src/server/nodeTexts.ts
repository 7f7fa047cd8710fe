/** The texts of the workspace's files on Node: within size limits, and only what lies inside an open folder. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Disk } from '../data/disk';
import { fileVersion } from '../data/fileVersion';
import type { FileText } from './host';

/** Bytes. The readers refuse far shorter texts with a finding; beyond this a text is not even loaded. */
export const LARGEST_FILE = 16_000_000;

/** Reads a file of an open folder, by their addresses. */
export function createTextReader(disk: Disk): (uri: string, rootUri: string) => Promise<FileText> {
  const realFolder = createRealFolders(disk);
  return async (uri, rootUri) => {
    try {
      const place = await locate(fileURLToPath(uri), fileURLToPath(rootUri), { realFolder, disk });
      return place ? await readAt(place, disk) : skipped('it is a link to outside of the workspace.');
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      return skipped(`it cannot be read (${error instanceof Error ? error.message : error}).`);
    }
  };
}

interface Place {
  readonly path: string;
  /** Of before it is read: a file that changes meanwhile has another version when it is looked at again. */
  readonly stats: Stats;
}

async function readAt({ path, stats }: Place, disk: Disk): Promise<FileText> {
  if (!stats.isFile()) return skipped('it is not a regular file.');
  if (stats.size > LARGEST_FILE)
    return skipped(`its ${stats.size} bytes are more than the limit of ${LARGEST_FILE}.`);
  const bytes = await disk.ask(
    () => readFileSync(path),
    () => readFile(path),
  );
  const text = withoutMark(bytes.toString('utf8'));
  return { kind: 'text', text, version: fileVersion(stats), hash: contentHash(bytes) };
}

/** Null where a link leads out of the root. */
async function locate(
  file: string,
  root: string,
  { realFolder, disk }: { readonly realFolder: RealFolder; readonly disk: Disk },
): Promise<Place | null> {
  const [folder, realRoot] = await Promise.all([realFolder(dirname(file)), realFolder(root)]);
  const path = join(folder, basename(file));
  const stats = await disk.ask(
    () => lstatSync(path),
    () => lstat(path),
  );
  if (!stats.isSymbolicLink()) return isInside(path, realRoot) ? { path, stats } : null;
  const real = await realpath(path);
  return isInside(real, realRoot) ? { path: real, stats: await stat(real) } : null;
}

type RealFolder = (folder: string) => Promise<string>;

/** Milliseconds for which a folder is taken to be where it was: a scan reads its files one after another. */
const MOMENT = 500;
const MOST_FOLDERS = 1000;

function createRealFolders(disk: Disk): RealFolder {
  const known = new Map<string, { readonly until: number; readonly real: Promise<string> }>();
  return (folder) => {
    const now = performance.now();
    const last = known.get(folder);
    if (last && last.until > now) return last.real;
    if (known.size >= MOST_FOLDERS) known.clear();
    const real = disk.ask(
      () => realpathSync.native(folder),
      () => realpath(folder),
    );
    known.set(folder, { until: now + MOMENT, real });
    // The failure is told to whoever asked; the next one asks the disk again.
    real.catch(() => known.delete(folder));
    return real;
  };
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const skipped = (because: string): FileText => ({ kind: 'skipped', because });

/** Of a content; two that differ have two. */
export const contentHash = (content: Uint8Array | string) =>
  createHash('sha1').update(content).digest('base64url');

/** Editors show no byte order mark, and spans count without it. */
const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

export const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

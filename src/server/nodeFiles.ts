/** The workspace's files on Node: read within size limits, and only what lies inside an open folder. */
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkWorkspace } from '../data/workspaceFiles';
import type { FileSearch, FileText, Log } from './host';
import { relativePath, uriBelow } from './uris';

/** Bytes. The readers refuse far shorter texts with a finding; beyond this a text is not even loaded. */
const LARGEST_FILE = 16_000_000;

export async function readWorkspaceText(uri: string, rootUri: string): Promise<FileText> {
  try {
    const [path, root] = await Promise.all([realpath(fileURLToPath(uri)), realpath(fileURLToPath(rootUri))]);
    if (!isInside(path, root))
      return { kind: 'skipped', because: 'it is a link to outside of the workspace.' };
    const { size, isFile } = await statOf(path);
    if (!isFile) return { kind: 'skipped', because: 'it is not a regular file.' };
    if (size > LARGEST_FILE)
      return { kind: 'skipped', because: `its ${size} bytes are more than the limit of ${LARGEST_FILE}.` };
    return { kind: 'text', text: withoutMark(await readFile(path, 'utf8')) };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    return {
      kind: 'skipped',
      because: `it cannot be read (${error instanceof Error ? error.message : error}).`,
    };
  }
}

/** Files too large or unreadable are named in the log, with the reason. */
export async function findWorkspaceFiles(search: FileSearch, log: Log): Promise<string[]> {
  const { rootUri, folderUri, exclude, accepts, signal } = search;
  const folder = relativePath(rootUri, folderUri) ?? '';
  const options = { folder, accepts, exclude, maxBytes: LARGEST_FILE, signal };
  const found: string[] = [];
  for await (const file of walkWorkspace(fileURLToPath(rootUri), options)) {
    if (file.kind === 'file') found.push(uriBelow(rootUri, file.path));
    else log.warn(`Skipped ${uriBelow(rootUri, file.path)}: ${file.because}`);
  }
  return found;
}

/** A link to a folder is none: following it could lead outside, or round in circles. */
export async function isWorkspaceFolder(uri: string): Promise<boolean> {
  try {
    return (await lstat(fileURLToPath(uri))).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function statOf(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Editors show no byte order mark, and spans count without it. */
const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

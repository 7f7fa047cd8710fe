/** The workspace's files on Node: read within size limits, and only what lies inside an open folder. */
import { createHash } from 'node:crypto';
import { readFile as readFileThen } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fileVersion } from '../data/fileVersion';
import type { SearchRules } from '../data/searchedPaths';
import { walkWorkspace } from '../data/workspaceFiles';
import { isSearched } from '../data/workspaceIgnoring';
import type { FileSearch, FileText, FoundFile, Log } from './host';
import { relativePath, uriBelow } from './uris';

/** Bytes. The readers refuse far shorter texts with a finding; beyond this a text is not even loaded. */
const LARGEST_FILE = 16_000_000;

/** Reads a small file in half the time that the one of promises takes. */
const readFile = promisify(readFileThen);

export async function readWorkspaceText(uri: string, rootUri: string): Promise<FileText> {
  try {
    const [path, root] = await Promise.all([realpath(fileURLToPath(uri)), realpath(fileURLToPath(rootUri))]);
    if (!isInside(path, root))
      return { kind: 'skipped', because: 'it is a link to outside of the workspace.' };
    // The version is that of before: a file that changes meanwhile has another one when it is looked at again.
    const stats = await stat(path);
    if (!stats.isFile()) return { kind: 'skipped', because: 'it is not a regular file.' };
    if (stats.size > LARGEST_FILE)
      return {
        kind: 'skipped',
        because: `its ${stats.size} bytes are more than the limit of ${LARGEST_FILE}.`,
      };
    const bytes = await readFile(path);
    const text = withoutMark(bytes.toString('utf8'));
    return { kind: 'text', text, version: fileVersion(stats), hash: contentHash(bytes) };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    return {
      kind: 'skipped',
      because: `it cannot be read (${error instanceof Error ? error.message : error}).`,
    };
  }
}

/** Files too large or unreadable are named in the log, with the reason. */
export async function findWorkspaceFiles(search: FileSearch, log: Log): Promise<FoundFile[]> {
  const { rootUri, folderUri, rules, accepts, signal } = search;
  const folder = relativePath(rootUri, folderUri) ?? '';
  const options = { ...rules, folder, accepts, maxBytes: LARGEST_FILE, signal };
  const found: FoundFile[] = [];
  for await (const file of walkWorkspace(fileURLToPath(rootUri), options)) {
    if (file.kind === 'file') found.push({ uri: uriBelow(rootUri, file.path), version: file.version });
    else log.warn(`Skipped ${uriBelow(rootUri, file.path)}: ${file.because}`);
  }
  return found;
}

export const searchesWorkspace = (rootUri: string, path: string, rules: SearchRules) =>
  isSearched(fileURLToPath(rootUri), path, rules);

/** Of a content; two that differ have two. */
export const contentHash = (content: Uint8Array | string) =>
  createHash('sha1').update(content).digest('base64url');

/** A link to a folder is none: following it could lead outside, or round in circles. */
export async function isWorkspaceFolder(uri: string): Promise<boolean> {
  try {
    return (await lstat(fileURLToPath(uri))).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Editors show no byte order mark, and spans count without it. */
const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

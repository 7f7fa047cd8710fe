/** The workspace's files on Node: which there are, and which of them a scan looks at. */
import { lstat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SearchRules } from '../data/searchedPaths';
import { walkWorkspace } from '../data/workspaceFiles';
import { isSearched } from '../data/workspaceIgnoring';
import type { FileSearch, FoundFile, Log } from './host';
import { isMissing, LARGEST_FILE } from './nodeTexts';
import { relativePath, uriBelow } from './uris';

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

/** A link to a folder is none: following it could lead outside, or round in circles. */
export async function isWorkspaceFolder(uri: string): Promise<boolean> {
  try {
    return (await lstat(fileURLToPath(uri))).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

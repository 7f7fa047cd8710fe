/** Lists one folder of a workspace without keeping what nobody asks for: folders of data hold millions of files. */
import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { IGNORE_FILE } from './ignoreRules';

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

export interface FolderListing {
  /** Those of interest, names in order. */
  readonly entries: readonly Entry[];
  readonly hasIgnoreFile: boolean;
  /** Python's virtual environments may have any name; a file marks them. */
  readonly isEnvironment: boolean;
}

/** Entries that the disk is asked for at once. */
const BUFFER = 256;

export async function listFolder(
  folder: string,
  isOfInterest: (entry: Entry) => boolean,
  signal: AbortSignal,
): Promise<FolderListing> {
  const entries: Entry[] = [];
  let hasIgnoreFile = false;
  let isEnvironment = false;
  for await (const found of await opendir(folder, { bufferSize: BUFFER })) {
    signal.throwIfAborted();
    const kind = kindOf(found);
    // Git reads no rules through a link, which could lead anywhere.
    if (found.name === IGNORE_FILE && kind === 'file') hasIgnoreFile = true;
    if (found.name === 'pyvenv.cfg') isEnvironment = true;
    if (kind !== null && isOfInterest({ name: found.name, kind })) entries.push({ name: found.name, kind });
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { entries, hasIgnoreFile, isEnvironment };
}

function kindOf(entry: Dirent): Entry['kind'] | null {
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : null;
}

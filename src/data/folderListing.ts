/** Lists one folder of a workspace without keeping what nobody asks for: folders of data hold millions of files. */
import { type Dir, type Dirent, opendirSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import type { Disk } from './disk';
import { IGNORE_FILE } from './ignoreRules';
import type { Turns } from './turns';

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

export interface ListingNeeds {
  readonly disk: Disk;
  readonly turns: Turns;
  readonly signal: AbortSignal;
}

/** Entries that the disk is asked for at once. */
const BUFFER = { bufferSize: 256 };

export async function listFolder(
  folder: string,
  isOfInterest: (entry: Entry) => boolean,
  { disk, turns, signal }: ListingNeeds,
): Promise<FolderListing> {
  const entries: Entry[] = [];
  let hasIgnoreFile = false;
  let isEnvironment = false;
  const opened = await disk.ask(
    () => opendirSync(folder, BUFFER),
    () => opendir(folder, BUFFER),
  );
  // Leaving the loop in whatever way closes the folder.
  for await (const found of entriesOf(opened, disk)) {
    signal.throwIfAborted();
    await turns.next();
    const kind = kindOf(found);
    // Git reads no rules through a link, which could lead anywhere.
    if (found.name === IGNORE_FILE && kind === 'file') hasIgnoreFile = true;
    if (found.name === 'pyvenv.cfg') isEnvironment = true;
    if (kind !== null && isOfInterest({ name: found.name, kind })) entries.push({ name: found.name, kind });
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { entries, hasIgnoreFile, isEnvironment };
}

async function* entriesOf(opened: Dir, disk: Disk): AsyncGenerator<Dirent> {
  const next = () =>
    disk.ask(
      () => opened.readSync(),
      () => opened.read(),
    );
  try {
    for (let entry = await next(); entry !== null; entry = await next()) yield entry;
  } finally {
    opened.closeSync();
  }
}

function kindOf(entry: Dirent): Entry['kind'] | null {
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : null;
}

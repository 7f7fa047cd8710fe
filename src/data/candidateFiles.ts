/** Finds what a workspace holds that data may be read from: tables, and folders of pictures with a sub-folder a class. */
import { PICTURES } from './classFolder';
import { TABLE_ENDINGS } from './formats/openTable';
import type { SearchRules } from './searchedPaths';
import { walkWorkspace } from './workspaceFiles';

export interface FoundData {
  /** Paths below the root, with their bytes. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Folders, with the number of their sub-folders that hold pictures. */
  readonly folders: readonly { readonly path: string; readonly classes: number }[];
  readonly unreadable: readonly { readonly path: string; readonly because: string }[];
  /** Whether the search ended before it had seen all. */
  readonly isCut: boolean;
}

/** More than anybody looks through. */
const MOST_FILES = 5000;

/** Files of these names configure tools or are read by people. */
const NO_DATA =
  /^(?:package(?:-lock)?|tsconfig.*|jsconfig.*|pyrightconfig|composer|manifest|renovate|.*\.(?:objective|target))\.json$|^(?:requirements.*|constraints.*|readme.*|licen[cs]e.*|notice.*|changelog.*|cmakelists|robots)\.txt$/i;

/** Rejects with the signal's reason when that is aborted. */
export async function findDataBelow(
  root: string,
  rules: SearchRules,
  signal: AbortSignal,
): Promise<FoundData> {
  const pictures = new PictureFolders();
  const options = {
    ...rules,
    folder: '',
    // Pictures are counted by their names alone: asking the disk for each would take minutes.
    accepts: (path: string) => isTable(path) || pictures.see(path),
    maxBytes: Number.POSITIVE_INFINITY,
    signal,
  };
  const files: { path: string; bytes: number }[] = [];
  const unreadable: { path: string; because: string }[] = [];
  for await (const found of walkWorkspace(root, options)) {
    if (files.length >= MOST_FILES) return { files, folders: pictures.found(), unreadable, isCut: true };
    if (found.kind === 'file') files.push({ path: found.path, bytes: found.bytes });
    else if (found.path !== '') unreadable.push({ path: found.path, because: found.because });
  }
  return { files, folders: pictures.found(), unreadable, isCut: false };
}

function isTable(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return TABLE_ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) && !NO_DATA.test(name);
}

class PictureFolders {
  private readonly subfolders = new Map<string, Set<string>>();

  /** Never wants the file itself. */
  see(path: string): false {
    const parts = path.split('/');
    const name = parts.pop()?.toLowerCase() ?? '';
    const subfolder = parts.pop();
    if (subfolder === undefined || parts.length === 0) return false;
    if (!PICTURES.some((ending) => name.endsWith(`.${ending}`))) return false;
    const folder = parts.join('/');
    const known = this.subfolders.get(folder) ?? new Set<string>();
    this.subfolders.set(folder, known.add(subfolder));
    return false;
  }

  found(): { path: string; classes: number }[] {
    return [...this.subfolders]
      .filter(([, { size }]) => size > 1)
      .map(([path, { size }]) => ({ path, classes: size }));
  }
}

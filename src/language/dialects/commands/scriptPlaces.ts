/** Finds the script that a command names: beside the text, in a folder around it, or where a `cd` leads. */
import { pathBeside } from '../../../data/dataFile';
import type { NamedSources } from '../../sourceFiles';

export interface FoundScript {
  readonly path: string;
  readonly text: string;
}

/** Null when there is no such script, or when its place has to be looked at first: the next reading knows. */
export function findScript(
  paths: readonly string[],
  document: string,
  folder: string,
  sources: NamedSources,
): FoundScript | null {
  let found: FoundScript | null = null;
  let isOpen = true;
  for (const path of candidates(paths, document, folder)) {
    // All are asked for at once: each that is opened alone would cost another reading.
    if (found) break;
    const text = sources.text(path);
    if (text === undefined) isOpen = false;
    else if (text !== null && isOpen) found = { path, text };
  }
  return found;
}

function candidates(paths: readonly string[], document: string, folder: string): readonly string[] {
  const own = document.split('/').slice(0, -1);
  const around = [own, ...own.map((_, i) => own.slice(0, own.length - 1 - i))];
  const bases = folder === '' ? [''] : [folder, ''];
  const all = bases.flatMap((base) =>
    around.flatMap((parts) => paths.map((path) => joined(joined(parts.join('/'), base) ?? '', path))),
  );
  return [...new Set(all.filter((path) => path !== null))];
}

/** Null for a path that leads out of the workspace, or that is written from a root. */
export const joined = (folder: string, path: string): string | null =>
  pathBeside(folder === '' ? '' : `${folder}/`, path);

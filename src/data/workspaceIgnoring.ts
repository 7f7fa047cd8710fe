/** Reads a workspace's `.gitignore` files, and says of single files whether a walk would look at them. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt } from './attempt';
import { IGNORE_FILE, type IgnoreRules, NO_RULES } from './ignoreRules';
import { createExclusion, isSkippedFolder, type SearchRules } from './searchedPaths';

/** Bytes: nobody writes this many rules. */
const LARGEST = 1_000_000;

/** The text of a folder's `.gitignore`; null where there is none that can be read. */
export async function readIgnoreFile(root: string, folder: string): Promise<string | null> {
  const file = join(root, folder, IGNORE_FILE);
  const text = await attempt(async () => {
    const stats = await lstat(file);
    return stats.isFile() && stats.size <= LARGEST ? readFile(file, 'utf8') : null;
  });
  return text.kind === 'value' ? text.value : null;
}

/** The rules of all folders around one. Whoever asks for a folder that is ignored wants to see what it holds. */
export async function rulesAbove(root: string, folder: string): Promise<IgnoreRules> {
  const { rules, isIgnored } = await rulesOnTheWay(root, folder === '' ? [] : folder.split('/'), true);
  return isIgnored ? NO_RULES : rules;
}

/** Whether the walk would look at this path: for single ones that an editor names. A folder's ends with a slash. */
export async function isSearched(
  root: string,
  path: string,
  { exclude, ignoreFiles }: SearchRules,
): Promise<boolean> {
  const isFolder = path.endsWith('/');
  const parts = path.split('/').filter((part) => part !== '');
  const excludes = createExclusion(exclude);
  const isOut = parts.some((name, depth) => {
    const isFile = !isFolder && depth === parts.length - 1;
    return (!isFile && isSkippedFolder(name)) || excludes(parts.slice(0, depth + 1).join('/'));
  });
  if (isOut) return false;
  return !ignoreFiles || !(await rulesOnTheWay(root, parts, isFolder)).isIgnored;
}

/** Goes from the root down to a path as git does, to the first part of it that is ignored. */
async function rulesOnTheWay(
  root: string,
  parts: readonly string[],
  endsInFolder: boolean,
): Promise<{ rules: IgnoreRules; isIgnored: boolean }> {
  let rules = NO_RULES;
  for (let depth = 0; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    const text = await readIgnoreFile(root, folder);
    if (text !== null) rules = rules.within(folder, text);
    const path = parts.slice(0, depth + 1).join('/');
    const isFolder = endsInFolder || depth < parts.length - 1;
    if (rules.ignores(isFolder ? `${path}/` : path)) return { rules, isIgnored: true };
  }
  return { rules, isIgnored: false };
}

/** What the `.gitignore` files of nested folders say about a path, as git reads them. */
import ignore, { type Ignore } from 'ignore';

/** Name of the files that hold rules. */
export const IGNORE_FILE = '.gitignore';

export interface IgnoreRules {
  /** Whether a path below the root, with forward slashes, is ignored; a folder's path ends with a slash. */
  ignores(path: string): boolean;
  /** These rules and those of a `.gitignore` in a folder; the root's path is ''. */
  within(folder: string, text: string): IgnoreRules;
}

export const NO_RULES: IgnoreRules = rulesOf([]);

interface FolderRules {
  /** With a slash at the end, or '' for the root. */
  readonly prefix: string;
  readonly rules: Ignore;
}

/** As git does by default: letters' case counts where file systems keep it apart. */
const OPTIONS = { ignorecase: process.platform === 'win32' || process.platform === 'darwin' };

/** The innermost folder that says anything about a path decides. */
function rulesOf(innermostFirst: readonly FolderRules[]): IgnoreRules {
  return {
    ignores(path) {
      for (const { prefix, rules } of innermostFirst) {
        if (!path.startsWith(prefix) || path.length === prefix.length) continue;
        const { ignored, unignored } = rules.test(path.slice(prefix.length));
        if (ignored) return true;
        if (unignored) return false;
      }
      return false;
    },
    within(folder, text) {
      const prefix = folder === '' ? '' : `${folder}/`;
      return rulesOf([{ prefix, rules: ignore(OPTIONS).add(text) }, ...innermostFirst]);
    },
  };
}

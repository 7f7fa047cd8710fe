/** Which paths of a workspace are looked at: not what its owner excludes, nor what tools put there. */
import picomatch from 'picomatch';

/** Globs over paths below the root; a folder that matches is left out with all that it holds. */
export interface SearchRules {
  readonly exclude: readonly string[];
  /** Whether what `.gitignore` files name is left out too. */
  readonly ignoreFiles: boolean;
}

/** Folders that hold copies of others' code, caches and environments: their objectives are nobody's work here. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
  '__pypackages__',
  'bower_components',
  'venv',
  'virtualenv',
]);

/** Hidden folders that authors do write in. */
const AUTHORED_HIDDEN: ReadonlySet<string> = new Set(['.github', '.config', '.vscode']);

export function isSkippedFolder(name: string): boolean {
  return SKIPPED_FOLDERS.has(name) || (name.startsWith('.') && !AUTHORED_HIDDEN.has(name));
}

/** Compiles globs once for many paths; hidden files count as any other. */
export function createExclusion(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(
    globs.map((glob) => glob.replace(/^\.\//, '')),
    { dot: true },
  );
  return (path) => matches(path) || matches(`${path}/`);
}

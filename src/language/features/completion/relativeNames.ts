/** Names of files as a text would write them: relative to itself. */

/** Files near the text first. `paths` and `document` are below the workspace root, with forward slashes. */
export function relativeNames(document: string, paths: readonly string[]): string[] {
  const folder = document.split('/').slice(0, -1);
  const named = paths.map((path) => relativeName(folder, path.split('/')));
  const distance = (name: string) => name.split('/').length;
  return named.sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
}

function relativeName(folder: readonly string[], path: readonly string[]): string {
  let shared = 0;
  while (shared < folder.length && shared < path.length - 1 && folder[shared] === path[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...path.slice(shared)].join('/');
}

/** Where the content of a Hydra config group stands in the whole config. */

/** Folders above a file that may be part of its group: `model/loss/supcon.yaml` stands under `model.loss`. */
const MOST_FOLDERS = 4;

/** Keys under which the file's own keys may stand, the longest first; `# @package` says so, else its folders do. */
export function hydraPackages(text: string, path: string): readonly (readonly string[])[] {
  const header = /^\s*#\s*@package\s+(\S+)/m.exec(text.slice(0, 1000))?.[1];
  if (header === '_global_') return [];
  if (header && !header.startsWith('_')) return [header.split('.')];
  const folders = path.split('/').slice(0, -1).slice(-MOST_FOLDERS);
  return folders.map((_, i) => folders.slice(i));
}

/** The data files of a workspace on Node, by name: what a text may name. */
import { fileURLToPath } from 'node:url';
import { TABLE_ENDINGS } from '../data/formats/openTable';
import { walkWorkspace } from '../data/workspaceFiles';
import { LARGEST_DATA_FILE } from '../language/dataFiles';

/** More names than anybody scrolls through. */
const MOST_NAMES = 500;

/**
 * Paths below the root. Git ignores most folders of data, so what it ignores counts here. Stops with what it has found
 * when the signal is aborted.
 */
export async function dataFileNames(
  rootUri: string,
  exclude: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names: string[] = [];
  const accepts = (path: string) => TABLE_ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
  const options = { folder: '', exclude, ignoreFiles: false, accepts, maxBytes: LARGEST_DATA_FILE, signal };
  try {
    for await (const file of walkWorkspace(fileURLToPath(rootUri), options)) {
      if (file.kind === 'file') names.push(file.path);
      if (names.length >= MOST_NAMES) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return names;
}

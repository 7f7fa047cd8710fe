/** A workspace folder of a test's own on the disk. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Folder {
  readonly path: string;
  write(path: string, text: string): Promise<string>;
  /** Address of a path, as an editor writes it. */
  uri(path: string): string;
  remove(path?: string): Promise<void>;
}

export async function createFolder(files: Readonly<Record<string, string>> = {}): Promise<Folder> {
  const root = await mkdtemp(join(tmpdir(), 'objective-lens-folder-'));
  const folder: Folder = {
    path: root,
    async write(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
      return folder.uri(path);
    },
    uri: (path) => pathToFileURL(join(root, path)).href,
    remove: (path = '') => rm(join(root, path), { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries(files)) await folder.write(path, text);
  return folder;
}

/** A folder of its own for each test file, so that edits of one never reach another, and never the project's examples. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Workspace {
  readonly folder: string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyExamples(parent: string): Promise<Workspace> {
  // The real path, since VS Code shows and reports files by it.
  const folder = await realpath(await mkdtemp(join(parent, 'examples-')));
  await cp('examples', folder, { recursive: true });
  return {
    folder,
    read: (path) => readFile(join(folder, path), 'utf8'),
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

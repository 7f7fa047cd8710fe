/** A folder of its own for each test file, so that edits of one never reach another, and never the project's examples. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Workspace {
  readonly folder: string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyExamples(parent: string): Promise<Workspace> {
  const workspace = await emptyWorkspace(parent, 'examples-');
  await cp('examples', workspace.folder, { recursive: true });
  return workspace;
}

/** Texts by their paths, and nothing else. */
export async function writeWorkspace(
  parent: string,
  files: Readonly<Record<string, string>>,
): Promise<Workspace> {
  const workspace = await emptyWorkspace(parent, 'files-');
  for (const [path, text] of Object.entries(files)) await workspace.write(path, text);
  return workspace;
}

async function emptyWorkspace(parent: string, prefix: string): Promise<Workspace> {
  // The real path, since VS Code shows and reports files by it.
  const folder = await realpath(await mkdtemp(join(parent, prefix)));
  return {
    folder,
    read: (path) => readFile(join(folder, path), 'utf8'),
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    removeFile: (path) => rm(join(folder, path)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

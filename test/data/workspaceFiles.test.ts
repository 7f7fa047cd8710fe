/** The walk over a workspace: what it finds, what it leaves alone, and that no link leads it out. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type WalkOptions, type WorkspaceFile, walkWorkspace } from '../../src/data/workspaceFiles';
import { isSearched } from '../../src/data/workspaceIgnoring';

let folder: string;
let root: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'workspace-files-')));
  root = join(folder, 'root');
  await mkdir(root);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), 'text');
  }
}

async function walk(options: Partial<WalkOptions> = {}): Promise<WorkspaceFile[]> {
  const found: WorkspaceFile[] = [];
  const all: WalkOptions = {
    folder: '',
    accepts: (path) => path.endsWith('.py'),
    exclude: [],
    ignoreFiles: true,
    maxBytes: 1000,
    signal: new AbortController().signal,
    ...options,
  };
  for await (const file of walkWorkspace(root, all)) found.push(file);
  return found;
}
const paths = (files: readonly WorkspaceFile[]) => files.map(({ path }) => path);

describe('what is found', () => {
  test('accepted files of all folders, in order, with their size and place', async () => {
    await put('root/b.py', 'root/a/deep/er/c.py', 'root/a/d.txt', 'root/.github/e.py');
    const files = await walk();
    expect(paths(files)).toEqual(['.github/e.py', 'a/deep/er/c.py', 'b.py']);
    const version = expect.stringMatching(/^\d+:4:/);
    const absolute = join(root, 'b.py');
    expect(files[2]).toEqual({ kind: 'file', path: 'b.py', absolute, bytes: 4, version });
  });

  test.each([
    'node_modules/x.py',
    'pkg/node_modules/y/x.py',
    '.git/x.py',
    '.venv/x.py',
    'venv/lib/x.py',
    '.cache/x.py',
    'src/__pycache__/x.py',
    'lib/site-packages/x.py',
  ])('not %s', async (path) => {
    await put(`root/${path}`, 'root/kept.py');
    expect(paths(await walk())).toEqual(['kept.py']);
    expect(await isSearched(root, path, { exclude: [], ignoreFiles: true })).toBe(false);
  });

  test('not a virtual environment under a name of its own', async () => {
    await put('root/torch-env/pyvenv.cfg', 'root/torch-env/lib/x.py', 'root/kept.py');
    expect(paths(await walk())).toEqual(['kept.py']);
  });

  test.each([
    [['old/**'], ['new/a.py', 'new/b_test.py']],
    [['old'], ['new/a.py', 'new/b_test.py']],
    [['**/*_test.py'], ['new/a.py', 'old/c.py']],
    [['./new/**'], ['old/c.py']],
    [[], ['new/a.py', 'new/b_test.py', 'old/c.py']],
  ])('without what %j excludes', async (exclude, expected) => {
    await put('root/new/a.py', 'root/new/b_test.py', 'root/old/c.py');
    expect(paths(await walk({ exclude }))).toEqual(expected);
    for (const path of ['new/a.py', 'new/b_test.py', 'old/c.py'])
      expect(await isSearched(root, path, { exclude, ignoreFiles: true })).toBe(expected.includes(path));
  });

  test('below the folder where it starts, with paths from the root', async () => {
    await put('root/a/x.py', 'root/b/y.py');
    expect(paths(await walk({ folder: 'b' }))).toEqual(['b/y.py']);
  });
});

describe('symbolic links', () => {
  test('lead to files and folders inside the root', async () => {
    await put('root/real/a.py');
    await symlink(join(root, 'real/a.py'), join(root, 'link.py'));
    expect(paths(await walk())).toEqual(['link.py', 'real/a.py']);
  });

  test.each([
    ['a folder outside', 'outside', 'link'],
    ['a file outside', 'outside/secret.py', 'link.py'],
    ['a folder whose name starts like the root', 'root-of-others', 'link'],
  ])('do not lead to %s', async (_, target, link) => {
    await put('outside/secret.py', 'root-of-others/secret.py', 'root/kept.py');
    await symlink(join(folder, target), join(root, link));
    expect(paths(await walk())).toEqual(['kept.py']);
  });

  test('do not lead out through the folder where the walk starts', async () => {
    await put('outside/secret.py');
    await symlink(join(folder, 'outside'), join(root, 'link'));
    expect(await walk({ folder: 'link' })).toEqual([
      { kind: 'unreadable', path: 'link', because: expect.stringContaining('leads out') },
    ]);
  });

  test('in a circle end', async () => {
    await put('root/a/x.py');
    await symlink(root, join(root, 'a/up'));
    await symlink(join(root, 'a'), join(root, 'again'));
    expect(paths(await walk())).toEqual(['a/x.py']);
  });

  test('to nowhere are told when their name is wanted', async () => {
    await symlink(join(root, 'gone.py'), join(root, 'link.py'));
    await symlink(join(root, 'gone.txt'), join(root, 'link.txt'));
    expect(await walk()).toEqual([
      { kind: 'unreadable', path: 'link.py', because: expect.stringContaining('ENOENT') },
    ]);
  });
});

describe('what cannot be read', () => {
  test('a root that is not there', async () => {
    await rm(root, { recursive: true });
    expect(await walk()).toEqual([
      { kind: 'unreadable', path: '', because: expect.stringContaining('ENOENT') },
    ]);
  });

  test('a file over the limit is told, one at the limit is found', async () => {
    await put('root/a.py');
    expect((await walk({ maxBytes: 4 }))[0].kind).toBe('file');
    expect((await walk({ maxBytes: 3 }))[0]).toMatchObject({ kind: 'too-large', path: 'a.py' });
  });

  test('a link to itself is told, and the walk goes on', async () => {
    await put('root/z.py');
    await symlink(join(root, 'loop.py'), join(root, 'loop.py'));
    expect(await walk()).toMatchObject([
      { kind: 'unreadable', path: 'loop.py', because: expect.stringContaining('ELOOP') },
      { kind: 'file', path: 'z.py' },
    ]);
  });
});

describe('cancelling', () => {
  test('before the start', async () => {
    await expect(walk({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });

  test('between two files', async () => {
    await put('root/a.py', 'root/b.py', 'root/c.py');
    const controller = new AbortController();
    const seen: string[] = [];
    const accepts = (path: string) => path.endsWith('.py');
    const rules = { folder: '', exclude: [], ignoreFiles: true, accepts, maxBytes: 1000 };
    const take = async () => {
      for await (const { path } of walkWorkspace(root, { ...rules, signal: controller.signal })) {
        seen.push(path);
        if (path === 'b.py') controller.abort(new Error('enough'));
      }
    };
    await expect(take()).rejects.toThrow('enough');
    expect(seen).toEqual(['a.py', 'b.py']);
  });

  test('while a folder is listed', async () => {
    await put('root/a.py', 'root/b.py', 'root/c.py');
    const controller = new AbortController();
    const accepts = () => {
      controller.abort(new Error('enough'));
      return true;
    };
    await expect(walk({ signal: controller.signal, accepts })).rejects.toThrow('enough');
  });
});

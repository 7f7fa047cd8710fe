/** What `.gitignore` files leave out of a walk: each case is a folder, and which of its files are found. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walkWorkspace } from '../../src/data/workspaceFiles';
import { isSearched } from '../../src/data/workspaceIgnoring';

let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'ignoring-')));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function walk({ folder = '', ignoreFiles = true, exclude = [] as readonly string[] } = {}) {
  const { signal } = new AbortController();
  const accepts = (path: string) => path.endsWith('.py');
  const found: string[] = [];
  for await (const { path } of walkWorkspace(root, {
    folder,
    ignoreFiles,
    exclude,
    accepts,
    maxBytes: 1000,
    signal,
  }))
    found.push(path);
  return found;
}

interface Case {
  /** By folder, the lines of its `.gitignore`. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly kept: readonly string[];
  readonly ignored: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a name, wherever it stands': {
    rules: { '': ['old.py'] },
    kept: ['new.py', 'a/very_old.py'],
    ignored: ['old.py', 'a/b/old.py'],
  },
  'a path from the folder of the rules': {
    rules: { '': ['/top.py', 'a/b.py'] },
    kept: ['a/top.py', 'c/a/b.py'],
    ignored: ['top.py', 'a/b.py'],
  },
  'a folder with all that it holds, and no file of its name': {
    rules: { '': ['build.py/'] },
    kept: ['x/build.py'],
    ignored: ['build.py/x.py', 'a/build.py/b/c.py'],
  },
  'stars and ranges': {
    rules: { '': ['*_test.py', 'run[0-9].py', 'logs/**/x.py'] },
    kept: ['test.py', 'runs.py', 'x.py'],
    ignored: ['a_test.py', 'b/run7.py', 'logs/x.py', 'logs/1/2/x.py'],
  },
  'a later line takes a former one back': {
    rules: { '': ['*.py', '!keep.py'] },
    kept: ['keep.py', 'a/keep.py'],
    ignored: ['b.py', 'a/b.py'],
  },
  'no line takes back what stands in an ignored folder': {
    rules: { '': ['out/', '!out/keep.py'] },
    kept: ['a.py'],
    ignored: ['out/keep.py'],
  },
  'the rules of an inner folder come first': {
    rules: { '': ['*.py', '!/kept/*.py'], kept: ['not_this.py'], other: ['!this.py'] },
    kept: ['kept/a.py', 'other/this.py'],
    ignored: ['kept/not_this.py', 'other/b.py', 'c.py'],
  },
  'inner rules speak of their folder only': {
    rules: { a: ['x.py', '/y.py'] },
    kept: ['x.py', 'y.py', 'b/x.py', 'a/b/y.py'],
    ignored: ['a/x.py', 'a/b/x.py', 'a/y.py'],
  },
  'comments, blank lines and escaped signs': {
    rules: { '': ['# a.py', '', '\\#b.py', '\\!c.py', 'd.py  '] },
    kept: ['a.py', '# a.py'],
    ignored: ['#b.py', '!c.py', 'd.py'],
  },
};

describe('.gitignore', () => {
  describe.each(Object.entries(CASES))('%s', (_, { rules, kept, ignored }) => {
    beforeEach(() =>
      put({
        ...Object.fromEntries([...kept, ...ignored].map((path) => [path, ''])),
        ...Object.fromEntries(
          Object.entries(rules).map(([folder, lines]) => [join(folder, '.gitignore'), lines.join('\n')]),
        ),
      }),
    );

    test('in a walk', async () => {
      expect((await walk()).sort()).toEqual([...kept].sort());
    });

    test('for single files', async () => {
      for (const path of [...kept, ...ignored])
        expect([path, await isSearched(root, path, { exclude: [], ignoreFiles: true })]).toEqual([
          path,
          kept.includes(path),
        ]);
    });

    test('as git itself reads them', async () => {
      const git = (...parameters: string[]) => promisify(execFile)('git', parameters, { cwd: root });
      await git('init', '--quiet');
      const { stdout } = await git('ls-files', '-z', '--others', '--exclude-standard');
      const seen = stdout.split('\0').filter((path) => path.endsWith('.py'));
      expect(seen.sort()).toEqual([...kept].sort());
    });

    test('is not read where the user does not want it', async () => {
      expect((await walk({ ignoreFiles: false })).sort()).toEqual([...kept, ...ignored].sort());
    });
  });

  test('beside globs that exclude', async () => {
    await put({ '.gitignore': 'a.py\n', 'a.py': '', 'b.py': '', 'c.py': '' });
    expect(await walk({ exclude: ['b.py'] })).toEqual(['c.py']);
  });

  test('of the folders around the one where a walk starts', async () => {
    await put({ '.gitignore': 'x.py\n', 'a/.gitignore': 'y.py\n', 'a/b/x.py': '', 'a/b/y.py': '' });
    await put({ 'a/b/z.py': '' });
    expect(await walk({ folder: 'a/b' })).toEqual(['a/b/z.py']);
  });

  test('does not hide a folder from whoever asks for it by name', async () => {
    await put({ '.gitignore': 'out/\n', 'out/a.py': '', 'out/.gitignore': 'b.py\n', 'out/b.py': '' });
    expect(await walk({ folder: 'out' })).toEqual(['out/a.py']);
  });

  test('says the same of a folder that an editor names', async () => {
    await put({ '.gitignore': 'out/\n' });
    const rules = { exclude: [], ignoreFiles: true };
    expect(await isSearched(root, 'out/', rules)).toBe(false);
    expect(await isSearched(root, 'node_modules/', rules)).toBe(false);
    expect(await isSearched(root, 'src/', rules)).toBe(true);
  });

  test('is not followed through a link, which could lead anywhere', async () => {
    await put({ 'rules.txt': 'a.py\n', 'a.py': '' });
    await symlink(join(root, 'rules.txt'), join(root, '.gitignore'));
    expect(await walk()).toEqual(['a.py']);
    expect(await isSearched(root, 'a.py', { exclude: [], ignoreFiles: true })).toBe(true);
  });
});

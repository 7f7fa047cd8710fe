/** Image folders: counted by the names of files, remembered while nothing changes, and never followed outside. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classesOfFolders } from '../../src/data/classFolder';
import { createFolderCounts } from '../../src/data/folderCounts';
import { dataFilesBelow } from '../../src/data/openDataFile';

let folder: string;
let root: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'objective-lens-folders-')));
  root = join(folder, 'root');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), '');
  }
}

async function open(path: string) {
  const file = await dataFilesBelow(root, undefined, createFolderCounts())(path);
  if (file.kind !== 'folder') throw new Error(`${path} is ${file.kind}`);
  return file;
}

async function count(path: string, endings: readonly string[] | null = null) {
  const { folders } = await open(path);
  return classesOfFolders(folders, endings);
}

const PICTURES = ['train/cat/1.jpg', 'train/cat/2.JPEG', 'train/cat/deep/er/3.png', 'train/dog/1.nii.gz'];

describe('an image folder', () => {
  it('has a class for each sub-folder, with all pictures below it', async () => {
    await put(
      ...PICTURES,
      'train/readme.txt',
      'train/cat/notes.txt',
      'train/dog/.DS_Store',
      'train/empty/none.txt',
    );
    expect(await count('train')).toEqual({
      kind: 'classes',
      classes: [
        { name: 'cat', count: 3 },
        { name: 'dog', count: 1 },
      ],
      summary: {
        read: 6,
        columnNames: [],
        leftOut: [{ kind: 'filtered', because: 'no pictures', rows: 2 }],
        distinct: 2,
      },
    });
  });

  it('may hold other samples than pictures', async () => {
    await put('a/yes/1.wav', 'a/yes/2.flac', 'a/no/1.wav', 'a/no/1.txt');
    expect(await count('a')).toEqual({
      kind: 'unreadable',
      because:
        'its sub-folders hold no pictures: most files in them end in .wav. If these are the samples, add `ending: wav`',
    });
    expect(await count('a', ['wav', 'flac'])).toMatchObject({
      classes: [
        { name: 'no', count: 1 },
        { name: 'yes', count: 2 },
      ],
    });
  });

  it.each([
    [['data/train/cat/1.jpg', 'data/val/cat/1.jpg'], 'its sub-folders (train, val) are parts of a data set'],
    [['data/1.jpg'], 'it has no sub-folders'],
    [['data/a/.keep', 'data/b/.keep'], 'its sub-folders hold no pictures: they are empty'],
  ])('of %j holds no classes: %s', async (paths, because) => {
    await put(...paths);
    expect(await count('data')).toEqual({ kind: 'unreadable', because: expect.stringContaining(because) });
  });

  it('counts links by their names, and follows those to folders only inside', async () => {
    await put('store/1.jpg', 'store/2.jpg', 'data/cat/1.jpg');
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere/1.jpg'), '');
    await symlink(join(folder, 'elsewhere/1.jpg'), join(root, 'data/cat/linked.jpg'));
    await symlink(join(root, 'store'), join(root, 'data/dog'));
    await symlink(join(folder, 'elsewhere'), join(root, 'data/secret'));
    await symlink(join(root, 'data'), join(root, 'data/cat/circle'));
    expect(await count('data')).toMatchObject({
      classes: [
        { name: 'cat', count: 2 },
        { name: 'dog', count: 2 },
      ],
    });
  });

  it('is refused where it is a link to outside', async () => {
    await put('a.txt');
    await symlink(folder, join(root, 'out'));
    expect(await dataFilesBelow(root)('out')).toMatchObject({ kind: 'refused' });
  });
});

describe('its version', () => {
  it('changes with every file that comes or goes, at any depth, and only then', async () => {
    await put(...PICTURES);
    const versions = [(await open('train')).version, (await open('train')).version];
    for (const path of ['train/cat/deep/er/4.png', 'train/fox/1.png', 'train/dog/2.png']) {
      await put(path);
      versions.push((await open('train')).version);
    }
    await rm(join(root, 'train/cat/deep/er/4.png'));
    versions.push((await open('train')).version);
    expect(versions[0]).toBe(versions[1]);
    expect(new Set(versions).size).toBe(5);
  });

  it('is told from memory without counting what did not change', async () => {
    await put(...PICTURES);
    const counts = createFolderCounts();
    const first = await counts(join(root, 'train'), root);
    await put('train/dog/2.png');
    const second = await counts(join(root, 'train'), root);
    const sizes = ({ folders }: typeof first) =>
      folders.map(({ files }) => [...files.values()].reduce((sum, n) => sum + n, 0));
    expect([sizes(first), sizes(second)]).toEqual([
      [3, 1],
      [3, 2],
    ]);
  });
});

/** Data files on the disk: inside the root only, through links too, each content under a version of its own. */
import {
  appendFile,
  mkdir,
  mkdtemp,
  realpath,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ByteSource } from '../../src/data/dataFile';
import { dataFilesBelow } from '../../src/data/openDataFile';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'objective-lens-data-')));
  root = join(folder, 'root');
  await mkdir(join(root, 'data'), { recursive: true });
  await writeFile(join(root, 'data/w.csv'), '1');
  await writeFile(join(folder, 'secret.csv'), '2');
  await symlink(join(folder, 'secret.csv'), join(root, 'leak.csv'));
  await symlink(folder, join(root, 'out'));
  await symlink(join(root, 'data/w.csv'), join(root, 'alias.csv'));
  await writeFile(join(root, 'huge.npy'), '');
  await truncate(join(root, 'huge.npy'), 5_000_000_000);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (path: string) => dataFilesBelow(root)(path);

it.each(['data/w.csv', 'alias.csv'])('%s is read', async (path) => {
  const file = await open(path);
  expect(file.kind === 'file' && new TextDecoder().decode((await file.read()) ?? undefined)).toBe('1');
});

it.each([
  ['leak.csv', 'leads out of the workspace'],
  ['out/secret.csv', 'leads out of the workspace'],
  ['../secret.csv', 'leads out of the workspace'],
])('%s is refused: %s', async (path, because) => {
  expect(await open(path)).toEqual({ kind: 'refused', because: expect.stringContaining(because) });
});

it.each(['gone.csv', 'data/w.csv/x', 'gone/w.csv'])('%s is missing', async (path) => {
  expect(await open(path)).toEqual({ kind: 'missing' });
});

it('has another version after each change, even with the same size and time', async () => {
  const path = join(root, 'changing.csv');
  const versions = new Set<unknown>();
  for (const text of ['1', '2', '3']) {
    await writeFile(path, text);
    await utimes(path, 1000, 1000);
    const file = await open('changing.csv');
    versions.add(file.kind === 'file' && file.version);
  }
  expect(versions.size).toBe(3);
  const unchanged = await open('changing.csv');
  expect(versions.has(unchanged.kind === 'file' && unchanged.version)).toBe(true);
});

it('is missing when it vanishes between opening and reading', async () => {
  await writeFile(join(root, 'brief.csv'), '1');
  const file = await open('brief.csv');
  await rm(join(root, 'brief.csv'));
  expect(file.kind === 'file' && (await file.read())).toBeNull();
});

describe('a part of a file', () => {
  const within = async (path: string, use: (bytes: ByteSource) => Promise<unknown>) => {
    const file = await open(path);
    if (file.kind !== 'file') throw new Error(`${path} is ${file.kind}`);
    return file.within(use);
  };
  const text = async (bytes: ByteSource, start: number, end: number) =>
    new TextDecoder().decode(await bytes.read(start, end));

  it('is read where it stands, and ends where the file does', async () => {
    await writeFile(join(root, 'parts.csv'), '0123456789');
    const parts = await within('parts.csv', async (bytes) => [
      bytes.size,
      await text(bytes, 2, 5),
      await text(bytes, 8, 50),
      await text(bytes, 50, 60),
    ]);
    expect(parts).toEqual({ kind: 'done', value: [10, '234', '89', ''] });
  });

  it('of 5 GB is read without the rest', async () => {
    const read = await within('huge.npy', async (bytes) => [
      bytes.size,
      (await bytes.read(4_999_999_998, 6e9)).length,
    ]);
    expect(read).toEqual({ kind: 'done', value: [5_000_000_000, 2] });
  });

  it.each([
    ['is written to', (path: string) => appendFile(path, 'x')],
    ['is cut off', (path: string) => truncate(path, 3)],
    ['is written over', (path: string) => writeFile(path, '9876543210')],
  ])('is told to have changed when the file %s meanwhile', async (_, change) => {
    const path = join(root, 'meanwhile.csv');
    await writeFile(path, '0123456789');
    await utimes(path, 1000, 1000);
    expect(await within('meanwhile.csv', async () => change(path))).toEqual({ kind: 'changed' });
  });

  it('is told to have changed when the file did since it was opened', async () => {
    await writeFile(join(root, 'since.csv'), '1');
    const file = await open('since.csv');
    await writeFile(join(root, 'since.csv'), '12');
    expect(file.kind === 'file' && (await file.within(async () => 1))).toEqual({ kind: 'changed' });
  });

  it('stays what it was when another file takes its place', async () => {
    await writeFile(join(root, 'old.csv'), '1');
    const read = await within('old.csv', async (bytes) => {
      await writeFile(join(root, 'new.csv'), '2');
      await rename(join(root, 'new.csv'), join(root, 'old.csv'));
      return text(bytes, 0, 9);
    });
    expect(read).toEqual({ kind: 'done', value: '1' });
  });

  it('says when the file is gone', async () => {
    await writeFile(join(root, 'gone-now.csv'), '1');
    const file = await open('gone-now.csv');
    await rm(join(root, 'gone-now.csv'));
    const read = file.kind === 'file' ? await file.within(async () => 1) : null;
    expect(read).toEqual({ kind: 'failed', because: expect.stringContaining('no such file') });
  });

  it('hands faults of its reader on, and closes the file', async () => {
    const fault = new TypeError('a fault of ours');
    await expect(
      within('data/w.csv', async () => {
        throw fault;
      }),
    ).rejects.toBe(fault);
  });
});

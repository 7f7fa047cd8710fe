/** Data files on the disk: inside the root only, through links too, each content under a version of its own. */
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  await truncate(join(root, 'huge.npy'), 130_000_001);
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
  ['data', 'it is no file'],
  ['huge.npy', 'the limit is 130000000'],
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

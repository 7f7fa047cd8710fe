/** What the rig installs is complete or absent, whatever interrupts it and however many runs start together. */
import { spawnSync } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingPackages } from '../support/rig/dependencies.mjs';
import { oneAtATime } from '../support/rig/oneAtATime.mjs';
import { cacheFolder } from '../support/rig/paths.mjs';
import { writeAtomically } from '../support/rig/writeAtomically.mjs';

let root = '';
let folder = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'objective-lens-test-'));
  // Locks bear the folder's name, so it must be nobody else's.
  folder = join(root, basename(root));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const fillWith = (text: string) => async (target: string) => writeFile(join(target, 'content'), text);
const content = () => readFile(join(folder, 'content'), 'utf8');

describe('writeAtomically', () => {
  it('fills a folder once for each version', async () => {
    await writeAtomically(folder, '1', fillWith('first'));
    await writeAtomically(folder, '1', fillWith('again'));
    expect(await content()).toBe('first');
    await writeAtomically(folder, '2', fillWith('second'));
    expect(await content()).toBe('second');
  });

  it('keeps the old content when filling fails, and fills again', async () => {
    await writeAtomically(folder, '1', fillWith('first'));
    const fail = async (target: string) => {
      await writeFile(join(target, 'content'), 'half');
      throw new Error('the network is gone');
    };
    await expect(writeAtomically(folder, '2', fail)).rejects.toThrow('the network is gone');
    expect(await content()).toBe('first');
    await writeAtomically(folder, '2', fillWith('second'));
    expect(await content()).toBe('second');
  });

  it('starts anew where a killed run has left half of its work, and removes that', async () => {
    const half = `${folder}.filling.12345`;
    await mkdir(half);
    await writeFile(join(half, 'remains'), '');
    await writeAtomically(folder, '1', fillWith('whole'));
    expect(await readdir(folder)).toEqual(['content', 'stamp']);
    await expect(access(half)).rejects.toThrow('ENOENT');
  });

  it('lets of two that start together one work and the other wait', async () => {
    let fillings = 0;
    const fill = async (target: string) => {
      fillings += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      await fillWith('once')(target);
    };
    await Promise.all([writeAtomically(folder, '1', fill), writeAtomically(folder, '1', fill)]);
    expect(fillings).toBe(1);
    expect(await content()).toBe('once');
  });
});

describe('oneAtATime', () => {
  it('never runs two at once', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => oneAtATime(basename(root), work(name))));
    for (let i = 0; i < events.length; i += 2)
      expect(events[i + 1]).toBe(events[i]?.replace('starts', 'ends'));
    expect(events).toHaveLength(6);
  });

  it('takes over the lock of a run that was killed', async () => {
    const ended = spawnSync(process.execPath, ['--eval', '']).pid;
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(join(cacheFolder, `${basename(root)}.lock`), String(ended));
    expect(await oneAtATime(basename(root), async () => 'done')).toBe('done');
  });
});

describe('missingPackages', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  };
  it.each([
    ['nothing was installed', {}, ['node_modules/yaml']],
    ['another version was installed', { 'node_modules/yaml': { version: '2.9.0' } }, ['node_modules/yaml']],
    ['all of this platform was installed', { 'node_modules/yaml': { version: '2.9.1' } }, []],
  ])('when %s', (_, installed, expected) => {
    expect(missingPackages(locked, installed)).toEqual(expected);
  });
});

/** Results from one session to the next: the same ones, or none; whatever happened to the file, nobody is bothered. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptResults } from '../../src/server/keptResults';
import { openKeptResults } from '../../src/server/keptResultsFile';
import { nodeStorage } from '../../src/server/nodeStorage';

let folder: string;
let warnings: string[];
const place = () => join(folder, 'not', 'made', 'yet');
const file = () => join(place(), 'results.bin');
const KEY = { uri: 'file:///a.py', hash: 'h', context: 'c' };
const RESULT = {
  dependencies: [['labels.npy', '1:2']] as const,
  counts: { objectives: 2, inconsistent: 1, findings: 3 },
  packed: new Uint8Array([1, 2, 3]),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-results-'));
  warnings = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function session(build = 'one', uri: string | null = pathToFileURL(place()).href) {
  const kept = createKeptResults();
  const log = { warn: (message: string) => warnings.push(message) };
  return {
    kept,
    file: openKeptResults(kept, uri, { host: { build: Promise.resolve(build), storage: nodeStorage }, log }),
  };
}

async function learned() {
  const { kept, file } = session();
  await file.loaded;
  kept.saw(KEY.uri, 'v', 'h');
  kept.set(KEY, RESULT);
  await file.save();
}

async function next(build?: string) {
  const { kept, file } = session(build);
  await file.loaded;
  return kept;
}

describe('results of an earlier session', () => {
  it('are there in the next one', async () => {
    await learned();
    const kept = await next();
    expect(kept.get(KEY)).toEqual(RESULT);
    expect(kept.hashOf(KEY.uri, 'v')).toBe('h');
    expect(await readdir(place())).toEqual(['results.bin']);
  });

  it('are not those of another build, which may find something else', async () => {
    await learned();
    expect((await next('two')).get(KEY)).toBe(null);
  });

  const damages: Record<string, (bytes: Buffer) => Buffer | string> = {
    'one bit is wrong': (bytes) => {
      bytes[bytes.length >> 1] ^= 1;
      return bytes;
    },
    'the checksum is wrong': (bytes) => {
      bytes[3] ^= 1;
      return bytes;
    },
    'the end is missing': (bytes) => bytes.subarray(0, bytes.length - 1),
    'it is empty': () => '',
    'it is shorter than a checksum': (bytes) => bytes.subarray(0, 10),
    'it is a text': () => 'objective: supcon\n'.repeat(10),
  };
  it.each(Object.entries(damages))('are quietly built again when %s', async (_, damage) => {
    await learned();
    await writeFile(file(), damage(await readFile(file())));
    expect((await next()).get(KEY)).toBe(null);
    await learned();
    expect((await next()).get(KEY)).toEqual(RESULT);
    expect(warnings).toEqual([]);
  });

  it('are not taken from what has the right checksum and another form', async () => {
    for (const value of [null, 3, { build: 'one' }, { build: 'one', state: { hashes: 1, results: [] } }]) {
      await nodeStorage(pathToFileURL(place()).href, 'results.bin').write(value);
      expect((await next()).state()).toEqual({ hashes: [], results: [] });
    }
  });

  it('are written only when something was learned', async () => {
    await learned();
    const { file: again, kept } = session();
    await again.loaded;
    await rm(file());
    await again.save();
    expect(await readdir(place())).toEqual([]);
    kept.saw('file:///b.py', 'v', 'h');
    await again.save();
    expect(await readdir(place())).toEqual(['results.bin']);
  });

  it('are not kept where the editor offers no folder', async () => {
    const { file } = session('one', null);
    await file.loaded;
    await file.save();
    expect(await readdir(folder)).toEqual([]);
  });

  it('say once in the log that they cannot be written', async () => {
    await writeFile(join(folder, 'not'), 'a file where a folder should be');
    await learned();
    expect(warnings).toEqual([expect.stringMatching(/^Results are not kept for the next session: /)]);
  });
});

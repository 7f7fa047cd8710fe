/** When a closed file is analysed anew, and when what is kept of it still holds. */
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFilesBelow } from '../../src/data/openDataFile';
import { NO_ANSWER } from '../../src/geometry/analysis';
import type { AnalyzedObjective, DocumentAnalysis } from '../../src/language/languageService';
import { EMPTY_PROJECT } from '../../src/language/project';
import { changedFiles } from '../../src/server/changedFiles';
import {
  type ClosedFiles,
  createClosedFiles,
  type Surroundings,
  type Watched,
} from '../../src/server/closedFiles';
import { createEmptyFiles, type EmptyFiles } from '../../src/server/emptyFiles';
import { createFileSnapshot } from '../../src/server/fileSnapshot';
import { createKeptResults, type KeptResults } from '../../src/server/keptResults';
import { sketch } from '../support/definitions';
import { createFolder, type Folder } from './support/folder';

const URI = 'file:///w/train.py';
const AROUND: Surroundings = { project: EMPTY_PROJECT, settings: { severity: {} }, rootUri: 'file:///w' };
const VERDICT: AnalyzedObjective = {
  definition: sketch({ objective: 'supcon', classes: [3, 2], temperature: 0.1 }),
  analysis: { ...NO_ANSWER, verdict: 'inconsistent', similarities: [[1, -0.25]], gap: 0.5 },
  explanation: { headline: 'inconsistent', because: [], advice: [], facts: [] },
  staleBecause: null,
};

let folder: Folder;
let kept: KeptResults;
let files: ClosedFiles;
let empty: EmptyFiles;
let analyses: number;

beforeEach(async () => {
  folder = await createFolder({ 'labels.npy': '1' });
  kept = createKeptResults();
  empty = createEmptyFiles();
  files = createFiles();
  analyses = 0;
});

afterEach(() => folder.remove());

/** A session: what is in memory beside the kept results is its own. */
function createFiles() {
  const open = dataFilesBelow(folder.path);
  const host = { hash: (text: string) => text, pack: serialize, unpack: deserialize };
  const shared = { of: () => open, begin: () => undefined, end: () => undefined, changed: () => undefined };
  return createClosedFiles(host, kept, shared, empty);
}

const found: DocumentAnalysis = { uri: URI, objectives: [VERDICT], findings: [], dataFiles: [] };
const nothing: DocumentAnalysis = { uri: URI, objectives: [], findings: [], dataFiles: [] };

/** Analyses a content; `work` is what the language service does when it is asked. */
function analyze(
  hash: string,
  around = AROUND,
  work: (watched: Watched) => Promise<DocumentAnalysis> = async () => found,
): Promise<DocumentAnalysis> {
  return files.analyze(createFileSnapshot(URI, 'text', hash), around, async (watched) => {
    analyses++;
    return work(watched);
  });
}

/** The analysis of a text that is read with other files, there or not. */
const naming =
  (...paths: string[]) =>
  async ({ openDataFile }: Watched): Promise<DocumentAnalysis> => {
    for (const path of paths) await openDataFile(path);
    return { ...found, dataFiles: paths };
  };

describe('the analysis of a closed file', () => {
  it('is kept exactly, from one session to the next', async () => {
    await analyze('h');
    files = createFiles();
    expect(await analyze('h')).toEqual(found);
    expect(analyses).toBe(1);
  });

  it('is kept for each content that the file has had', async () => {
    for (const hash of ['h1', 'h2', 'h1', 'h2']) await analyze(hash);
    expect(analyses).toBe(2);
  });

  it.each<[string, Partial<Surroundings>]>([
    ['a severity', { settings: { severity: { radius: 'error' } } }],
    ['the project file', { project: { ...EMPTY_PROJECT, exclude: ['old/**'] } }],
    ['the root', { rootUri: 'file:///' }],
  ])('is made anew when %s changes, and kept for each', async (_, change) => {
    for (const around of [AROUND, { ...AROUND, ...change }, AROUND, { ...AROUND, ...change }])
      await analyze('h', around);
    expect(analyses).toBe(2);
  });

  it.each<[string, () => unknown, number]>([
    ['changes', () => folder.write('labels.npy', '2'), 2],
    ['vanishes', () => folder.remove('labels.npy'), 2],
    ['that was looked for appears', () => folder.write('losses.py', '1'), 2],
    ['that nobody named changes', () => folder.write('other.npy', '1'), 1],
  ])('is made anew when a file %s', async (_, change, expected) => {
    const work = naming('labels.npy', 'losses.py');
    await analyze('h', AROUND, work);
    await change();
    await analyze('h', AROUND, work);
    expect(analyses).toBe(expected);
  });

  it.each<[string, (watched: Watched) => Promise<DocumentAnalysis>]>([
    [
      'a text that cannot be read, with the objectives of before',
      async () => ({
        ...found,
        objectives: [{ ...VERDICT, staleBecause: 'it is half-typed' }],
      }),
    ],
    ['files that were named and never opened', async () => ({ ...found, dataFiles: ['labels.npy'] })],
    [
      'mathematics that failed',
      async ({ watch }) => {
        const mathematics = watch(() => Promise.reject(new Error('out of time')));
        await mathematics(VERDICT.definition, new AbortController().signal).catch(() => undefined);
        return found;
      },
    ],
  ])('is not kept of %s', async (_, work) => {
    await analyze('h', AROUND, work);
    await analyze('h', AROUND, work);
    expect(analyses).toBe(2);
  });

  it('is not kept when it was ended', async () => {
    const work = () => Promise.reject(new Error('aborted'));
    await expect(analyze('h', AROUND, work)).rejects.toThrow('aborted');
    await analyze('h');
    expect(analyses).toBe(2);
  });
});

describe('a file that is found again', () => {
  const FILE = { uri: URI, version: 'v' };
  const known = (shown: DocumentAnalysis | null) => files.known(FILE, AROUND, shown);

  it('is not known before it was read', async () => {
    expect(await known(null)).toBe(null);
    await analyze('h');
    expect(await known(null)).toBe(null);
  });

  it('is known without being read when its analysis is shown', async () => {
    const shown = await analyze('h');
    kept.saw(URI, 'v', 'h');
    expect(await known(shown)).toEqual({ objectives: 1, inconsistent: 1, findings: 0 });
  });

  it('is known when there is nothing to show', async () => {
    await analyze('h', AROUND, async () => nothing);
    kept.saw(URI, 'v', 'h');
    files = createFiles();
    expect(await known(null)).toEqual({ objectives: 0, inconsistent: 0, findings: 0 });
  });

  it.each<[string, () => Promise<DocumentAnalysis | null> | null]>([
    ['nothing of it is shown yet', () => null],
    ['something else of it is shown', () => analyze('h2')],
  ])('has to be read when %s', async (_, shown) => {
    await analyze('h');
    kept.saw(URI, 'v', 'h');
    expect(await known(await shown())).toBe(null);
  });

  it('has to be read when it has another version, or when what it names has', async () => {
    const shown = await analyze('h', AROUND, naming('labels.npy'));
    kept.saw(URI, 'v', 'h');
    expect(await known(shown)).not.toBe(null);
    expect(await files.known({ ...FILE, version: 'w' }, AROUND, shown)).toBe(null);
    await folder.write('labels.npy', '2');
    expect(await known(shown)).toBe(null);
  });
});

describe('a file without objectives', () => {
  const naming = async ({ openDataFile }: Watched) => {
    await openDataFile('labels.npy');
    return { ...nothing, dataFiles: ['labels.npy'] };
  };
  const change = changedFiles(['file:///w/labels.npy']);

  it('is noted with the files that it names, read or kept', async () => {
    await analyze('1', AROUND, naming);
    expect(empty.take(change)).toEqual([URI]);
    await analyze('1', AROUND, naming);
    expect(analyses).toBe(1);
    expect(empty.take(change)).toEqual([URI]);
    kept.saw(URI, 'version', '1');
    await files.known({ uri: URI, version: 'version' }, AROUND, null);
    expect(empty.take(change)).toEqual([URI]);
  });

  it('is noted no longer once it holds one', async () => {
    await analyze('1', AROUND, naming);
    await analyze('2');
    expect(empty.take(change)).toEqual([]);
  });
});

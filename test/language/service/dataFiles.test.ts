/** Values in data files: opened through the host, read, judged at the file's name, and kept while they do not change. */
import { describe, expect, it } from 'vitest';
import type { DataFile, OpenDataFile } from '../../../src/data/dataFile';
import { analyze } from '../../../src/geometry/analyze';
import { createLanguageService } from '../../../src/language/createLanguageService';
import { hoverAt } from '../../../src/language/features/hover';
import { describeParameters } from '../../../src/language/parameters';
import { EMPTY_PROJECT } from '../../../src/language/project';
import type { Definition } from '../../../src/objective/definition';
import { expectFindings, readCarets } from '../../support/carets';
import { openedFile } from '../../support/dataFiles';
import { npyFile } from '../../support/npy';
import { reader } from '../../support/pythonReader';

const bytes = (text: string) => new TextEncoder().encode(text);

const FILES: Readonly<Record<string, Uint8Array>> = {
  'runs/w.npy': npyFile([2, 2], [1, 0.5, 0.5, 1]),
  'runs/w.csv': bytes('1,0.5\n0.5,1\n'),
  'runs/flat.npy': npyFile([3], [1, 2, 3]),
  'runs/tall.csv': bytes('1,2\n3,4\n5,6'),
  'runs/negative.npy': npyFile([2, 2], [1, 0.5, -0.25, 1]),
  'runs/nan.npy': npyFile([2, 2], [1, Number.NaN, 0.5, 1]),
  'runs/zero.npy': npyFile([2, 2], [0, 0, 0, 0]),
  'runs/words.csv': bytes('1,2\n3,four'),
  'runs/x.npy': npyFile([3, 2], [1, 0, 0, 2, 1, 1]),
  'runs/hole.npy': npyFile([2, 2], [1, 0, 0, 0]),
  'runs/y.npy': npyFile([3], [0, 1, 4]),
};

function host(files: Readonly<Record<string, Uint8Array>> = FILES) {
  const reads: string[] = [];
  const versions = new Map<string, number>();
  const open: OpenDataFile = async (path): Promise<DataFile> => {
    if (path === 'runs/locked.npy') return { kind: 'refused', because: 'permission denied' };
    const content = files[path];
    if (content === undefined) return { kind: 'missing' };
    return openedFile(content, String(versions.get(path) ?? 0), () => reads.push(path));
  };
  const touch = (path: string) => versions.set(path, (versions.get(path) ?? 0) + 1);
  return { open, reads, touch };
}

function serviceWith(openDataFile: OpenDataFile | undefined) {
  const asked: Definition[] = [];
  const service = createLanguageService(reader);
  const analyzeText = (text: string) =>
    service.analyze(
      { uri: 'file:///runs/a.objective.yaml', path: 'runs/a.objective.yaml', text },
      {
        project: EMPTY_PROJECT,
        settings: { severity: {} },
        mathematics: async (definition) => {
          asked.push(definition);
          return analyze(definition);
        },
        previous: null,
        signal: new AbortController().signal,
        ...(openDataFile ? { openDataFile } : {}),
      },
    );
  return { analyzeText, asked };
}

const WEIGHTED = 'objective: weighted\ntemperature: 0.1\nweights: ';

describe('a value in a file', () => {
  it.each(['w.npy', './w.npy', '../runs/w.npy', 'w.csv'])('is that of the file: %s', async (name) => {
    const { analyzeText } = serviceWith(host().open);
    const inFile = await analyzeText(`${WEIGHTED}{ file: ${name} }`);
    const inline = await analyzeText(`${WEIGHTED}[[1, 0.5], [0.5, 1]]`);
    expect(inFile.findings).toEqual([]);
    expect(inFile.objectives[0].analysis).toEqual(inline.objectives[0].analysis);
    expect(inFile.dataFiles).toEqual([`runs/${name.split('/').at(-1)}`]);
    expect(inline.dataFiles).toEqual([]);
    const shown = describeParameters(inFile.objectives[0].definition);
    expect(shown).toContainEqual({ name: 'weights', value: '2 × 2', origin: `config ${name}; 2 rows` });
    const hover = hoverAt(inFile, 0, { rulePage: (rule) => rule, showGeometry: () => null });
    expect(hover?.markdown).toContain(`weights: 2 × 2 from ${inFile.dataFiles?.[0]}`);
  });

  it('may be labels or features', async () => {
    const { analyzeText } = serviceWith(host().open);
    const text = 'objective: x-clr\ntemperature: 0.1\nweight-temperature: 0.1\nfeatures: { file: x.npy }';
    const { objectives, findings } = await analyzeText(text);
    expect(findings).toEqual([]);
    expect(objectives[0].definition.parameters.features).toMatchObject({
      value: [
        [1, 0],
        [0, 2],
        [1, 1],
      ],
      file: { path: 'runs/x.npy', rows: 3, columns: 2 },
    });
    const aware = 'objective: y-aware\ntemperature: 0.1\nbandwidth: 1\nlabels: { file: y.npy }';
    const labels = (await analyzeText(aware)).objectives[0].definition.parameters.labels?.value;
    expect(labels).toEqual([[0], [1], [4]]);
  });

  it('is read once while it does not change, and its analysis kept', async () => {
    const files = host();
    const { analyzeText, asked } = serviceWith(files.open);
    await analyzeText(`${WEIGHTED}{ file: w.npy }`);
    await analyzeText(`# later\n${WEIGHTED}{ file: w.npy }`);
    expect([files.reads.length, asked.length]).toEqual([1, 1]);
    files.touch('runs/w.npy');
    await analyzeText(`${WEIGHTED}{ file: w.npy }`);
    expect([files.reads.length, asked.length]).toEqual([2, 2]);
    await analyzeText(`${WEIGHTED}{ file: w.csv }`);
    expect([files.reads.length, asked.length]).toEqual([3, 3]);
  });

  it('is unknown in a document of no open folder', async () => {
    const { analyzeText } = serviceWith(undefined);
    const { objectives, findings } = await analyzeText(`${WEIGHTED}{ file: w.npy }`);
    expect(objectives[0].analysis.verdict).toBe('conditional');
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('belongs to no folder that is open'),
    );
  });
});

const WRONG: readonly (readonly [string, string])[] = [
  [
    'weights: { file: gone.npy }',
    '                 ^^^^^^^^ invalid-value: There is no file `runs/gone.npy` in the workspace.',
  ],
  [
    'weights: { file: ../../w.npy }',
    '                 ^^^^^^^^^^^ invalid-value: `../../w.npy` lies outside of the workspace',
  ],
  [
    'weights: { file: /w.npy }',
    '                 ^^^^^^ invalid-value: `/w.npy` lies outside of the workspace',
  ],
  [
    'weights: { file: locked.npy }',
    '                 ^^^^^^^^^^ invalid-value: `locked.npy` cannot be read: permission denied.',
  ],
  [
    'weights: { file: words.csv }',
    '                 ^^^^^^^^^ invalid-value: cannot be read: line 2 holds `four` where a number should stand.',
  ],
  [
    'weights: { file: flat.npy }',
    '                 ^^^^^^^^ invalid-value: holds 3 numbers in one dimension, but weights must be square',
  ],
  [
    'weights: { file: tall.csv }',
    '                 ^^^^^^^^ invalid-value: holds 3 × 2 numbers, but weights must be square',
  ],
  [
    'weights: { file: negative.npy }',
    '                 ^^^^^^^^^^^^ invalid-value: The weight [1, 0] of `negative.npy` is -0.25, but must be at least 0',
  ],
  [
    'weights: { file: nan.npy }',
    '                 ^^^^^^^ invalid-value: The number [0, 1] of `nan.npy` is NaN, but all must be finite.',
  ],
  ['weights: { file: zero.npy }', '                 ^^^^^^^^ invalid-value: All numbers in `zero.npy` are 0'],
  ['weights: { file: 3 }', '                 ^ invalid-value: `file` is 3, but it must be the name of a'],
  [
    'weights: { file: w.npy, key: a }',
    '                        ^^^ unknown-argument: `weights` from a file has no key `key`',
  ],
];

describe('a wrong file', () => {
  it.each(WRONG)('%s', async (line, caret) => {
    const { text, marks } = readCarets(`objective: weighted\ntemperature: 0.1\n${line}\n${caret}`);
    const { findings } = await serviceWith(host().open).analyzeText(text);
    expectFindings(text, findings, marks);
  });

  it('of features has a row without direction', async () => {
    const marked = [
      'objective: x-clr',
      'temperature: 0.1',
      'weight-temperature: 0.1',
      'features: { file: hole.npy }',
      '                  ^^^^^^^^ invalid-value: Row 1 of `hole.npy` (counted from 0) is all zeros',
    ];
    const { text, marks } = readCarets(marked.join('\n'));
    expectFindings(text, (await serviceWith(host().open).analyzeText(text)).findings, marks);
  });
});

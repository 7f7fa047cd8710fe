/** Data that the project file binds from files: AgeDB's ages and HAM10000's counts, to verdict and geometry. */
import { describe, expect, it } from 'vitest';
import type { OpenDataFile } from '../../../src/data/dataFile';
import { analyze } from '../../../src/geometry/analyze';
import { createLanguageService } from '../../../src/language/createLanguageService';
import { hoverAt } from '../../../src/language/features/hover';
import { describeParameters } from '../../../src/language/parameters';
import { readProjectFile } from '../../../src/language/projectFile';
import type { Definition } from '../../../src/objective/definition';
import { expectFindings, readCarets } from '../../support/carets';
import { exampleData, openedFile, utf8 } from '../../support/dataFiles';
import { npyFile } from '../../support/npy';
import { reader } from '../../support/pythonReader';

/** The workspace of one test; contents may be exchanged. */
function workspace(project: string) {
  const files = new Map<string, Uint8Array>([
    ['data/ages.csv', exampleData('agedb-ages.csv')],
    ['data/ham.csv', exampleData('ham10000-class-counts.csv')],
    ['x.npy', npyFile([3, 2], [1, 0, 0, 1, 1, 1])],
    ['hole.csv', utf8('age\n31\n\n59\nNA\n')],
  ]);
  let version = 0;
  const reads: string[] = [];
  const open: OpenDataFile = async (path) => {
    if (path === 'data/train')
      return {
        kind: 'folder',
        version: '1',
        folders: [
          { name: 'cat', files: new Map([['jpg', 40]]) },
          {
            name: 'dog',
            files: new Map([
              ['jpg', 4],
              ['txt', 1],
            ]),
          },
        ],
      };
    if (path === 'large.csv') return { ...openedFile(utf8(''), '1'), size: 5_000_000_000 } as const;
    if (path === 'busy.csv')
      return { ...openedFile(utf8('a\n1\n'), '1'), within: async () => ({ kind: 'changed' }) } as const;
    const bytes = files.get(path);
    return bytes
      ? openedFile(bytes, `${version} ${bytes.length}`, () => reads.push(path))
      : { kind: 'missing' };
  };
  const service = createLanguageService(reader);
  const asked: Definition[] = [];
  const analyzeText = (path: string, text: string) =>
    service.analyze(
      { uri: `file:///${path}`, path, text },
      {
        project: readProjectFile(project).project,
        settings: { severity: {} },
        mathematics: async (definition) => {
          asked.push(definition);
          return analyze(definition);
        },
        openDataFile: open,
        previous: null,
        signal: new AbortController().signal,
      },
    );
  const write = (path: string, bytes: Uint8Array) => {
    version++;
    files.set(path, bytes);
  };
  return { analyzeText, asked, reads, write };
}

const HAM = 'data: [{ objectives: "**", classes: { file: data/ham.csv, column: label, weight: count } }]';
const AGES =
  'data: [{ objectives: "**", labels: { file: data/ages.csv, column: age, where: { split: train } } }]';
const SUPCON = 'objective: supcon\ntemperature: 0.1\n';

describe("HAM10000's counts", () => {
  it('give SupCon its classes, and their geometry', async () => {
    const { objectives, findings, dataFiles } = await workspace(HAM).analyzeText(
      'a/skin.objective.yaml',
      SUPCON,
    );
    const [{ definition, analysis }] = objectives;
    expect(dataFiles).toEqual(['data/ham.csv']);
    expect(definition.parameters.classes?.value).toEqual([
      { name: 'akiec', count: 327 },
      { name: 'bcc', count: 514 },
      { name: 'bkl', count: 1099 },
      { name: 'df', count: 115 },
      { name: 'mel', count: 1113 },
      { name: 'nv', count: 6705 },
      { name: 'vasc', count: 142 },
    ]);
    const inline = await workspace('').analyzeText(
      'b.objective.yaml',
      `${SUPCON}classes: { akiec: 327, bcc: 514, bkl: 1099, df: 115, mel: 1113, nv: 6705, vasc: 142 }\n`,
    );
    expect(analysis).toEqual(inline.objectives[0].analysis);
    expect([analysis.verdict, analysis.reason]).toEqual(['degenerate', 'zero-weight']);
    expect(analysis.certifiedWithin).toBeLessThan(1e-6);
    // The most and the least frequent class end farther apart than two rare ones.
    expect(analysis.similarities?.[3][5]).toBeCloseTo(-0.27, 2);
    expect(analysis.similarities?.[3][6]).toBeCloseTo(0, 2);
    expect(findings.map(({ rule }) => rule)).toEqual(['class-imbalance', 'zero-weight']);
  });

  it('say in table and hover where they come from', async () => {
    const { objectives, ...analysis } = await workspace(HAM).analyzeText('skin.objective.yaml', SUPCON);
    expect(describeParameters(objectives[0].definition)).toContainEqual({
      name: 'classes',
      value: '7 classes of 115 to 6705 samples',
      origin: 'config objective-lens.yaml; data/ham.csv; column label; 7 rows; 7 different values',
    });
    const hover = hoverAt({ objectives, ...analysis }, 0, {
      rulePage: (rule) => rule,
      showGeometry: () => null,
    });
    expect(hover?.markdown).toContain('classes: 7 classes of 115 to 6705 samples from data/ham.csv');
    expect(hover?.markdown).toContain('`▇▁▁▁▁▁▁` class sizes, from nv');
  });

  it('count the samples of an objective that has no labels', async () => {
    const { objectives } = await workspace(HAM).analyzeText(
      'c.objective.yaml',
      'objective: info-nce\ntemperature: 0.1\n',
    );
    expect(objectives[0].definition.parameters.samples).toMatchObject({
      value: 10_015,
      file: { path: 'data/ham.csv' },
    });
  });
});

describe("AgeDB's ages", () => {
  const text = 'objective: y-aware\ntemperature: 0.1\nbandwidth: 5\nsimilarity: negative-squared-euclidean\n';

  it('are labels whose distances an embedding can have', async () => {
    const { objectives, findings } = await workspace(AGES).analyzeText('age.objective.yaml', text);
    const [{ definition, analysis }] = objectives;
    expect(findings).toEqual([]);
    expect(definition.parameters.labels).toMatchObject({
      origin: 'config objective-lens.yaml',
      file: {
        rows: 12_208,
        columns: 1,
        read: 16_488,
        columnNames: ['age'],
        leftOut: [{ kind: 'filtered', because: 'not `split` = train', rows: 4280 }],
        distinct: 100,
      },
    });
    expect([analysis.verdict, analysis.rank]).toEqual(['realizable', 1]);
    expect(analysis.geometry?.points.length).toBeGreaterThan(1);
    expect(describeParameters(definition)).toContainEqual({
      name: 'labels',
      value: '12\u202f208 numbers, 1 to 101',
      origin:
        'config objective-lens.yaml; data/ages.csv; column age; 16\u202f488 rows, of which 4\u202f280 are left out (not split = train); 100 different values',
    });
  });

  it('become classes by bins', async () => {
    const project =
      'data: [{ objectives: "**", classes: { file: data/ages.csv, column: age, bins: [0, 18, 40, 65, 120] } }]';
    const { objectives } = await workspace(project).analyzeText('a.objective.yaml', SUPCON);
    const classes = objectives[0].definition.parameters.classes?.value ?? [];
    expect(classes.map(({ name }) => name)).toEqual(['0 to 18', '18 to 40', '40 to 65', '65 to 120']);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(16_488);
  });
});

it('features may be bound too', async () => {
  const project = 'data: [{ objectives: "**", features: { file: x.npy } }]';
  const text = 'objective: x-clr\ntemperature: 0.1\nweight-temperature: 0.1\n';
  const { objectives } = await workspace(project).analyzeText('a.objective.yaml', text);
  expect(objectives[0].definition.parameters.features).toMatchObject({
    value: [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
  });
});

it('rows that are left out of labels are not compared with features of others', async () => {
  const text =
    'objective: weighted\ntemperature: 0.1\nlabels: { file: hole.csv }\nfeatures: { file: x.npy }\nweights: exp(-abs(y_i - y_j)) * exp(dot(x_i, x_j))\n';
  const { objectives, findings } = await workspace('').analyzeText('a.objective.yaml', text);
  expect(objectives).toEqual([]);
  expect(findings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('it is not known which belong together'),
  );
});

it('a folder has a class for each sub-folder', async () => {
  const { objectives } = await workspace('').analyzeText(
    'runs/a.objective.yaml',
    `${SUPCON}classes: { folder: ../data/train }\n`,
  );
  const { definition } = objectives[0];
  expect(definition.parameters.classes?.value).toEqual([
    { name: 'cat', count: 40 },
    { name: 'dog', count: 4 },
  ]);
  expect(describeParameters(definition)).toContainEqual({
    name: 'classes',
    value: 'cat 40, dog 4',
    origin: 'config ../data/train; 45 files, of which 1 is left out (no pictures)',
  });
});

describe('what changes', () => {
  it('is read and analysed again, and nothing else', async () => {
    const project = `data:
  - { objectives: "skin*", classes: { file: data/ham.csv, column: label, weight: count } }
  - { objectives: "age*", labels: { file: data/ages.csv, column: age, where: { split: val } } }`;
    const { analyzeText, asked, reads, write } = workspace(project);
    const texts: readonly (readonly [string, string])[] = [
      ['skin.objective.yaml', SUPCON],
      ['skin2.objective.yaml', SUPCON],
      ['age.objective.yaml', 'objective: y-aware\ntemperature: 0.1\nbandwidth: 5\nsimilarity: dot\n'],
    ];
    for (const [path, text] of [...texts, ...texts]) await analyzeText(path, text);
    expect(reads).toEqual(['data/ham.csv', 'data/ages.csv']);
    expect(asked.map(({ kind }) => kind)).toEqual(['supcon', 'y-aware']);
    write('data/ham.csv', utf8('label,count\na,5\nb,50\n'));
    const after = await analyzeText(...texts[1]);
    expect(after.objectives[0].definition.parameters.classes?.value).toEqual([
      { name: 'a', count: 5 },
      { name: 'b', count: 50 },
    ]);
    expect(reads.slice(2)).toEqual(['data/ham.csv']);
  });

  it('is one reading for all that ask at the same time', async () => {
    const { analyzeText, reads } = workspace(HAM);
    await Promise.all(['a', 'b', 'c'].map((name) => analyzeText(`${name}.objective.yaml`, SUPCON)));
    expect(reads).toEqual(['data/ham.csv']);
  });

  it('is another answer when the text asks for something else', async () => {
    const { analyzeText } = workspace('');
    const labels = async (where: string) => {
      const text = `objective: y-aware\ntemperature: 0.1\nbandwidth: 5\nsimilarity: dot\nlabels: { file: data/ages.csv, column: age, where: { split: ${where} } }\n`;
      const { objectives } = await analyzeText('a.objective.yaml', text);
      return objectives[0].definition.parameters.labels?.value?.length;
    };
    expect([await labels('train'), await labels('val'), await labels('[val, test]')]).toEqual([
      12_208, 2140, 4280,
    ]);
  });
});

const WRONG: readonly (readonly [string, string])[] = [
  [
    'classes: { file: data/ham.csv, column: labels, weight: count }',
    '                                       ^^^^^^ invalid-value: `data/ham.csv` has no column `labels`. Did you mean `label`? Its columns are label, count.',
  ],
  [
    'classes: { file: data/ham.csv, column: label, weight: label }',
    '                 ^^^^^^^^^^^^ invalid-value: line 2 holds `nv` in `label`, but a weight is the whole number of samples',
  ],
  [
    'classes: { file: data/ages.csv, column: age, where: { set: train } }',
    '                                                      ^^^ invalid-value: `data/ages.csv` has no column `set`.',
  ],
  [
    'classes: { file: data/ages.csv, column: age, where: { split: Train } }',
    '                 ^^^^^^^^^^^^^ invalid-value: cannot be read: no row has `split` = Train: it holds `train`, `val`, `test`.',
  ],
  [
    'labels: { file: data/ages.csv, column: split }',
    '                ^^^^^^^^^^^^^ invalid-value: cannot be read: line 2 holds `train` where a number should stand.',
  ],
  [
    'labels: { file: hole.csv, column: age }',
    '                ^^^^^^^^ invalid-value: Of the 3 rows of `hole.csv` 1 is left out (no value in `age`).',
  ],
  [
    'labels: { file: large.csv, column: age }',
    '                ^^^^^^^^^ invalid-value: it has 5,000 MB, and the limit is 2,000 MB. Raise the setting `objectiveLens.data.largestFile`',
  ],
  [
    'labels: { file: busy.csv, column: age }',
    '                ^^^^^^^^ invalid-value: it changed while it was read, and is read again at its next change',
  ],
  [
    'labels: { file: ../secret.csv, column: age }',
    '                ^^^^^^^^^^^^^ invalid-value: `../secret.csv` lies outside of the workspace',
  ],
  [
    'labels: { file: gone.csv }',
    '                ^^^^^^^^ invalid-value: There is no file `gone.csv` in the workspace',
  ],
  [
    'labels: { file: data/train }',
    '                ^^^^^^^^^^ invalid-value: it is a folder. Where each sub-folder is a class, name it with `folder`',
  ],
  [
    'classes: { folder: data/ham.csv }',
    '                   ^^^^^^^^^^^^ invalid-value: it is a file. Name it with `file` instead of `folder`',
  ],
  [
    'classes: { folder: data/train, ending: wav }',
    '                   ^^^^^^^^^^ invalid-value: its sub-folders hold no files that end in .wav',
  ],
  [
    'labels: { file: data/ages.csv, column: age, columns: [age] }',
    '                                            ^^^^^^^ invalid-value: both `column` and `columns`',
  ],
  [
    'labels: { file: data/ages.csv, column: -1 }',
    '                                       ^^ invalid-value: `column` is -1, but it must be',
  ],
  [
    'labels: { file: data/ages.csv, column: age, where: train }',
    '                                                   ^^^^^ invalid-value: `where` is the text "train", but it must be a map',
  ],
  [
    'classes: { file: data/ages.csv, column: age, bins: [5, 1] }',
    '                                                   ^^^^^^ invalid-value: `bins` is a list, but it must be the number of intervals',
  ],
  [
    'classes: { long-tail: { classes: 10, max: 50, factor: 2 } }',
    '                                                      ^ invalid-value: `factor` is 2, but it must be a number above 0 and at most 1',
  ],
  [
    'classes: { long-tail: { classes: 10, max: 50 } }',
    '           ^^^^^^^^^ invalid-value: `long-tail` needs `factor`',
  ],
  [
    'classes: { long-tail: { classes: 10, max: 50, factor: 0.01 } }',
    '           ^^^^^^^^^ invalid-value: The classes from number 9 on have no sample: max · factor is 0.5',
  ],
];

describe('what is wrong with data', () => {
  it.each(WRONG)('is told at the binding, and nothing else stops: %s', async (entry, caret) => {
    const before = '  - objectives: "other*"\n    classes: [5, 50]\n  - objectives: "**"\n    ';
    const { text, marks } = readCarets(`data:\n${before}${entry}\n    ${caret}`);
    const { analyzeText } = workspace(text);
    const { findings } = await analyzeText('objective-lens.yaml', text);
    expectFindings(text, findings, marks);
    const other = await analyzeText('other.objective.yaml', SUPCON);
    expect(other.objectives[0].analysis.verdict).toBe('degenerate');
  });

  it('leaves the verdict conditional, and names the file and where it was bound', async () => {
    const project = 'data: [{ objectives: "**", classes: { file: gone.csv, column: label } }]';
    const { objectives, findings } = await workspace(project).analyzeText('a.objective.yaml', SUPCON);
    expect(objectives[0].analysis.verdict).toBe('conditional');
    expect(findings[0].message).toContain('class sizes (gone.csv in objective-lens.yaml)');
  });
});

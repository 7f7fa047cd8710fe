import { describe, expect, it } from 'vitest';
import { applied } from '../../../src/language/binding/textPlaces';
import {
  type BindingEdit,
  type BoundData,
  writeInObjectiveFile,
  writeInProjectFile,
} from '../../../src/language/binding/writeBinding';
import { readProjectFile } from '../../../src/language/projectFile';

const AGES: BoundData = {
  key: 'labels',
  path: 'data/ages.csv',
  isFolder: false,
  columns: ['age'],
  weight: null,
  bins: null,
  where: null,
};
const SIZES: BoundData = {
  ...AGES,
  key: 'classes',
  path: 'data/sizes.csv',
  columns: ['dx'],
  weight: 'count',
};

function written(text: string, edit: BindingEdit): string {
  if (edit.kind === 'refused') throw new Error(edit.because);
  return applied(text, edit.edit);
}
const inProject = (text: string, path = 'src/train.py', data = AGES) =>
  written(text, writeInProjectFile(text, path, data));
const inObjective = (text: string, path = 'a.objective.yaml', name = 'a', data = AGES) =>
  written(text, writeInObjectiveFile(text, path, name, data));

const LABELS = 'labels: { file: data/ages.csv, column: age }';

describe('the project file', () => {
  it.each([
    { what: 'nothing', text: '', result: `data:\n  - objectives: src/train.py\n    ${LABELS}\n` },
    {
      what: 'comments only',
      text: '# ours\n',
      result: `# ours\ndata:\n  - objectives: src/train.py\n    ${LABELS}\n`,
    },
    {
      what: 'other keys, and no line break at its end',
      text: 'dimension: 128 # of the head',
      result: `dimension: 128 # of the head\ndata:\n  - objectives: src/train.py\n    ${LABELS}\n`,
    },
    {
      what: 'an empty `data`',
      text: 'data: # later\nviews: 2\n',
      result: `data: # later\n  - objectives: src/train.py\n    ${LABELS}\nviews: 2\n`,
    },
    {
      what: 'entries for other files, with comments',
      text: 'data:\n- objectives: "b/**" # b\n  classes: [3, 4] # sizes\n\n# the rest\nviews: 2\n',
      result: `data:\n- objectives: "b/**" # b\n  classes: [3, 4] # sizes\n- objectives: src/train.py\n  ${LABELS}\n\n# the rest\nviews: 2\n`,
    },
    {
      what: 'an entry for all files, whose other values stay',
      text: 'data:\n  # for all\n  - objectives: "**"\n    classes:\n      cat: 3 # many\n      dog: 4\n    features: { file: f.npy }\n',
      result: `data:\n  # for all\n  - objectives: src/train.py\n    ${LABELS}\n    classes: {"cat":3,"dog":4}\n    features: { file: f.npy }\n  - objectives: "**"\n    classes:\n      cat: 3 # many\n      dog: 4\n    features: { file: f.npy }\n`,
    },
    {
      what: 'an entry for this file without the key',
      text: 'data:\n  - objectives: src/train.py # mine\n    classes: [3, 4]\n',
      result: `data:\n  - objectives: src/train.py # mine\n    ${LABELS}\n    classes: [3, 4]\n`,
    },
    {
      what: 'an entry for this file whose value is wrong',
      text: 'data:\n  - objectives: src/train.py\n    labels: { file: gone.csv } # moved\n',
      result: `data:\n  - objectives: src/train.py\n    ${LABELS} # moved\n`,
    },
    {
      what: 'entries on one line',
      text: 'data: [{ objectives: "b/**", classes: [1, 2] }]\n',
      result: `data: [{ objectives: src/train.py, ${LABELS} }, { objectives: "b/**", classes: [1, 2] }]\n`,
    },
    {
      what: 'an empty list on one line',
      text: 'data: []\n',
      result: `data: [{ objectives: src/train.py, ${LABELS} }]\n`,
    },
    {
      what: 'an entry for this file on one line',
      text: 'data: [{ objectives: src/train.py, classes: [1, 2] }]\n',
      result: `data: [{ objectives: src/train.py, ${LABELS}, classes: [1, 2] }]\n`,
    },
    {
      what: 'line breaks of Windows',
      text: 'views: 2\r\ndata:\r\n  - objectives: b.py\r\n    classes: [1, 2]\r\n',
      result: `views: 2\r\ndata:\r\n  - objectives: b.py\r\n    classes: [1, 2]\r\n  - objectives: src/train.py\r\n    ${LABELS}\r\n`,
    },
  ])('gets the binding when it holds $what', ({ text, result }) => {
    const after = inProject(text);
    expect(after).toBe(result);
    const { project } = readProjectFile(after);
    const binding = project.bindings.find(({ objectives }) => objectives === 'src/train.py');
    expect(binding?.labels?.source).toMatchObject({ name: 'data/ages.csv', request: { columns: ['age'] } });
  });

  it('names files whose names look like globs, or like other values of YAML', () => {
    const path = 'runs/[a] {b}/train (1).py';
    const data = {
      ...AGES,
      path: 'data/my: ages, #1.csv',
      columns: ['yes'],
      where: { column: 'fold', value: '1' },
    };
    const after = inProject('', path, data);
    const { project, findings } = readProjectFile(after);
    expect(findings).toEqual([]);
    expect(project.bindings[0].labels?.source).toMatchObject({
      name: 'data/my: ages, #1.csv',
      request: { columns: ['yes'], where: [{ column: 'fold', anyOf: ['1'] }] },
    });
  });

  it('names the sizes of counted classes and folders of samples', () => {
    expect(inProject('', 'a.py', SIZES)).toContain(
      'classes: { file: data/sizes.csv, column: dx, weight: count }',
    );
    const folder = { ...SIZES, path: 'data/train', isFolder: true };
    expect(inProject('', 'a.py', folder)).toContain('classes: { folder: data/train }');
  });

  it('names several columns as one vector, and the bins that make classes of numbers', () => {
    const two = inProject('', 'a.py', { ...AGES, columns: ['age', 'site no. 2'] });
    expect(two).toContain('labels: { file: data/ages.csv, columns: [age, "site no. 2"] }');
    const written = ([10, [0, 18, 65.5], { width: 5 }] as const).map((bins) =>
      inProject('', 'a.py', { ...SIZES, columns: ['age'], weight: null, bins }),
    );
    expect(written.map((text) => /bins: .* \}$/m.exec(text)?.[0])).toEqual([
      'bins: 10 }',
      'bins: [0, 18, 65.5] }',
      'bins: { width: 5 } }',
    ]);
    for (const text of [two, ...written]) expect(readProjectFile(text).findings).toEqual([]);
    expect(readProjectFile(two).project.bindings[0].labels?.source?.request).toMatchObject({
      columns: ['age', 'site no. 2'],
    });
    expect(readProjectFile(written[1]).project.bindings[0].classes?.source?.request).toMatchObject({
      bins: { kind: 'edges', edges: [0, 18, 65.5] },
    });
  });

  it.each([
    {
      what: 'a syntax error',
      text: 'views: 2\ndata: [\n',
      because: /line [23].*Correct it, and bind the data again/s,
    },
    {
      what: 'a map on one line',
      text: '{ views: 2 }\n',
      because: /Write it there yourself.*objectives: "src\/train.py"/,
    },
    { what: 'a list', text: '- 1\n', because: /Write it there yourself/ },
    { what: 'data that are no list', text: 'data: 3\n', because: /Write it there yourself/ },
    { what: 'an end of its document', text: 'views: 2\n...\n', because: /Write it there yourself/ },
    {
      what: 'a dash on a line of its own',
      text: 'data:\n  -\n    objectives: "**"\n    classes: [1, 2]\n',
      because: /Write it there yourself/,
    },
  ])('stays as it is when it holds $what', ({ text, because }) => {
    expect(writeInProjectFile(text, 'src/train.py', AGES)).toEqual({
      kind: 'refused',
      because: expect.stringMatching(because),
    });
  });
});

describe('an objective file', () => {
  it.each([
    {
      what: 'YAML with comments',
      path: 'a.objective.yaml',
      text: '# mine\nobjective: y-aware # by age\ntemperature: 0.1\n',
      result: `# mine\nobjective: y-aware # by age\n${LABELS}\ntemperature: 0.1\n`,
    },
    {
      what: 'YAML that ends with the kind',
      path: 'a.objective.yaml',
      text: 'temperature: 0.1\nobjective: y-aware',
      result: `temperature: 0.1\nobjective: y-aware\n${LABELS}`,
    },
    {
      what: 'YAML with line breaks of Windows',
      path: 'a.objective.yaml',
      text: 'objective: y-aware\r\ntemperature: 0.1\r\n',
      result: `objective: y-aware\r\n${LABELS}\r\ntemperature: 0.1\r\n`,
    },
    {
      what: 'a key without a value',
      path: 'a.objective.yaml',
      text: 'objective: y-aware\nlabels: # to come\ntemperature: 0.1\n',
      result: `objective: y-aware\n${LABELS} # to come\ntemperature: 0.1\n`,
    },
    {
      what: 'values that stand there already',
      path: 'a.objective.yaml',
      text: 'objective: y-aware\nlabels:\n  - 1\n  - 2\ntemperature: 0.1\n',
      result: `objective: y-aware\nlabels:\n  { file: data/ages.csv, column: age }\ntemperature: 0.1\n`,
    },
    {
      what: 'several objectives',
      path: 'a.objective.yaml',
      text: 'objectives:\n  b:\n    objective: y-aware\n  a:\n    objective: y-aware\n    temperature: 1\n',
      result: `objectives:\n  b:\n    objective: y-aware\n  a:\n    objective: y-aware\n    ${LABELS}\n    temperature: 1\n`,
    },
    {
      what: 'objectives on one line',
      path: 'a.objective.yaml',
      text: 'objectives: { a: { objective: y-aware, temperature: 1 } }\n',
      result: `objectives: { a: { objective: y-aware, ${LABELS}, temperature: 1 } }\n`,
    },
    {
      what: 'JSON',
      path: 'a.objective.json',
      text: '{\n  "temperature": 0.1,\n  "objective": "y-aware"\n}\n',
      result:
        '{\n  "temperature": 0.1,\n  "objective": "y-aware",\n  "labels": { "file": "data/ages.csv", "column": "age" }\n}\n',
    },
    {
      what: 'JSON on one line',
      path: 'a.objective.json',
      text: '{ "objective": "y-aware", "temperature": 1 }',
      result:
        '{ "objective": "y-aware", "labels": { "file": "data/ages.csv", "column": "age" }, "temperature": 1 }',
    },
    {
      what: 'TOML',
      path: 'a.objective.toml',
      text: 'objective = "y-aware" # by age\ntemperature = 0.1\n[balance]\nanchors = true\n',
      result:
        'objective = "y-aware" # by age\nlabels = { file = "data/ages.csv", column = "age" }\ntemperature = 0.1\n[balance]\nanchors = true\n',
    },
    {
      what: 'tables of TOML',
      path: 'a.objective.toml',
      text: '[objectives.b]\nobjective = "y-aware"\n\n[objectives.a]\nobjective = "y-aware"\n',
      result:
        '[objectives.b]\nobjective = "y-aware"\n\n[objectives.a]\nobjective = "y-aware"\nlabels = { file = "data/ages.csv", column = "age" }\n',
    },
    {
      what: 'dotted keys of TOML',
      path: 'a.objective.toml',
      text: 'objectives.a.objective = "y-aware"\n',
      result:
        'objectives.a.objective = "y-aware"\nobjectives.a.labels = { file = "data/ages.csv", column = "age" }\n',
    },
  ])('gets the binding in $what', ({ path, text, result }) => {
    expect(inObjective(text, path)).toBe(result);
  });

  it('names several columns, and bins, in the words of its language', () => {
    const two = { ...AGES, columns: ['age', 'score'] };
    const bins = { ...SIZES, columns: ['age'], weight: null, bins: [0, 18, 65] };
    expect(inObjective('objective = "y-aware"\n', 'a.objective.toml', 'a', two)).toContain(
      'labels = { file = "data/ages.csv", columns = ["age", "score"] }',
    );
    expect(inObjective('{ "objective": "supcon" }', 'a.objective.json', 'a', bins)).toContain(
      '"classes": { "file": "data/sizes.csv", "column": "age", "bins": [0, 18, 65] }',
    );
  });

  it('names data by the way from its own folder', () => {
    const text = 'objective: y-aware\n';
    expect(inObjective(text, 'loss/deep/a.objective.yaml')).toContain('file: "../../data/ages.csv"');
    expect(inObjective(text, 'data/a.objective.yaml')).toContain('file: ages.csv');
  });

  it.each([
    { what: 'a syntax error', text: 'objective: y-aware\nlabels: [\n', because: /syntax error in line/ },
    {
      what: 'no such objective',
      text: 'objectives:\n  b: { objective: y-aware }\n',
      because: /yourself: labels: \{/,
    },
    { what: 'no kind', text: 'temperature: 1\n', because: /Write it there yourself/ },
  ])('stays as it is with $what', ({ text, because }) => {
    expect(writeInObjectiveFile(text, 'a.objective.yaml', 'a', AGES)).toEqual({
      kind: 'refused',
      because: expect.stringMatching(because),
    });
  });
});

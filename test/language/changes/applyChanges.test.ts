/** What-if values in definitions of every dialect: read as objective files are, refused in their words. */
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/language/changes/applyChanges';
import type { Changes } from '../../../src/language/changes/changes';
import { valuesOf } from '../../../src/language/changes/valuesOf';
import type { Definition } from '../../../src/objective/definition';
import { read } from '../../support/pythonReader';

const yaml = (text: string) => read('a.objective.yaml', text).definitions[0];
const python = (text: string) => read('a.py', text).definitions[0];

const SUPCON = 'objective: supcon\ntemperature: 0.1\nclasses: [50, 5]\n';
const SOFT = 'objective: soft-supcon\ntemperature: 0.1\nacross: 0.01\nclasses: {cat: 50, dog: 5}\n';
const KERNEL = 'objective: y-aware\ntemperature: 0.1\nbandwidth: 0.3\nlabels: [0, 1, 2]\n';
const MATRIX = 'objective: weighted\ntemperature: 1\nweights: [[1, 0.5], [0.5, 1]]\n';
const NIDL = 'from nidl.losses import YAwareInfoNCE\nloss = YAwareInfoNCE(bandwidth=4, temperature=0.5)\n';

const values = (definition: Definition) =>
  Object.fromEntries(Object.entries(valuesOf(definition)).map(([key, { value }]) => [key, value]));

describe('changes that are taken over', () => {
  const cases: readonly [name: string, definition: Definition, changes: Changes, expected: object][] = [
    ['a number', yaml(SUPCON), { temperature: 0.083 }, { temperature: 0.083 }],
    [
      'several at once',
      yaml(SUPCON),
      { dimension: 2, batch: 64, views: { count: 3, tied: false }, balance: { anchors: true } },
      {
        dimension: 2,
        batch: 64,
        views: { count: 3, tied: false },
        balance: { anchors: true, denominators: false },
      },
    ],
    [
      'a long tail',
      yaml(SUPCON),
      { classes: { 'long-tail': { classes: 3, max: 100, factor: 0.01 } } },
      { classes: [100, 10, 1] },
    ],
    ['names of classes', yaml(SOFT), { classes: { cat: 9, dog: 8 } }, { classes: { cat: 9, dog: 8 } }],
    ['another kernel', yaml(KERNEL), { kernel: { exponent: 1.5 } }, { kernel: { exponent: 1.5 } }],
    ['other labels', yaml(KERNEL), { labels: [0, 1] }, { labels: [0, 1] }],
    ['a deviation where the library takes a variance', python(NIDL), { bandwidth: 3 }, { bandwidth: 3 }],
    ['data that a program does not show', python(NIDL), { labels: [0, 1] }, { labels: [0, 1] }],
    [
      'a value that goes away',
      yaml(`${SUPCON}dimension: 2\n`),
      { dimension: null },
      { dimension: undefined },
    ],
    ['the default again', yaml(`${SUPCON}views: 3\n`), { views: null }, { views: 2 }],
    ['a temperature that goes away', yaml(SUPCON), { temperature: null }, { temperature: null }],
    [
      'another kind',
      yaml(SUPCON),
      { objective: 'soft-supcon', across: 0.1 },
      { across: 0.1, classes: [50, 5], temperature: 0.1 },
    ],
    [
      'weights in place of labels',
      yaml(KERNEL),
      {
        objective: 'weighted',
        weights: [
          [1, null],
          [0.5, 1],
        ],
        labels: null,
        bandwidth: null,
        kernel: null,
      },
      {
        weights: [
          [1, null],
          [0.5, 1],
        ],
        labels: undefined,
        bandwidth: undefined,
        kernel: undefined,
      },
    ],
    [
      'the default of another kind',
      yaml(KERNEL),
      { objective: 'euclidean-euclidean' },
      { similarity: 'negative-squared-euclidean' },
    ],
  ];
  it.each(cases)('%s', (_, definition, changes, expected) => {
    const before = JSON.stringify(definition);
    const changed = applyChanges(definition, changes);
    expect(changed.problems).toEqual([]);
    expect(values(changed.definition)).toMatchObject(JSON.parse(JSON.stringify(expected)));
    for (const [key, value] of Object.entries(expected))
      if (value === undefined) expect(values(changed.definition)).not.toHaveProperty(key);
    expect(JSON.stringify(definition)).toBe(before);
  });

  it('marks them, and leaves the others as they are', () => {
    const definition = yaml(SUPCON);
    const { parameters } = applyChanges(definition, { temperature: 0.2 }).definition;
    expect(parameters.temperature).toEqual({
      ...definition.parameters.temperature,
      value: 0.2,
      origin: 'changed here',
    });
    expect(parameters.classes).toBe(definition.parameters.classes);
  });
});

describe('changes that are refused', () => {
  const cases: readonly [
    name: string,
    definition: Definition,
    changes: Changes,
    key: string,
    words: RegExp,
  ][] = [
    [
      'a temperature of 0',
      yaml(SUPCON),
      { temperature: 0 },
      'temperature',
      /is 0, but it must be a number above 0/,
    ],
    ['no number', yaml(SUPCON), { temperature: Number.NaN }, 'temperature', /NaN/],
    ['a word', yaml(SUPCON), { similarity: 'cosin' }, 'similarity', /Did you mean `?cosine/],
    ['a key that nobody knows', yaml(SUPCON), { temperatur: 1 }, 'temperatur', /no key `temperatur`/],
    ['a key of the prototype', yaml(SUPCON), { constructor: 1 }, 'constructor', /no key/],
    ['a key of other kinds', yaml(SUPCON), { bandwidth: 1 }, 'bandwidth', /no effect on a supcon objective/],
    ['a kind that is none', yaml(SUPCON), { objective: 'sup-con' }, 'objective', /must be one of/],
    ['no kind', yaml(SUPCON), { objective: null }, 'objective', /must be one of/],
    ['an empty class', yaml(SUPCON), { classes: [5, 0] }, 'classes', /at least 1/],
    ['an unknown switch', yaml(SUPCON), { balance: { anchor: true } }, 'balance', /no key `anchor`/],
    ['a file', yaml(SUPCON), { classes: { file: 'a.csv' } }, 'classes', /cannot be taken from a file/],
    ['bandwidths that do not fit', yaml(KERNEL), { bandwidth: [1, 2] }, 'bandwidth', /lists 2 values/],
    ['sizes that do not fit', yaml(MATRIX), { classes: [1, 2, 3] }, 'classes', /names 3 classes/],
    ['a formula that is none', yaml(MATRIX), { weights: 'exp(' }, 'weights', /./],
    [
      'weights below 0',
      yaml(KERNEL),
      { objective: 'weighted', weights: 'y_i - 1' },
      'weights',
      /-1, below 0/,
    ],
  ];
  it.each(cases)('%s', (_, definition, changes, key, words) => {
    const { definition: kept, problems } = applyChanges(definition, { ...changes });
    expect(problems).toHaveLength(1);
    expect(problems[0].key).toBe(key);
    expect(problems[0].message).toMatch(words);
    expect(values(kept)).toEqual(values(definition));
    expect(kept.kind).toBe(definition.kind);
  });

  it('while the right ones are taken over', () => {
    const { definition, problems } = applyChanges(yaml(SOFT), { temperature: -1, across: 0.5 });
    expect(problems.map(({ key }) => key)).toEqual(['temperature']);
    expect(values(definition)).toMatchObject({ temperature: 0.1, across: 0.5 });
  });
});

describe('present values', () => {
  it('are those of the text in the words of objective files', () => {
    expect(values(yaml(SOFT))).toEqual({
      temperature: 0.1,
      similarity: 'cosine',
      views: 2,
      classes: { cat: 50, dog: 5 },
      across: 0.01,
      balance: { anchors: false, denominators: false },
    });
    expect(values(python(NIDL))).toMatchObject({ bandwidth: 2, kernel: 'gaussian', temperature: 0.5 });
  });

  it('say how many numbers are not shown', () => {
    const labels = Array.from({ length: 500 }, (_, i) => i / 500);
    const definition = yaml(
      `objective: y-aware\ntemperature: 1\nbandwidth: 1\nlabels: ${JSON.stringify(labels)}\n`,
    );
    expect(valuesOf(definition).labels).toEqual({ value: null, origin: 'literal', numbers: 500 });
  });

  it('do not change anything when they are applied', () => {
    for (const definition of [yaml(SUPCON), yaml(SOFT), yaml(KERNEL), yaml(MATRIX), python(NIDL)]) {
      const known = Object.entries(values(definition)).filter(([, value]) => value !== null);
      const changed = applyChanges(definition, Object.fromEntries(known) as Changes);
      expect(changed.problems).toEqual([]);
      expect(values(changed.definition)).toEqual(values(definition));
    }
  });
});

/** Changes written into objective files: values at their places, everything else as its author left it. */
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../src/language/changes/changes';
import { write } from './writing';

type Case = readonly [name: string, before: string, changes: Changes, after: string];

const YAML: readonly Case[] = [
  [
    'a number, with the comment beside it',
    'objective: supcon\ntemperature:   0.1   # as in the paper\nclasses: [5, 3]\n',
    { temperature: 0.083 },
    'objective: supcon\ntemperature:   0.083   # as in the paper\nclasses: [5, 3]\n',
  ],
  [
    'a point where there was one',
    'objective: supcon\ntemperature: 0.5\nclasses: [5, 3]\n',
    { temperature: 1 },
    'objective: supcon\ntemperature: 1.0\nclasses: [5, 3]\n',
  ],
  [
    'a small number as PyYAML reads it',
    'objective: supcon\ntemperature: 0.5\nclasses: [5, 3]\n',
    { temperature: 3e-7 },
    'objective: supcon\ntemperature: 3.0e-7\nclasses: [5, 3]\n',
  ],
  [
    'no digits that arithmetic left',
    'objective: supcon\ntemperature: 0.5\nclasses: [5, 3]\n',
    { temperature: 0.08300000000000002 },
    'objective: supcon\ntemperature: 0.083\nclasses: [5, 3]\n',
  ],
  [
    'a key that is missing, behind the temperature',
    'objective: supcon\ntemperature: 0.1 # low\nclasses: [5, 3]\n',
    { dimension: 8, batch: 4 },
    'objective: supcon\ntemperature: 0.1 # low\ndimension: 8\nbatch: 4\nclasses: [5, 3]\n',
  ],
  [
    'a key behind the kind, where there is no temperature',
    'objective: supcon\nclasses: [5, 3]',
    { temperature: 0.2 },
    'objective: supcon\ntemperature: 0.2\nclasses: [5, 3]',
  ],
  [
    'a key at the end of a text without a line break, in lines as Windows ends them',
    'classes: [5, 3]\r\nobjective: supcon\r\ntemperature: 0.1',
    { dimension: 8 },
    'classes: [5, 3]\r\nobjective: supcon\r\ntemperature: 0.1\r\ndimension: 8',
  ],
  [
    'a key that goes away',
    'objective: supcon\ntemperature: 0.1\n# small\ndimension: 2 # for a picture\nclasses: [5, 3]\n',
    { dimension: null },
    'objective: supcon\ntemperature: 0.1\n# small\nclasses: [5, 3]\n',
  ],
  [
    'a last key that goes away',
    'objective: supcon\ntemperature: 0.1\nclasses: [5, 3]\ndimension: 2',
    { dimension: null },
    'objective: supcon\ntemperature: 0.1\nclasses: [5, 3]',
  ],
  [
    'one of several class sizes',
    'objective: supcon\ntemperature: 0.1\nclasses:\n  cat: 50   # many\n  dog: 5\n',
    { classes: { dog: 6, cat: 50 } },
    'objective: supcon\ntemperature: 0.1\nclasses:\n  cat: 50   # many\n  dog: 6\n',
  ],
  [
    'a long tail in its own words',
    'objective: supcon\ntemperature: 0.1\nclasses: { long-tail: { classes: 10, max: 500, factor: 0.01 } }\n',
    { classes: { 'long-tail': { classes: 10, max: 500, factor: 0.1 } } },
    'objective: supcon\ntemperature: 0.1\nclasses: { long-tail: { classes: 10, max: 500, factor: 0.1 } }\n',
  ],
  [
    'other classes in place of a block',
    'objective: supcon\ntemperature: 0.1\nclasses:\n- 50\n- 5\ndimension: 3\n',
    { classes: [7, 8, 9] },
    'objective: supcon\ntemperature: 0.1\nclasses: [7, 8, 9]\ndimension: 3\n',
  ],
  [
    'one objective of several',
    'objectives:\n  a: {objective: supcon, temperature: 0.1, classes: [5, 3]}\n  b:\n    objective: supcon\n    temperature: 0.1\n    classes: [5, 3]\n',
    { temperature: 0.2, dimension: 4 },
    'objectives:\n  a: {objective: supcon, temperature: 0.2, dimension: 4, classes: [5, 3]}\n  b:\n    objective: supcon\n    temperature: 0.1\n    classes: [5, 3]\n',
  ],
  [
    'words in their quotes',
    "objective: 'supcon'\ntemperature: 0.1\nsimilarity: 'dot'\nclasses: [5, 3]\n",
    { similarity: 'cosine' },
    "objective: 'supcon'\ntemperature: 0.1\nsimilarity: 'cosine'\nclasses: [5, 3]\n",
  ],
  [
    'a switch of several',
    'objective: supcon\ntemperature: 0.1\nviews: 2\nbalance: { anchors: true }\nclasses: [5, 3]\n',
    { views: { count: 2, tied: false }, balance: { anchors: true, denominators: true } },
    'objective: supcon\ntemperature: 0.1\nviews: { count: 2, tied: false }\nbalance: { anchors: true, denominators: true }\nclasses: [5, 3]\n',
  ],
  [
    'another kind, without what it has no use for',
    'objective: info-nce # pairs\ntemperature: 0.1\nsamples: 8\n',
    { objective: 'supcon', classes: [4, 4] },
    'objective: supcon # pairs\ntemperature: 0.1\nclasses: [4, 4]\n',
  ],
  [
    'weights in place of labels',
    'objective: y-aware\ntemperature: 0.5\nkernel: laplacian\nbandwidth: 1\nlabels:\n  - 0\n  - 1\n',
    {
      objective: 'weighted',
      weights: [
        [1, 0.5],
        [0.5, 1],
      ],
    },
    'objective: weighted\ntemperature: 0.5\nweights: [[1, 0.5], [0.5, 1]]\n',
  ],
  [
    'a value that an alias merges in',
    'objectives:\n  a: &base\n    objective: supcon\n    temperature: 0.1\n    classes: [5, 3]\n  b:\n    <<: *base\n    dimension: 2\n',
    { dimension: 3 },
    'objectives:\n  a: &base\n    objective: supcon\n    temperature: 0.1\n    dimension: 3\n    classes: [5, 3]\n  b:\n    <<: *base\n    dimension: 2\n',
  ],
];

const JSON_FILES: readonly Case[] = [
  [
    'a number and a new key, on lines of their own',
    '{\n  "objective": "supcon",\n  "temperature": 0.1,\n  "classes": [5, 3]\n}\n',
    { temperature: 0.2, dimension: 4, similarity: 'dot' },
    '{\n  "objective": "supcon",\n  "temperature": 0.2,\n  "dimension": 4,\n  "similarity": "dot",\n  "classes": [5, 3]\n}\n',
  ],
  [
    'on one line',
    '{"objective": "supcon", "temperature": 0.1, "classes": {"cat": 5}}',
    { classes: { cat: 6 }, dimension: 2 },
    '{"objective": "supcon", "temperature": 0.1, "dimension": 2, "classes": {"cat": 6}}',
  ],
  [
    'a key that goes away, the last and the middle one',
    '{\n  "objective": "supcon",\n  "dimension": 2,\n  "temperature": 0.1,\n  "classes": [5, 3],\n  "batch": 4\n}\n',
    { dimension: null, batch: null },
    '{\n  "objective": "supcon",\n  "temperature": 0.1,\n  "classes": [5, 3]\n}\n',
  ],
];

const TOML: readonly Case[] = [
  [
    'a number and a new key',
    'objective = "supcon"\ntemperature = 0.1 # low\nclasses = [5, 3]\n',
    { temperature: 1, dimension: 4 },
    'objective = "supcon"\ntemperature = 1.0 # low\ndimension = 4\nclasses = [5, 3]\n',
  ],
  [
    'in a table, with an inline table',
    '[objectives.a]\nobjective = "supcon"\ntemperature = 0.1\nviews = { count = 2, tied = false }\nclasses = [5, 3]\n\n[objectives.b]\nobjective = "supcon"\nclasses = [1]\n',
    { views: { count: 3, tied: false }, balance: { anchors: true } },
    '[objectives.a]\nobjective = "supcon"\ntemperature = 0.1\nbalance = { anchors = true }\nviews = { count = 3, tied = false }\nclasses = [5, 3]\n\n[objectives.b]\nobjective = "supcon"\nclasses = [1]\n',
  ],
  [
    'classes in a table of their own',
    'objective = "supcon"\ntemperature = 0.1\ndimension = 2\n[classes]\ncat = 5\ndog = 3\n',
    { classes: { cat: 5, dog: 4 }, dimension: null },
    'objective = "supcon"\ntemperature = 0.1\n[classes]\ncat = 5\ndog = 4\n',
  ],
];

describe.each([
  ['yaml', YAML],
  ['json', JSON_FILES],
  ['toml', TOML],
] as const)('written into %s', (ending, cases) => {
  it.each(cases)('%s', (_, before, changes, after) => {
    const { text, refusedBecause } = write(`a.objective.${ending}`, before, changes);
    expect(refusedBecause).toBeNull();
    expect(text).toBe(after);
  });
});

describe('refused', () => {
  const SUPCON = 'objective: supcon\ntemperature: 0.1\nclasses: [5, 3]\n';
  it.each<readonly [name: string, text: string, changes: Changes, words: RegExp]>([
    ['a wrong value', SUPCON, { temperature: 0 }, /must be a number above 0/],
    ['one wrong value among right ones', SUPCON, { temperature: 0.2, dimension: -1 }, /at least 1/],
    ['a key of another kind', SUPCON, { bandwidth: 1 }, /no effect/],
  ])('%s', (_, text, changes, words) => {
    expect(write('a.objective.yaml', text, changes)).toMatchObject({
      text: null,
      refusedBecause: expect.stringMatching(words),
    });
  });

  it('what the text has already needs no edit', () => {
    expect(write('a.objective.yaml', SUPCON, { temperature: 0.1, similarity: 'cosine' }).text).toBe(SUPCON);
  });
});

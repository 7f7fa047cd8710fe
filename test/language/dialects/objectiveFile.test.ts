/** Objective files: what every key means, and what is said at the place of every wrong one. */
import { describe, expect, it } from 'vitest';
import { expectFindings, readCarets } from '../../support/carets';
import { read } from '../../support/pythonReader';

const lines = (...parts: string[]) => parts.join('\n');

/** Definitions by name, each parameter's value only. */
function valuesOf(path: string, text: string) {
  const { definitions, broken, findings } = read(path, text);
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  return definitions.map(({ name, kind, parameters }) => ({
    name,
    kind,
    ...Object.fromEntries(Object.entries(parameters).map(([key, { value }]) => [key, value])),
  }));
}

const STANDING = {
  similarity: 'cosine',
  views: { count: 2, tied: true },
  balance: { anchors: false, denominators: false },
};

const CASES = [
  {
    text: lines('objective: supcon', 'temperature: 1e-1', 'classes: [60, 6]', 'dimension: 16', 'batch: 256'),
    values: {
      kind: 'supcon',
      temperature: 0.1,
      dimension: 16,
      batch: 256,
      classes: [
        { name: 'class 1', count: 60 },
        { name: 'class 2', count: 6 },
      ],
    },
  },
  {
    text: lines(
      'objective: soft-supcon',
      'temperature: 0.5',
      'across: 0.01',
      'classes: { cat: 5, no: 3 }',
      'views: { count: 3, tied: false }',
      'balance: { anchors: true }',
    ),
    values: {
      kind: 'soft-supcon',
      temperature: 0.5,
      across: 0.01,
      classes: [
        { name: 'cat', count: 5 },
        { name: 'no', count: 3 },
      ],
      views: { count: 3, tied: false },
      balance: { anchors: true, denominators: false },
    },
  },
  {
    text: lines('objective: y-aware', 'temperature: 0.1', 'bandwidth: 0.3', 'labels: [0, .5, 1]', 'views: 1'),
    values: {
      kind: 'y-aware',
      temperature: 0.1,
      bandwidth: 0.3,
      labels: [[0], [0.5], [1]],
      kernel: 'gaussian',
      views: { count: 1, tied: true },
    },
  },
  {
    text: lines(
      'objective: y-aware',
      'temperature: 0.1',
      'kernel: { exponent: 1.5 }',
      'bandwidth: [1, 2]',
      'labels: [[0, 1], [2, 3]]',
      'similarity: dot',
    ),
    values: {
      kind: 'y-aware',
      temperature: 0.1,
      bandwidth: [1, 2],
      labels: [
        [0, 1],
        [2, 3],
      ],
      kernel: { exponent: 1.5 },
      similarity: 'dot',
    },
  },
  {
    text: lines('objective: euclidean-euclidean', 'temperature: 0.1', 'bandwidth: 1', 'labels: [1, 2]'),
    values: {
      kind: 'euclidean-euclidean',
      temperature: 0.1,
      bandwidth: 1,
      labels: [[1], [2]],
      kernel: 'gaussian',
      similarity: 'negative-squared-euclidean',
    },
  },
  {
    text: lines(
      'objective: x-clr',
      'temperature: 0.1',
      'weight-temperature: 0.2',
      'features: [[1, 0], [0, 2]]',
    ),
    values: {
      kind: 'x-clr',
      temperature: 0.1,
      weightTemperature: 0.2,
      features: [
        [1, 0],
        [0, 2],
      ],
    },
  },
  {
    text: lines('objective: info-nce', 'temperature: 0.2', 'samples: 64'),
    values: { kind: 'info-nce', temperature: 0.2, samples: 64 },
  },
  {
    text: lines('objective: weighted', 'temperature: 1', 'weights: [[1, 0.5], [0, 1]]'),
    values: {
      kind: 'weighted',
      temperature: 1,
      weights: [
        [1, 0.5],
        [0, 1],
      ],
    },
  },
  {
    text: 'objective: supcon',
    values: { kind: 'supcon', temperature: null, classes: null },
  },
];

describe('every kind', () => {
  it.each(CASES)('$values.kind: $text', ({ text, values }) => {
    expect(valuesOf('runs/tail.objective.yaml', text)).toEqual([{ name: 'tail', ...STANDING, ...values }]);
  });
});

describe('places', () => {
  it('are those of the value, of the whole mapping and of the word that names the kind', () => {
    const text = lines('# tail', 'objective: supcon', 'temperature: 0.1 # cold', 'classes: [2, 3]', '');
    const [definition] = read('tail.objective.yml', text).definitions;
    const shown = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);
    expect(shown(definition.headSpan)).toBe('supcon');
    expect(shown(definition.span)).toBe(text.slice(7).trimEnd());
    expect(shown(definition.parameters.temperature.span)).toBe('0.1');
    expect(definition.parameters.temperature.origin).toBe('literal');
    expect(shown(definition.parameters.classes?.span ?? null)).toBe('[2, 3]');
    expect(definition.parameters.views).toEqual({
      value: { count: 2, tied: true },
      origin: 'default of the library',
      span: null,
    });
    expect(definition.parameters.dimension).toBeUndefined();
  });

  it('are those of the name where several objectives share a file', () => {
    const text = lines(
      'objectives:',
      '  a: { objective: supcon, temperature: 1 }',
      '  b:',
      '    objective: info-nce',
      '',
    );
    const { definitions } = read('two.objective.yaml', text);
    expect(definitions.map(({ name, headSpan }) => [name, text.slice(headSpan.start, headSpan.end)])).toEqual(
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    );
    expect(text.slice(definitions[1].span.start, definitions[1].span.end)).toBe(
      'b:\n    objective: info-nce',
    );
  });
});

/** A text, and whether an objective is left to analyse. */
const WRONG: readonly { name: string; text: string; left: number; broken: number }[] = [
  {
    name: 'an unknown kind',
    text: lines('objective: supcom', '           ^^^^^^ invalid-value: Did you mean `supcon`?'),
    left: 0,
    broken: 1,
  },
  {
    name: 'a kind that is no word',
    text: lines(
      'objective: 3',
      '           ^ invalid-value: `objective` is 3, which is no kind. The kinds are supcon,',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a half-typed kind',
    text: lines('objective:', '^^^^^^^^^ invalid-value: `objective` has no value.'),
    left: 0,
    broken: 1,
  },
  {
    name: 'no kind',
    text: lines('temperature: 0.1', '^^^^^^^^^^^ invalid-value: The key `objective` is missing'),
    left: 0,
    broken: 1,
  },
  {
    name: 'an unknown key',
    text: lines(
      'objective: supcon',
      'temprature: 0.1',
      '^^^^^^^^^^ unknown-argument: Did you mean `temperature`?',
    ),
    left: 1,
    broken: 0,
  },
  {
    name: 'a key in the spelling of Python',
    text: lines(
      'objective: x-clr',
      'weight_temperature: 0.1',
      '^^^^^^^^^^^^^^^^^^ unknown-argument: Did you mean `weight-temperature`?',
      'weight-temperature: 0.1',
    ),
    left: 1,
    broken: 0,
  },
  {
    name: 'a key of another kind',
    text: lines(
      'objective: supcon',
      'labels: [1, 2]',
      '^^^^^^ unknown-argument: `labels` has no effect on a supcon objective',
    ),
    left: 1,
    broken: 0,
  },
  {
    name: 'a repeated key',
    text: lines(
      'objective: supcon',
      'temperature: 0.1',
      'temperature: 0.2',
      '^^^^^^^^^^^ invalid-value: only its last value counts',
    ),
    left: 1,
    broken: 0,
  },
  {
    name: 'a negative temperature',
    text: lines(
      'objective: supcon',
      'temperature: -0.1',
      '             ^^^^ invalid-value: is -0.1, but it must be a number above 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a temperature of zero',
    text: lines(
      'objective: supcon',
      'temperature: 0',
      '             ^ invalid-value: is 0, but it must be a number above 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a temperature that is not a number',
    text: lines(
      'objective: supcon',
      'temperature: .nan',
      '             ^^^^ invalid-value: not a number (NaN)',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'an infinite temperature',
    text: lines('objective: supcon', 'temperature: .inf', '             ^^^^ invalid-value: is Infinity'),
    left: 0,
    broken: 1,
  },
  {
    name: 'a temperature in quotes',
    text: lines(
      'objective: supcon',
      'temperature: "0.1"',
      '             ^^^^^ invalid-value: Remove the quotes: `0.1`',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a temperature that is a list',
    text: lines(
      'objective: supcon',
      'temperature: [0.1]',
      '             ^^^^^ invalid-value: is a list, but it must be a number above 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a temperature not yet typed',
    text: lines('objective: supcon', 'temperature:', '^^^^^^^^^^^ invalid-value: `temperature` has no value'),
    left: 0,
    broken: 1,
  },
  {
    name: 'a class without samples',
    text: lines(
      'objective: supcon',
      'classes: { cat: 5, dog: 0 }',
      '                        ^ invalid-value: The size of dog is 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'half a sample and fewer than none',
    text: lines(
      'objective: supcon',
      'classes: [1.5, -3]',
      '          ^^^ invalid-value: a whole number of at least 1',
      '               ^^ invalid-value: is -3',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a count beyond exact numbers',
    text: lines(
      'objective: supcon',
      'classes: [9007199254740993]',
      '          ^^^^^^^^^^^^^^^^ invalid-value: a whole number',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'no classes',
    text: lines('objective: supcon', 'classes: []', '         ^^ invalid-value: is an empty list'),
    left: 0,
    broken: 1,
  },
  {
    name: 'a class twice',
    text: lines(
      'objective: supcon',
      'classes: { a: 1, a: 2 }',
      '                 ^ invalid-value: a second time',
    ),
    left: 1,
    broken: 0,
  },
  {
    name: 'classes in a file',
    text: lines(
      'objective: supcon',
      'classes: { file: train.csv, column: label }',
      '                 ^^^^^^^^^ invalid-value: is not read here, since this text belongs to no folder that is open',
    ),
    left: 1,
    broken: 0,
  },
  {
    name: 'weights that are not square',
    text: lines(
      'objective: weighted',
      'weights: [[1, 2, 3], [1, 2, 3]]',
      '          ^^^^^^^^^ invalid-value: must be square',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'ragged weights',
    text: lines(
      'objective: weighted',
      'weights: [[1, 2], [1]]',
      '                  ^^^ invalid-value: has length 1',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a negative weight',
    text: lines(
      'objective: weighted',
      'weights: [[1, 2], [-1, 2]]',
      '                   ^^ invalid-value: must be at least 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'no positive weight',
    text: lines(
      'objective: weighted',
      'weights: [[0, 0], [0, 0]]',
      '          ^^^^^^ invalid-value: No number in `weights` is above 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a label that is a word',
    text: lines(
      'objective: y-aware',
      'bandwidth: 1',
      'labels: [1, old, 3]',
      '            ^^^ invalid-value: Value 2 of `labels` is the text "old"',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a label row that holds NaN',
    text: lines(
      'objective: y-aware',
      'bandwidth: 1',
      'labels: [[1, 2], [3, .nan]]',
      '                     ^^^^ invalid-value: Row 2 of `labels` holds NaN',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'label rows of different lengths',
    text: lines(
      'objective: y-aware',
      'bandwidth: 1',
      'labels: [[1, 2], [3]]',
      '                 ^^^ invalid-value: Row 2 of `labels` has length 1',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'bandwidths that are fewer than label columns',
    text: lines(
      'objective: y-aware',
      'bandwidth: [1, 2, 3]',
      '           ^^^^^^^^^ invalid-value: lists 3 values, but the labels have 2 columns',
      'labels: [[1, 2], [3, 4]]',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a bandwidth of zero',
    text: lines(
      'objective: y-aware',
      'bandwidth: [1, 0]',
      '               ^ invalid-value: must be a number above 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'no bandwidth',
    text: lines(
      'objective: y-aware',
      '           ^^^^^^^ invalid-value: A y-aware objective needs `bandwidth`',
      'labels: [1, 2]',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a kernel of no name',
    text: lines(
      'objective: y-aware',
      'bandwidth: 1',
      'kernel: gausian',
      '        ^^^^^^^ invalid-value: Did you mean `gaussian`?',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a kernel without exponent',
    text: lines(
      'objective: y-aware',
      'bandwidth: 1',
      'kernel: { exponent: 0 }',
      '                    ^ invalid-value: must be a number above 0',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a similarity of no name',
    text: lines(
      'objective: supcon',
      'similarity: euclid',
      '            ^^^^^^ invalid-value: one of cosine, negative-squared-euclidean',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'features without direction',
    text: lines(
      'objective: x-clr',
      'weight-temperature: 1',
      'features: [[1, 0], [0, 0]]',
      '                   ^^^^^^ invalid-value: it has no direction',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'no dimension at all',
    text: lines(
      'objective: supcon',
      'dimension: 0',
      '           ^ invalid-value: a whole number of at least 1',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'weights across beyond those inside',
    text: lines('objective: soft-supcon', 'across: 1.5', '        ^^^ invalid-value: above 0 and at most 1'),
    left: 0,
    broken: 1,
  },
  {
    name: 'nothing across',
    text: lines(
      'objective: soft-supcon',
      'across: 0',
      '        ^ invalid-value: for weight 0 use `objective: supcon`',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'more samples than fit',
    text: lines(
      'objective: info-nce',
      'samples: 1e9',
      '         ^^^ invalid-value: a whole number from 1 to 1000000',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'views that are a word',
    text: lines('objective: supcon', 'views: two', '       ^^^ invalid-value: the number of augmented views'),
    left: 0,
    broken: 1,
  },
  {
    name: 'views tied to a word',
    text: lines(
      'objective: supcon',
      'views: { count: 2, tied: maybe }',
      '                         ^^^^^ invalid-value: must be true or false',
    ),
    left: 0,
    broken: 1,
  },
  {
    name: 'a balance that is a switch',
    text: lines('objective: supcon', 'balance: true', '         ^^^^ invalid-value: a map of the switches'),
    left: 0,
    broken: 1,
  },
  { name: 'an empty file', text: '', left: 0, broken: 0 },
  {
    name: 'a list',
    text: lines('- supcon', '^^^^^^^^ invalid-value: holds a map of keys and values, but this is a list'),
    left: 0,
    broken: 0,
  },
  {
    name: 'objectives that are a list',
    text: lines('objectives: [1]', '            ^^^ invalid-value: must be a map from names to objectives'),
    left: 0,
    broken: 0,
  },
  {
    name: 'an objective that is a word among whole ones',
    text: lines(
      'objectives:',
      '  a: supcon',
      '     ^^^^^^ invalid-value: An objective is a map of keys and values',
      '  b: { objective: supcon }',
    ),
    left: 1,
    broken: 1,
  },
  {
    name: 'a key beside the list of objectives',
    text: lines(
      'temperature: 0.1',
      '^^^^^^^^^^^ unknown-argument: has no key `temperature`',
      'objectives:',
      '  b: { objective: supcon }',
    ),
    left: 1,
    broken: 0,
  },
];

describe('wrong values', () => {
  it.each(WRONG.filter(({ text }) => text !== ''))('$name', ({ text: marked, left, broken }) => {
    const { text, marks } = readCarets(marked);
    const reading = read('wrong.objective.yaml', text);
    expectFindings(text, reading.findings, marks);
    expect([reading.definitions.length, reading.broken.length]).toEqual([left, broken]);
    expect(reading.incompleteBecause).toBeNull();
  });

  it.each([
    { text: '', path: 'e.objective.yaml' },
    { text: '  \n# later\n', path: 'e.objective.yaml' },
    { text: '', path: 'e.objective.json' },
  ])('an empty file: $path $text', ({ text, path }) => {
    const { findings, definitions, broken } = read(path, text);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('This objective file is empty'),
    ]);
    expect([...definitions, ...broken]).toEqual([]);
  });

  it('leave a value from a file unknown, under its own name', () => {
    const { definitions } = read('f.objective.yaml', 'objective: supcon\nclasses: { file: train.csv }');
    expect(definitions[0].parameters.classes).toMatchObject({
      value: null,
      origin: 'unresolved',
      missing: 'train.csv',
    });
  });
});

describe('half-typed files', () => {
  it.each([
    { path: 'h.objective.yaml', text: 'objective: supcon\ntemperature: 0.1\nclasses: [20, 2' },
    { path: 'h.objective.json', text: '{"objective": "supcon", "temperature": 0.1, "classes": [20, 2' },
  ])('$path are not analysed with half their numbers', ({ path, text }) => {
    const { definitions, broken, findings, incompleteBecause } = read(path, text);
    expect(definitions).toEqual([]);
    expect(broken.map(({ name, kind }) => [name, kind])).toEqual([['h', 'supcon']]);
    expect(findings[0]).toMatchObject({ rule: 'invalid-value', severity: 'error' });
    expect(incompleteBecause).toContain('syntax error');
  });
});

/** Weights in objective files: expressions, matrices with pairs that are not compared, and what is wrong with each. */
import { describe, expect, it } from 'vitest';
import { readProjectFile } from '../../../src/language/projectFile';
import { expectFindings, readCarets } from '../../support/carets';
import { read } from '../../support/pythonReader';

const lines = (...parts: string[]) => parts.join('\n');

function parametersOf(text: string, path = 'w.objective.yaml') {
  const { definitions, broken, findings } = read(path, text);
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  return definitions[0].parameters;
}

describe('weights that are read', () => {
  it.each([
    ['exp(-abs(y_i - y_j) / 0.3)', 'exp(-abs(y_i - y_j) / 0.3)'],
    ['1 if y_i == y_j else 0.01', '1 if y_i == y_j else 0.01'],
    ['"y_i == y_j ? 1 : 0.01"', 'y_i == y_j ? 1 : 0.01'],
    ['>-\n  np.exp(-np.abs(y_i - y_j)\n  / 0.3)\nviews: 2', 'np.exp(-np.abs(y_i - y_j) / 0.3)'],
  ])('%s', (written, expression) => {
    const { weights, labels } = parametersOf(
      lines('objective: weighted', 'labels: [0, 1, 3]', `weights: ${written}`),
    );
    expect(weights).toMatchObject({ value: { expression }, origin: 'literal' });
    expect(labels?.value).toEqual([[0], [1], [3]]);
  });

  it('compare features, from JSON too', () => {
    const text = '{ "objective": "weighted", "features": [[1, 0], [0, 2]], "weights": "exp(x_i @ x_j)" }';
    const { features, weights } = parametersOf(text, 'w.objective.json');
    expect([features?.value, weights?.value]).toEqual([
      [
        [1, 0],
        [0, 2],
      ],
      { expression: 'exp(x_i @ x_j)' },
    ]);
  });

  it.each([
    ['w.objective.yaml', 'objective: weighted\nweights: [[1, 2, null], [~, 1, 0.5], [1, Null, 1]]'],
    [
      'w.objective.json',
      '{ "objective": "weighted", "weights": [[1, 2, null], [null, 1, 0.5], [1, null, 1]] }',
    ],
  ])('leave pairs out of every denominator by null: %s', (path, text) => {
    expect(parametersOf(text, path).weights?.value).toEqual([
      [1, 2, null],
      [null, 1, 0.5],
      [1, null, 1],
    ]);
  });

  it('take the labels that the project file binds', () => {
    const { project } = readProjectFile('data: [{ objectives: "**", labels: [0, 1, 3] }]');
    const text = 'objective: weighted\nweights: exp(-abs(y_i - y_j))';
    expect(read('w.objective.yaml', text, project).definitions[0].parameters.labels?.value).toHaveLength(3);
    const other = read('w.objective.yaml', 'objective: weighted\nweights: [[1, 0.5], [0.5, 1]]', project);
    expect(other.definitions[0].parameters.labels).toBeUndefined();
  });
});

const WRONG: readonly { name: string; text: string; left: 0 | 1 }[] = [
  {
    name: 'an unknown name',
    text: lines(
      'objective: weighted',
      'weights: exp(-abs(y_i - yj) / 0.3)',
      '                        ^^ invalid-value: `yj` is not known here. Did you mean `y_j`?',
    ),
    left: 0,
  },
  {
    name: 'an unknown name in quotes',
    text: lines(
      'objective: weighted',
      'weights: "expp(-abs(y_i - y_j))"',
      '          ^^^^ invalid-value: Did you mean `exp`?',
    ),
    left: 0,
  },
  {
    name: 'an expression that is not whole',
    text: lines(
      'objective: weighted',
      'weights: exp(-abs(y_i - y_j)',
      '                           ^ invalid-value: Close the parenthesis after `exp`.',
    ),
    left: 0,
  },
  {
    name: 'a vector for a weight',
    text: lines(
      'objective: weighted',
      'labels: [[1, 2], [3, 4]]',
      'weights: exp(y_i - y_j)',
      '         ^^^^^^^^^^^^^^ invalid-value: A weight is one number for a pair, but this gives 2.',
    ),
    left: 0,
  },
  {
    name: 'a component that the labels do not have',
    text: lines(
      'objective: weighted',
      'labels: [[1, 2], [3, 4]]',
      'weights: "exp(-abs(y_i[2] - y_j[2]))"',
      '                   ^^^^^^ invalid-value: a whole number from 0 to 1',
    ),
    left: 0,
  },
  {
    name: 'a negative weight',
    text: lines(
      'objective: weighted',
      'labels: [0, 0.25, 1]',
      'weights: 0.5 - abs(y_i - y_j)',
      '         ^^^^^^^^^^^^^^^^^^^^ invalid-value: The weight that anchor label 0 gives to label 1 is -0.5, below 0. Weights are',
    ),
    left: 0,
  },
  {
    name: 'a weight that is not a number',
    text: lines(
      'objective: weighted',
      'labels: [0, 1, 2]',
      'weights: log(y_i + y_j) + 10',
      '         ^^^^^^^^^^^^^^^^^^^ invalid-value: The weight of label 0 with itself is infinite.',
    ),
    left: 0,
  },
  {
    name: 'no weight above 0',
    text: lines(
      'objective: weighted',
      'labels: [0, 1, 2]',
      'weights: 0 * y_i',
      '         ^^^^^^^ invalid-value: Every weight is 0',
    ),
    left: 0,
  },
  {
    name: 'labels and features of another number',
    text: lines(
      'objective: weighted',
      'labels: [0, 1, 2]',
      'features: [[1, 0], [0, 1]]',
      'weights: (y_i == y_j) + exp(x_i @ x_j)',
      '         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-value: there are 3 labels and 2 rows of features',
    ),
    left: 0,
  },
  {
    name: 'labels beside a matrix',
    text: lines(
      'objective: weighted',
      'labels: [0, 1]',
      '        ^^^^^^ unknown-argument: `labels` has no effect: the weights are a matrix.',
      'weights: [[1, 0.5], [0.5, 1]]',
    ),
    left: 1,
  },
  {
    name: 'features that the expression does not look at',
    text: lines(
      'objective: weighted',
      'labels: [0, 1]',
      'features: [[1], [2]]',
      '          ^^^^^^^^^^ unknown-argument: the weights do not look at `x_i` and `x_j`',
      'weights: exp(-abs(y_i - y_j))',
    ),
    left: 1,
  },
  {
    name: 'class sizes beside an expression',
    text: lines(
      'objective: weighted',
      'labels: [0, 1]',
      'classes: [2, 3]',
      '         ^^^^^^ invalid-value: `classes` belongs to weights that are a matrix',
      'weights: exp(-abs(y_i - y_j))',
    ),
    left: 0,
  },
  {
    name: 'a matrix of nulls and zeros',
    text: lines(
      'objective: weighted',
      'weights: [[null, 0], [0, null]]',
      '          ^^^^^^^^^ invalid-value: No number in `weights` is above 0',
    ),
    left: 0,
  },
  {
    name: 'a null where only numbers have a meaning',
    text: lines(
      'objective: y-aware',
      'bandwidth: 1',
      'labels: [1, null]',
      '            ^^^^ invalid-value: Value 2 of `labels` is empty',
    ),
    left: 0,
  },
];

describe('wrong weights', () => {
  it.each(WRONG)('$name', ({ text: marked, left }) => {
    const { text, marks } = readCarets(marked);
    const { findings, definitions, broken } = read('w.objective.yaml', text);
    expectFindings(text, findings, marks);
    expect([definitions.length, broken.length]).toEqual([left, 1 - left]);
  });

  it('are marked as a whole where the text is folded over lines', () => {
    const text = 'objective: weighted\nweights: >-\n  expp(-abs(y_i\n  - y_j))';
    const { findings } = read('w.objective.yaml', text);
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('`exp`?')]);
    expect(text.slice(findings[0].span.start, findings[0].span.end)).toContain('expp(-abs(y_i\n  - y_j))');
  });
});

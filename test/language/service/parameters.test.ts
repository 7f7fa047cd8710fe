/** The values of an objective as short texts. */
import { expect, test } from 'vitest';
import { describeParameters } from '../../../src/language/parameters';
import type { Parameters } from '../../../src/objective/definition';
import { definitionOf, literal, unresolved } from '../explanation/samples';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, k) => ({ name: `c${k}`, count: 2 * k + 1 }));

test.each<[string, Partial<Parameters>, string]>([
  ['temperature', { temperature: literal(0.07) }, '0.07'],
  ['temperature', { temperature: unresolved('args.temp') }, 'not known (args.temp)'],
  ['temperature', { temperature: { value: null, origin: 'learned', span: null } }, 'not known'],
  ['views', {}, '2, tied'],
  ['views', { views: literal({ count: 4, tied: false }) }, '4, free'],
  ['balance', {}, 'none'],
  ['balance', { balance: literal({ anchors: true, denominators: true }) }, 'anchors and denominators'],
  [
    'classes',
    {
      classes: literal([
        { name: 'cat', count: 60 },
        { name: 'dog', count: 6 },
      ]),
    },
    'cat 60, dog 6',
  ],
  ['classes', { classes: literal(numbered(20)) }, '20 classes of 1 to 39 samples'],
  ['labels', { labels: literal([[0], [0.5], [1]]) }, '0, 0.5, 1'],
  [
    'labels',
    { labels: literal(Array.from({ length: 1200 }, (_, k) => [k / 10])) },
    '1\u202f200 numbers, 0 to 119.9',
  ],
  [
    'labels',
    {
      labels: literal([
        [0, 1],
        [1, 2],
      ]),
    },
    '2 rows of 2 numbers',
  ],
  ['kernel', { kernel: literal('gaussian') }, 'gaussian'],
  ['kernel', { kernel: literal({ exponent: 1.5 }) }, 'exp(−u^1.5)'],
  ['bandwidth', { bandwidth: literal(0.3) }, '0.3'],
  ['bandwidth', { bandwidth: literal([0.3, 2]) }, '[0.3, 2]'],
  ['weight-temperature', { weightTemperature: literal(0.1) }, '0.1'],
  [
    'weights',
    {
      weights: literal([
        [1, 2],
        [2, 1],
      ]),
    },
    '2 × 2',
  ],
])('%s is %j', (name, parameters, value) => {
  const described = describeParameters(definitionOf('weighted', parameters));
  expect(described.find((one) => one.name === name)?.value).toBe(value);
});

test('only what the definition has, with its origin', () => {
  const config = { value: 128, origin: 'config objective-lens.yaml', span: null } as const;
  expect(
    describeParameters(definitionOf('supcon', { dimension: config })).map(({ name, origin }) => [
      name,
      origin,
    ]),
  ).toEqual([
    ['temperature', 'literal'],
    ['similarity', 'literal'],
    ['views', 'literal'],
    ['dimension', 'config objective-lens.yaml'],
    ['balance', 'literal'],
  ]);
});

/** What is said of one view, or free views, while other values are unknown. */
import { expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../support/definitions';

const AGES = { objective: 'y-aware', kernel: 'gaussian', bandwidth: 0.3, temperature: 0.1 } as const;
const FREE = { count: 2, tied: false };

test.each<[string, ObjectiveSketch, readonly string[]]>([
  [
    'labels, with free views',
    { ...AGES, labels: null, views: FREE },
    [
      'realizable if the labels lie on a sphere',
      'any labels reach the bound at a low enough temperature',
      'views',
    ],
  ],
  [
    'labels, with one view',
    { ...AGES, labels: null, views: 1 },
    ['with a single view any labels reach the bound', 'fewer than there are samples'],
  ],
  [
    'labels of a kernel that tied views never follow',
    { ...AGES, kernel: { exponent: 3 }, labels: null, views: FREE },
    ['with free views any labels reach the bound'],
  ],
  [
    'labels, compared by distance',
    { ...AGES, labels: null, views: FREE, similarity: 'negative-squared-euclidean' },
    ['realizable for any labels that are not all the same, given one dimension fewer than there are views'],
  ],
  [
    'labels of a compact kernel',
    { ...AGES, kernel: 'triangular', labels: null, views: 1 },
    ['degenerate (zero weights)'],
  ],
  [
    'features',
    { objective: 'x-clr', features: null, temperature: 0.2, weightTemperature: 0.1, views: FREE },
    ['realizable if the unit features lie on a sphere', 'any features reach the bound'],
  ],
  [
    'the number of views',
    { ...AGES, labels: [0, 0.2, 0.7], views: null },
    ['with two or more, inconsistent (not-spherical); with one, realizable'],
  ],
  [
    'the number of views of classes',
    { objective: 'supcon', classes: [3, 4], temperature: 0.1, views: null },
    ['with any number of views: degenerate (zero-weight)'],
  ],
  [
    'the bandwidth',
    { ...AGES, labels: [0, 0.2, 0.7], bandwidth: null, views: FREE },
    ['realizable iff the bandwidth is at least'],
  ],
])('%s', (_, written, parts) => {
  const { verdict, condition } = analyze(sketch(written));
  expect(verdict).toBe('conditional');
  for (const part of parts) expect(condition).toContain(part);
});

test('the smallest bandwidth of free views is where their verdict changes', () => {
  const written = { ...AGES, labels: [0, 0.2, 0.7], views: FREE } as const;
  const { condition } = analyze(sketch({ ...written, bandwidth: null }));
  const smallest = Number(/at least ([\d.]+)/.exec(condition!)![1]);
  expect(analyze(sketch({ ...written, bandwidth: smallest * 1.001 })).verdict).toBe('realizable');
  expect(analyze(sketch({ ...written, bandwidth: smallest * 0.999 })).reason).toBe('radius');
});

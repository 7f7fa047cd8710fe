/** The words for geometries that are known up to one number, and for views that a loss pulls apart. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import { judge } from '../../../src/language/rules/registry';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

const FREE = { count: 2, tied: false };
const EIGHT = {
  objective: 'y-aware',
  kernel: 'gaussian',
  labels: Array.from({ length: 8 }, (_, i) => i / 7),
  bandwidth: 0.3,
  temperature: 0.1,
} as const;

function told(written: ObjectiveSketch): { text: string; rules: string[] } {
  const definition = sketch(written);
  const analysis = analyze(definition);
  const explanation = explain(definition, analysis);
  const findings = judge({ definition, analysis, explanation, staleBecause: null });
  return { text: explanation.because.join('\n'), rules: findings.map(({ rule }) => rule) };
}

test.each<[string, ObjectiveSketch, readonly string[]]>([
  [
    'free views',
    { ...EIGHT, views: FREE },
    [
      'No view meets itself',
      'two views of a sample stand at a cosine from 0.11 to 0.95',
      '16 dimensions inside this range, 15 dimensions at either end',
      'at one point the views of a sample never reach the bound',
      'does not teach invariance',
    ],
  ],
  [
    'one view',
    { ...EIGHT, views: 1 },
    ['No sample meets itself', 'the pair asked to be closest stand at a cosine from 0.01 to 0.96'],
  ],
  [
    'a temperature above τ*',
    { ...EIGHT, views: FREE, temperature: 0.3 },
    ['whatever their common level', 'an eigenvalue of −0.56 or less', 'Up to τ* = 0.192'],
  ],
  [
    'distances',
    { ...EIGHT, views: 1, similarity: 'negative-squared-euclidean' },
    ['a distance of 0.106 or more', '1 dimension'],
  ],
  ['dot products', { ...EIGHT, views: 1, similarity: 'dot' }, ['norms are free as well', 'equal norms']],
  [
    'equal labels',
    { ...EIGHT, labels: [1, 1, 1], views: 1 },
    ['as good as an even spread', 'the objective teaches nothing'],
  ],
  [
    'more samples than are searched, in one view',
    {
      ...EIGHT,
      labels: Array.from({ length: 900 }, (_, i) => [Math.cos(i / 150), Math.sin(i / 150)]),
      bandwidth: 1,
      views: 1,
    },
    ['all similarities may also stand at another level'],
  ],
])('%s', (_, written, parts) => {
  const { text } = told(written);
  for (const part of parts) expect(text).toContain(part);
});

describe('view splitting', () => {
  const harmful = { ...EIGHT, labels: [0, 0.5, 1], bandwidth: 0.5, temperature: 0.3 } as const;

  test('is told beside tied views that cannot reach the bound, where there is something to gain', () => {
    const { text, rules } = told(harmful);
    expect(text).toContain(
      'View splitting: the verdict takes the views of a sample to be one point. With 5 or more',
    );
    expect(rules).toEqual(['not-spherical', 'view-splitting']);
  });

  test('is no finding where the gap is too small to be noticed', () => {
    const { text, rules } = told(EIGHT);
    expect(text).toContain('View splitting');
    expect(rules).toEqual(['not-spherical']);
  });

  test('is not told in too few dimensions, nor where tied views reach the bound', () => {
    expect(told({ ...harmful, dimension: 3 }).text).not.toContain('View splitting');
    const circle = [
      [0.2, 0],
      [0, 0.2],
      [-0.2, 0],
    ];
    for (const views of [2, FREE])
      expect(told({ ...EIGHT, labels: circle, views }).text).not.toContain('View splitting');
  });
});

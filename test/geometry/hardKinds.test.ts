/** Hard numbers for library kinds and free distances: an answer or a reason, never NaN, at every similarity. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { SIMILARITIES } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

const w = (squared: number) => Math.exp(-squared / 2);
const ring = (unit: number) => [
  [1, w(unit), null, w(1.44 * unit)],
  [w(unit), 1, w(unit), null],
  [null, w(unit), 1, w(unit)],
  [w(1.44 * unit), null, w(unit), 1],
];

const HARD: readonly ObjectiveSketch[] = [
  { objective: 'clip', samples: 1 },
  { objective: 'clip', samples: 2 },
  { objective: 'clip', samples: 100_000 },
  { objective: 'decoupled', samples: 1 },
  { objective: 'decoupled', samples: 5 },
  { objective: 'decoupled', classes: [1, 1000, 1e9] },
  { objective: 'balanced-supcon', classes: [7] },
  { objective: 'balanced-supcon', classes: [1, 1000, 1e9] },
  { objective: 'balanced-supcon', classes: [1, 1], views: 1 },
  { objective: 'rank-n-contrast', labels: [1e6, 1e6 + 1e-3, 1e6 - 1e-3, 1e6] },
  { objective: 'rank-n-contrast', labels: [1], views: 1 },
  { objective: 'rank-n-contrast', labels: [1, 2], views: 1 },
  { objective: 'rank-n-contrast', labels: [3, 3, 3] },
  { objective: 'supcon', classes: [1, 1000, 1e9], positives: 'summed-positives' },
  { objective: 'weighted', weights: [[null]] },
  {
    objective: 'weighted',
    weights: [
      [1, null],
      [null, 1],
    ],
  },
  ...[1e-6, 1, 50, 1200].map((unit) => ({ objective: 'weighted' as const, weights: ring(unit) })),
];

describe.each(SIMILARITIES)('%s', (similarity) => {
  test.each([1e-3, 1, 1e3])('at the temperature %d', (temperature) => {
    for (const written of HARD) expectSound(analyze(sketch({ ...written, temperature, similarity })));
  });
});

test('nearly degenerate optima of low rank are certified all the same', () => {
  for (const classes of [
    [60, 6, 6],
    [50, 5, 5, 5],
    [500, 50, 5, 5, 5],
  ])
    for (const temperature of [0.1, 0.5, 1, 2]) {
      const { certifiedWithin } = analyze(sketch({ objective: 'balanced-supcon', classes, temperature }));
      expect(certifiedWithin!).toBeLessThan(1e-7);
    }
});

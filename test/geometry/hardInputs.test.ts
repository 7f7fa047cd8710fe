/** Inputs at the edges of double precision: a right answer or `undecided`, never NaN, never a hang. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { SIMILARITIES } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

function sound(written: ObjectiveSketch) {
  const analysis = analyze(sketch(written));
  expectSound(analysis);
  return analysis;
}

describe.each(SIMILARITIES)('%s', (similarity) => {
  const written: ObjectiveSketch[] = [1e-3, 0.1, 1e3].flatMap((temperature): ObjectiveSketch[] => [
    { objective: 'supcon', classes: [60, 6, 6], temperature },
    { objective: 'supcon', classes: [1e9, 1, 1e3, 1e3], temperature },
    { objective: 'soft-supcon', classes: [1e9, 1, 1e3], across: 1e-300, temperature },
    { objective: 'soft-supcon', classes: [5, 5, 2], across: 0.999, temperature },
    { objective: 'y-aware', labels: [0, 0.5, 0.5, 1], kernel: 'gaussian', bandwidth: 0.3, temperature },
    { objective: 'y-aware', labels: [0, 0.5, 0.5, 1], kernel: 'cosine', bandwidth: 0.7, temperature },
    {
      objective: 'y-aware',
      labels: [1e6 - 1e-3, 1e6, 1e6 + 1e-3],
      kernel: 'gaussian',
      bandwidth: 1,
      temperature,
    },
    { objective: 'y-aware', labels: [1, 1, 1], kernel: 'gaussian', bandwidth: 1, temperature },
    { objective: 'y-aware', labels: [1], kernel: 'gaussian', bandwidth: 1, temperature },
    { objective: 'y-aware', labels: [1, 2], kernel: 'laplacian', bandwidth: 1e-6, temperature },
    { objective: 'y-aware', labels: [0, 1, 3], kernel: { exponent: 0.1 }, bandwidth: 1, temperature },
    { objective: 'y-aware', labels: [0, 1, 3], kernel: { exponent: 8 }, bandwidth: 0.5, temperature },
    { objective: 'info-nce', samples: 1, temperature },
    { objective: 'info-nce', samples: 2, temperature },
    {
      objective: 'x-clr',
      features: [
        [1, 0],
        [1, 0],
        [-1, 0],
      ],
      weightTemperature: 1e-3,
      temperature,
    },
    {
      objective: 'weighted',
      weights: [
        [1, 1e-300],
        [1e-300, 1],
      ],
      temperature,
    },
    {
      objective: 'weighted',
      weights: [
        [1, 1e-300, 0.5],
        [1e-200, 1, 1],
        [1, 1e-100, 1e-300],
      ],
      temperature,
    },
    { objective: 'weighted', weights: [[1]], temperature },
    { objective: 'weighted', weights: [[0]], temperature },
    {
      objective: 'weighted',
      weights: [
        [0, 0],
        [0, 0],
      ],
      temperature,
    },
    {
      objective: 'weighted',
      weights: [
        [1, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
      ],
      temperature,
    },
  ]);
  for (const [index, one] of written.entries())
    test(`${index}: ${one.objective} at ${one.temperature}`, () => {
      for (const dimension of [null, 1, 2]) sound({ ...one, similarity, dimension });
    });
});

test('labels a thousandth around a million are on no sphere, or too close to tell', () => {
  const labels = [1e6 - 1e-3, 1e6, 1e6 + 1e-3];
  const far = sound({ objective: 'y-aware', labels, kernel: 'gaussian', bandwidth: 1e-3, temperature: 0.1 });
  expect(far.reason).toBe('not-spherical');
  const near = sound({ objective: 'y-aware', labels, kernel: 'gaussian', bandwidth: 1, temperature: 0.1 });
  expect([near.reason, near.verdict]).toContain(near.reason === null ? 'undecided' : 'not-spherical');
  const many = Array.from({ length: 100 }, (_, i) => 1e6 + (i - 50) * 4e-6);
  const nearer = sound({
    objective: 'y-aware',
    labels: many,
    kernel: 'gaussian',
    bandwidth: 50,
    temperature: 0.1,
  });
  expect(nearer.verdict).toBe('undecided');
  expect(nearer.undecidedBecause).toContain('double precision');
});

test('a cold SupCon comes as near to its bound as a double can tell', () => {
  const analysis = sound({ objective: 'supcon', classes: [60, 6, 6], temperature: 1e-3 });
  expect(analysis.gap).toBeLessThan(1e-20);
  expect(analysis.certifiedWithin).toBeLessThan(1e-12);
});

test('a hot SupCon keeps its cosines: the rare classes merge', () => {
  const analysis = sound({ objective: 'supcon', classes: [60, 6, 6], temperature: 1e3 });
  expect(analysis.certifiedWithin).toBeLessThan(1e-6);
  expect(analysis.similarities![1][2]).toBeGreaterThan(0.9);
});

/** Labels whose points lie on a sphere, though in directions as narrow as rounding: no verdict may call that no sphere. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { decideVerdict } from '../../../src/geometry/verdict/decideVerdict';
import { buildObjective, objectiveOf } from '../../../src/objective/buildObjective';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

const scattered = (count: number) => Array.from({ length: count }, (_, i) => 10 * Math.sin(i));

/** The verdict on all pairs, whatever their number. */
function decided(written: ObjectiveSketch) {
  const definition = sketch(written);
  const built = buildObjective(definition);
  if (built.kind === 'objective') return decideVerdict(built.objective);
  if (built.kind === 'too-large') return decideVerdict(objectiveOf(definition, built.pairs));
  throw new Error(built.kind);
}

describe.each([1.5, 1.9, 1.99])('exp(−u^%d)', (exponent) => {
  const written = (count: number) =>
    ({
      objective: 'y-aware',
      kernel: { exponent },
      labels: scattered(count),
      bandwidth: 0.3,
      temperature: 1e-6,
    }) as const;

  test('of distinct labels has a sphere, whose radius grows with the labels', () => {
    let smaller = Number.POSITIVE_INFINITY;
    for (const count of [8, 50, 119, 121, 300]) {
      const { verdict, temperatureLimit } = decided(written(count));
      expect([count, verdict]).toEqual([count, 'realizable']);
      // More points have no smaller sphere; coarser directions may move its sixth digit.
      expect(temperatureLimit).toBeLessThanOrEqual(smaller * (1 + 1e-5));
      smaller = temperatureLimit!;
      expect(decided({ ...written(count), temperature: 1.001 * smaller }).reason).toBe('radius');
    }
  });

  test('is reached by dot products, of whatever norms that takes', () => {
    for (const count of [8, 50, 119, 121, 300])
      expect([count, decided({ ...written(count), similarity: 'dot' }).verdict]).toEqual([
        count,
        'realizable',
      ]);
    const { similarities } = analyze(sketch({ ...written(50), similarity: 'dot' }));
    expect(similarities!.flat().every(Number.isFinite)).toBe(true);
  });
});

test('a thousand labels under exp(−u^1.5) are realizable up to their τ*', () => {
  const labels = scattered(1000);
  const written = { objective: 'y-aware', kernel: { exponent: 1.5 }, labels, bandwidth: 0.3 } as const;
  const { verdict, temperatureLimit } = decided({ ...written, temperature: 0.001 });
  expect(verdict).toBe('realizable');
  expect(temperatureLimit).toBeCloseTo(0.00280261, 7);
});

test.each(['cosine', 'dot'] as const)(
  'the Gaussian kernel has none by %s, from any number of scalar labels',
  (similarity) => {
    for (const count of [3, 8, 50, 119, 121, 300])
      for (const temperature of [1e-6, 0.1])
        expect(
          decided({
            objective: 'y-aware',
            kernel: 'gaussian',
            labels: scattered(count),
            bandwidth: 0.3,
            temperature,
            similarity,
          }).reason,
        ).toBe(similarity === 'dot' ? 'unbounded' : 'not-spherical');
  },
);

test.each([1e-3, 1e-4, 1e-5])('three labels %d off a line lie on a circle, however large', (off) => {
  const labels = [
    [0, 0],
    [1, off],
    [2, 0],
  ];
  const written = {
    objective: 'y-aware',
    kernel: 'gaussian',
    labels,
    bandwidth: 1,
    temperature: 0.1,
  } as const;
  const { reason, temperatureLimit } = decided(written);
  expect(reason).toBe('radius');
  const radius = (1 + off ** 2) / (2 * off);
  expect(temperatureLimit! * radius ** 2).toBeCloseTo(1, 2);
});

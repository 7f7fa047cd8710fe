/** Closed forms of class objectives, and where they stop to hold. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

describe('SupCon', () => {
  test.each([2, 3, 10, 200, 5000])('with %i classes of one size is the regular simplex', (count) => {
    const temperature = 0.3;
    const analysis = analyze(sketch({ objective: 'supcon', classes: new Array(count).fill(7), temperature }));
    const across = Math.exp((-1 / (count - 1) - 1) / temperature);
    // log(13 + 14 (K − 1) e^{(s − 1)/τ}) for 7 samples in two views.
    expect(analysis.minimum).toBeCloseTo(Math.log(13 + 14 * (count - 1) * across), 9);
    expect(analysis.rank).toBe(count - 1);
    expectSound(analysis);
  });

  test('is one point for a single class', () => {
    const analysis = analyze(sketch({ objective: 'supcon', classes: [5], temperature: 0.1 }));
    expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'total-collapse', gap: 0 });
    expectSound(analysis);
  });
});

describe('Soft SupCon', () => {
  const classes = [6, 3, 1, 2];
  /** τ log(1/ε) against K/(K − 1) = 4/3: ε = exp(−4/(3τ)) is the threshold. */
  const threshold = (temperature: number) => Math.exp(-4 / (3 * temperature));
  test.each([
    { name: 'above', factor: 1 + 1e-6, verdict: 'realizable', reason: 'exact', rank: 4 },
    { name: 'on', factor: 1, verdict: 'realizable', reason: 'exact', rank: 3 },
    { name: 'below', factor: 1 - 1e-6, verdict: 'inconsistent', reason: 'radius', rank: 3 },
  ])('$name its threshold is $verdict', ({ factor, verdict, reason, rank }) => {
    const across = threshold(0.5) * factor;
    const analysis = analyze(sketch({ objective: 'soft-supcon', classes, across, temperature: 0.5 }));
    expect(analysis).toMatchObject({ verdict, reason });
    expect(analysis.rank).toBe(rank);
  });

  test('has the target cosine 1 − τ log(1/ε), whatever the class sizes', () => {
    const { similarities, temperatureLimit } = analyze(
      sketch({ objective: 'soft-supcon', classes, across: 0.01, temperature: 0.1 }),
    );
    expect(similarities![0][1]).toBeCloseTo(1 - 0.1 * Math.log(100), 12);
    expect(similarities![2][3]).toBeCloseTo(1 - 0.1 * Math.log(100), 12);
    expect(temperatureLimit).toBeCloseTo(4 / 3 / Math.log(100), 12);
  });

  test('without enough dimensions is inconsistent by those', () => {
    const written = { objective: 'soft-supcon', classes, across: 0.1, temperature: 0.5 } as const;
    expect(analyze(sketch({ ...written, dimension: 4 }))).toMatchObject({ verdict: 'realizable' });
    const short = analyze(sketch({ ...written, dimension: 3 }));
    expect(short).toMatchObject({ reason: 'dimension', method: 'local-search', certifiedWithin: null });
    expect(short.proof).toEqual({ kind: 'dimension', needed: 4, given: 3 });
    expect(short.gap).toBeGreaterThan(1e-6);
  });
});

describe('class objectives in spaces without a sphere', () => {
  test.each(['negative-squared-euclidean', 'negative-euclidean', 'dot'] as const)(
    'SupCon by %s grows without limit',
    (similarity) => {
      const analysis = analyze(
        sketch({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5, similarity }),
      );
      expect(analysis).toMatchObject({
        verdict: 'degenerate',
        reason: 'unbounded',
        method: 'bound-approached',
        gap: 0,
      });
      expectSound(analysis);
    },
  );

  test.each(['negative-squared-euclidean', 'negative-euclidean', 'dot'] as const)(
    'Soft SupCon by %s is a simplex',
    (similarity) => {
      const analysis = analyze(
        sketch({ objective: 'soft-supcon', classes: [6, 3, 3], across: 0.01, temperature: 2, similarity }),
      );
      expect(analysis).toMatchObject({ verdict: 'realizable', rank: 2 });
    },
  );

  test('one dimension is too few for the dot products of three classes to grow apart', () => {
    const written = { objective: 'supcon', classes: [6, 3, 3], temperature: 0.5, similarity: 'dot' } as const;
    expect(analyze(sketch({ ...written, dimension: 2 })).reason).toBe('unbounded');
    expect(analyze(sketch({ ...written, dimension: 1 })).reason).toBe('zero-weight');
  });
});

/** What is known of class objectives: minima of the published SupCon loss, and closed forms. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

/** Checked by direct minimisation of the loss code that its authors published, two views, all samples in a batch. */
const published = [
  { sizes: [20, 20, 20], temperature: 0.5, minimum: 3.760803885, cosines: { '0-1': -0.5, '1-2': -0.5 } },
  { sizes: [60, 6, 6], temperature: 0.5, minimum: 4.456067449, cosines: { '0-1': -0.7047, '1-2': -0.00679 } },
  { sizes: [60, 6, 6], temperature: 0.1, minimum: 4.38225265, cosines: { '0-1': -0.55155, '1-2': -0.39158 } },
  {
    sizes: [40, 20, 4],
    temperature: 0.5,
    minimum: 4.080131462,
    cosines: { '0-1': -0.73969, '0-2': -0.47425, '1-2': -0.24166 },
  },
  {
    sizes: [50, 5, 5, 5],
    temperature: 0.5,
    minimum: 4.183979773,
    cosines: { '0-1': -0.58475, '1-2': 0.0129 },
  },
  {
    sizes: [100, 100, 1, 1],
    temperature: 0.5,
    minimum: 5.299851206,
    cosines: { '0-1': -0.9589, '0-2': -0.14145, '2-3': 0.94714 },
  },
];

describe('SupCon', () => {
  test.each(published)('with sizes $sizes at $temperature', ({ sizes, temperature, minimum, cosines }) => {
    const analysis = analyze(sketch({ objective: 'supcon', classes: sizes, temperature }));
    expectSound(analysis);
    expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight', method: 'certified' });
    expect(Math.abs(analysis.minimum! - minimum)).toBeLessThan(1e-8);
    expect(analysis.certifiedWithin).toBeLessThan(1e-7);
    for (const [pair, cosine] of Object.entries(cosines)) {
      const [i, j] = pair.split('-').map(Number);
      expect(Math.abs(analysis.similarities![i][j] - cosine)).toBeLessThan(2e-5);
    }
  });

  test.each([
    { balance: { anchors: false, denominators: true }, headTail: -0.7104, tailTail: 0.0093 },
    { balance: { anchors: true, denominators: false }, headTail: -0.692, tailTail: -0.043 },
    { balance: { anchors: true, denominators: true }, headTail: -0.5, tailTail: -0.5 },
  ])(
    'is a simplex only with anchors and denominators balanced: $balance',
    ({ balance, headTail, tailTail }) => {
      const { similarities } = analyze(
        sketch({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5, balance }),
      );
      expect(similarities![0][1]).toBeCloseTo(headTail, 3);
      expect(similarities![1][2]).toBeCloseTo(tailTail, 3);
    },
  );

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

/** Verdicts by a factorisation agree with those by eigenvalues, on every kind of target distances. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factoredSphere } from '../../../src/geometry/verdict/affineFit';
import { factoredGram } from '../../../src/geometry/verdict/factoredGram';
import { groupedGram, isEuclidean, nearestSphere } from '../../../src/geometry/verdict/groupedGram';
import { noise } from '../../support/noise';

const NOISE = 1e-15;

interface Case {
  readonly size: number;
  readonly seed: number;
  readonly columns: number;
  readonly exponent: number;
  readonly onSphere: boolean;
  readonly grouped: boolean;
}

const cases = fc.record<Case>({
  size: fc.integer({ min: 2, max: 60 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
  columns: fc.integer({ min: 1, max: 5 }),
  exponent: fc.constantFrom(1, 1.5, 2, 2.5, 4),
  onSphere: fc.boolean(),
  grouped: fc.boolean(),
});

/** ‖y_i − y_j‖^α of points that are no nearer than noise can be told from, and groups of items at equal distances. */
function distancesOf({ size, seed, columns, exponent, onSphere, grouped }: Case) {
  const all = noise(size * columns, seed);
  const points = Array.from({ length: size }, (_, i) => {
    const row = all.slice(i * columns, (i + 1) * columns);
    const norm = Math.hypot(...row);
    return onSphere && columns > 1 ? row.map((x) => x / norm) : row.map((x) => x + i);
  });
  const distances = points.map((a, g) =>
    Float64Array.from(points, (b, h) => (g === h ? 0 : Math.hypot(...a.map((x, k) => x - b[k])) ** exponent)),
  );
  const counts = points.map((_, g) => (grouped && g % 3 === 0 ? 2 + (g % 4) : 1));
  if (grouped) for (const [g, row] of distances.entries()) row[g] = counts[g] > 1 ? 1e-3 : 0;
  return { distances, counts };
}

describe('a factorisation', () => {
  test('tells rank, sphere and impossibility as eigenvalues do', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { distances, counts } = distancesOf(drawn);
        const exact = groupedGram(distances, counts, NOISE);
        const factored = factoredGram(distances, counts, NOISE);
        const isClear =
          Math.abs(exact.smallest) < 1e-12 * exact.largest || exact.smallest < -1e-6 * exact.largest;
        if (isClear) expect(isEuclidean(factored, NOISE)).toBe(isEuclidean(exact, NOISE));
        if (!isEuclidean(exact, NOISE)) {
          expect(factored.smallest).toBeGreaterThanOrEqual(exact.smallest * (1 + 1e-9));
          return;
        }
        expect(factored.rank).toBe(exact.rank);
        const [one, other] = [nearestSphere(exact), factoredSphere(factored)];
        expect(other.residual > 2e-6).toBe(one.residual > 2e-6);
        if (one.residual <= 2e-6) expect(other.radiusSquared / one.radiusSquared).toBeCloseTo(1, 6);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test('convicts by a direction that sums to zero over the items', () => {
    const { distances, counts } = distancesOf({
      size: 50,
      seed: 5,
      columns: 2,
      exponent: 4,
      onSphere: false,
      grouped: true,
    });
    const { negative, smallest } = factoredGram(distances, counts, NOISE);
    const x = negative!.map((entry, g) => entry / Math.sqrt(counts[g]));
    expect(counts.reduce((sum, n, g) => sum + n * x[g], 0)).toBeCloseTo(0, 10);
    let value = 0;
    for (const [g, row] of distances.entries())
      for (const [h, d] of row.entries())
        value += d * x[g] * x[h] * counts[g] * (g === h ? counts[g] - 1 : counts[h]);
    expect(value).toBeGreaterThan(0);
    expect(value / (-2 * smallest)).toBeCloseTo(1, 8);
  });
});

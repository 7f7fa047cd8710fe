/** Pictures of many points: what is found without their whole matrix is what the whole matrix gives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { leadingEigen } from '../../src/geometry/linalg/leadingEigen';
import { symmetricEigen } from '../../src/geometry/linalg/symmetricEigen';
import { type Prediction, predictedSimilarity } from '../../src/geometry/optimum/prediction';
import { drawnCells } from '../../src/geometry/picture/drawnCells';
import { centredGram } from '../../src/geometry/picture/drawnGram';
import { evenShare } from '../../src/geometry/picture/evenShare';
import { pairSummaries } from '../../src/geometry/picture/pairSummaries';
import { principalAxes } from '../../src/geometry/picture/principalAxes';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { noise } from '../support/noise';

/** Points of 12 kinds in a plane, `each` of a kind; those of a kind are `apart` in a dimension of their own. */
function planar(each: number, similarity: 'dot' | 'negative-squared-euclidean', apart = 0.05): Prediction {
  const places = Array.from({ length: 12 }, (_, k) => noise(2, k + 1).map((x) => 2 * x - 1));
  const inner = (a: Float64Array, b: Float64Array) => a[0] * b[0] + a[1] * b[1];
  const squared = (a: Float64Array, b: Float64Array) => inner(a, a) + inner(b, b) - 2 * inner(a, b);
  const isDot = similarity === 'dot';
  return {
    cellOf: Array.from({ length: 12 * each }, (_, i) => i % 12),
    counts: places.map(() => each),
    own: Float64Array.from(places, (a) => (isDot ? inner(a, a) + apart : 0)),
    pairs: places.map((a) =>
      Float64Array.from(places, (b) => {
        if (isDot) return inner(a, b);
        return -squared(a, b) - 2 * apart;
      }),
    ),
  };
}

const table = (drawn: Prediction) =>
  drawn.cellOf.map((_, i) => drawn.cellOf.map((_point, j) => predictedSimilarity(drawn, i, j)));

describe.each(['dot', 'negative-squared-euclidean'] as const)('four hundred points by %s', (similarity) => {
  const drawn = planar(34, similarity);
  const axes = principalAxes(drawn, similarity);
  const whole = symmetricEigen(centredGram(table(drawn), similarity));

  test('have the eigenvalues of the whole matrix', () => {
    expect(axes.eigenvalues).toHaveLength(408);
    for (const [k, value] of axes.eigenvalues.entries()) expect(value).toBeCloseTo(whole.values[k], 8);
  });

  test('are drawn on its first axes', () => {
    for (const axis of [0, 1] as const) {
      const length = axes.coordinates.reduce((sum, point) => sum + point[axis] ** 2, 0);
      expect(length / whole.values[axis]).toBeCloseTo(1, 8);
      const along = axes.coordinates.reduce((sum, point, i) => sum + point[axis] * whole.vectors[axis][i], 0);
      expect(Math.abs(along) / Math.sqrt(whole.values[axis])).toBeCloseTo(1, 6);
    }
  });

  test('and tell the share that three axes hold', () => {
    const total = whole.values.reduce((sum, value) => sum + Math.max(0, value), 0);
    const held = whole.values[0] + whole.values[1] + whole.values[2];
    expect(axes.explained).toBeCloseTo(held / total, 6);
  });
});

describe('leadingEigen', () => {
  test('finds equal eigenvalues apart', () => {
    const multiply = (x: Float64Array) => x.map((value, i) => (i < 3 ? 2 : 1 / (i + 1)) * value);
    const { values, vectors, residuals } = leadingEigen(60, multiply);
    expect(values.slice(0, 3).map((value) => Number(value.toFixed(9)))).toEqual([2, 2, 2]);
    expect(Math.max(...residuals.slice(0, 3))).toBeLessThan(1e-8);
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ])
      expect(Math.abs(vectors[a].reduce((sum, x, i) => sum + x * vectors[b][i], 0))).toBeLessThan(1e-9);
  });

  test('of nothing is nothing', () => {
    const { values } = leadingEigen(20, (x) => x.map(() => 0));
    expect(Math.max(...values)).toBe(0);
  });
});

describe('evenShare', () => {
  test('gives every kind its share, in the order of the things', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 80 }),
        fc.integer({ min: 2, max: 60 }),
        (kinds, limit) => {
          const chosen = evenShare(kinds, limit);
          expect(chosen.length).toBeLessThanOrEqual(limit);
          expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
          const all = new Set(kinds);
          if (all.size <= limit) expect(new Set(chosen.map((index) => kinds[index]))).toEqual(all);
          const left = limit - chosen.length;
          // What is left of the limit is less than one more for each kind that has more.
          const short = [...all].filter(
            (kind) =>
              chosen.filter((index) => kinds[index] === kind).length <
              kinds.filter((other) => other === kind).length,
          );
          if (short.length > 0 && all.size <= limit) expect(left).toBeLessThan(short.length);
        },
      ),
      { seed: 11 },
    );
  });
});

describe('pairSummaries', () => {
  const drawn = planar(34, 'dot');
  const similarities = table(drawn);
  const { rows, rowOf, within, nearest } = pairSummaries(drawn);

  test('every point is shown by a row that has its similarities', () => {
    expect(rows.length).toBeLessThanOrEqual(200);
    for (const [point, row] of rowOf.entries()) {
      const shown = rows[row as number];
      for (let other = 0; other < similarities.length; other++)
        if (other !== point && other !== shown)
          expect(similarities[point][other]).toBe(similarities[shown][other]);
    }
    for (const [row, similarity] of within.entries())
      expect(similarity).toBe(similarities[rows[row]][(rows[row] + 12) % similarities.length]);
  });

  test('the nearest is the nearest of all', () => {
    for (const [point, near] of nearest.entries()) {
      const others = similarities[point].filter((_, other) => other !== point);
      expect(near?.[1]).toBe(Math.max(...others));
      expect(near?.[0]).not.toBe(point);
      expect(similarities[point][near?.[0] as number]).toBe(near?.[1]);
    }
  });

  test('cells of which no point is drawn are left out', () => {
    const some = drawnCells(drawn, [3, 15, 7]);
    expect(some.cellOf).toEqual([0, 0, 1]);
    expect(some.counts).toEqual([2, 1]);
    expect(some.pairs[0][1]).toBe(drawn.pairs[3][7]);
  });
});

describe('analyses of many points', () => {
  const labels = Array.from({ length: 1200 }, (_, i) => {
    const angle = (3 * i) / 1200;
    return [0.9 * Math.cos(angle), 0.9 * Math.sin(angle)];
  });
  const cases: (ObjectiveSketch & { name: string; points: number })[] = [
    {
      name: 'labels',
      objective: 'y-aware',
      labels,
      kernel: 'gaussian',
      bandwidth: 0.3,
      temperature: 0.1,
      points: 1200,
    },
    { name: 'samples', objective: 'info-nce', samples: 3000, temperature: 0.2, points: 2000 },
    {
      name: 'classes',
      objective: 'supcon',
      classes: Array.from({ length: 1000 }, (_, i) => 10 + (i % 30)),
      temperature: 0.1,
      points: 1000,
    },
  ];
  test.each(cases)('of $name are small enough to be sent', ({ points, ...written }) => {
    const analysis = analyze(sketch(written));
    expectSound(analysis);
    expect(analysis.geometry?.points).toHaveLength(points);
    expect(analysis.geometry?.rows.length).toBeGreaterThan(150);
    expect(analysis.geometry?.rows.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(analysis.geometry).length).toBeLessThan(2_500_000);
  });
});

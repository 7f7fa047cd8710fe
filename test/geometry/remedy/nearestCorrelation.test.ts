/** The nearest correlation matrix, judged by the conditions that only the nearest one satisfies. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestEigenvalue } from '../../../src/geometry/linalg/symmetricEigen';
import { type NearestCorrelation, nearestCorrelation } from '../../../src/geometry/remedy/nearestCorrelation';
import { noise } from '../../support/noise';

type Rows = readonly ArrayLike<number>[];

/** X ⪰ 0, diag X = 1, Z = X − A − diag y ⪰ 0, ⟨Z, X⟩ = 0: by convexity no other matrix is as near. */
function expectOptimal(wish: Rows, { matrix, multiplier }: NearestCorrelation, tolerance: number): void {
  const dual = matrix.map((row, i) =>
    Float64Array.from(row, (x, j) => x - (wish[i][j] + wish[j][i]) / 2 - (i === j ? multiplier[i] : 0)),
  );
  for (const [i, row] of matrix.entries()) expect(row[i]).toBe(1);
  expect(smallestEigenvalue(matrix)).toBeGreaterThan(-tolerance);
  expect(smallestEigenvalue(dual)).toBeGreaterThan(-tolerance);
  const product = dual.reduce((sum, row, i) => sum + row.reduce((s, z, j) => s + z * matrix[i][j], 0), 0);
  expect(Math.abs(product)).toBeLessThan(tolerance * wish.length);
}

const scattered = (size: number, seed: number): number[][] => {
  const entries = noise(size * size, seed);
  const rows = Array.from({ length: size }, (_, i) => [...entries.slice(i * size, (i + 1) * size)]);
  return rows.map((row, i) => row.map((x, j) => (i === j ? 1 : (x + rows[j][i]) / 2)));
};

describe('optimality', () => {
  test.each([1, 2, 3, 5, 12, 40, 100])('of %d rows', (size) => {
    const wish = scattered(size, size);
    const found = nearestCorrelation(wish);
    expect(found.stoppedEarly).toBe(false);
    expect(found.iterations).toBeLessThan(25);
    expectOptimal(wish, found, 1e-9);
  });

  test('of random wishes of any scale and diagonal', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const wishes = fc
      .integer({ min: 1, max: 7 })
      .chain((n) =>
        fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(wishes, (wish) => {
        const found = nearestCorrelation(wish);
        expect(found.stoppedEarly).toBe(false);
        expectOptimal(wish, found, 1e-8);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe('known answers', () => {
  test('a correlation matrix stays what it is', () => {
    const wish = [
      [1, 0.5, 0.25],
      [0.5, 1, 0.5],
      [0.25, 0.5, 1],
    ];
    const { matrix, iterations } = nearestCorrelation(wish);
    expect(iterations).toBe(0);
    for (const [i, row] of matrix.entries())
      for (const [j, x] of row.entries()) expect(x).toBeCloseTo(wish[i][j], 14);
  });

  test('the three by three example of Higham', () => {
    const { matrix } = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    expect(matrix[0][1]).toBeCloseTo(0.7607, 4);
    expect(matrix[0][2]).toBeCloseTo(0.1573, 4);
    expect(matrix[1][2]).toBeCloseTo(0.7607, 4);
  });

  test('points pushed apart beyond the simplex become the simplex', () => {
    const wish = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => (i === j ? 1 : -0.7)),
    );
    const { matrix } = nearestCorrelation(wish);
    for (const [i, row] of matrix.entries())
      for (const [j, x] of row.entries()) expect(x).toBeCloseTo(i === j ? 1 : -0.2, 10);
  });
});

describe('limits', () => {
  test('a host that cannot wait gets a correlation matrix, and is told that it is not the nearest', () => {
    const wish = scattered(12, 3);
    const found = nearestCorrelation(wish, { isRaised: () => true });
    expect(found.stoppedEarly).toBe(true);
    expect(smallestEigenvalue(found.matrix)).toBeGreaterThan(-1e-12);
  });

  test('a wish that is not finite is refused', () => {
    expect(() =>
      nearestCorrelation([
        [1, Number.NaN],
        [Number.NaN, 1],
      ]),
    ).toThrow(RangeError);
  });
});

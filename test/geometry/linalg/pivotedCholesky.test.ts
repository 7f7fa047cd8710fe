/** The pivoted factorisation against its laws: factors multiply back, directions convict, and eigenvalues agree. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pivotedCholesky } from '../../../src/geometry/linalg/pivotedCholesky';
import {
  choleskyFactor,
  isPositiveDefinite,
  solveFactored,
} from '../../../src/geometry/linalg/positiveDefinite';
import { symmetricEigen } from '../../../src/geometry/linalg/symmetricEigen';
import { noise } from '../../support/noise';

const LIMITS = { floor: 1e-10, psd: 1e-10 };
const SIZE = { size: fc.integer({ min: 1, max: 40 }), seed: fc.integer({ min: 1, max: 1e6 }) };
const seeded = { seed: 7, numRuns: 60 };

const rowsOf = (size: number, width: number, seed: number) => {
  const all = noise(size * width, seed);
  return Array.from({ length: size }, (_, i) => all.slice(i * width, (i + 1) * width));
};
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, k) => sum + x * b[k], 0);
const gram = (rows: readonly Float64Array[]) => rows.map((a) => Float64Array.from(rows, (b) => dot(a, b)));
const quadratic = (matrix: readonly Float64Array[], x: Float64Array) =>
  matrix.reduce((sum, row, i) => sum + x[i] * dot(row, x), 0);

describe('the pivoted factorisation', () => {
  test('of products multiplies back, with their rank', () => {
    fc.assert(
      fc.property(fc.record({ ...SIZE, width: fc.integer({ min: 1, max: 12 }) }), ({ size, seed, width }) => {
        const matrix = gram(rowsOf(size, width, seed));
        const { rows, pivots, negative, isCutShort } = pivotedCholesky(matrix, LIMITS);
        expect([negative, isCutShort]).toEqual([null, false]);
        expect(pivots).toHaveLength(Math.min(size, width));
        for (const [i, row] of matrix.entries())
          for (const [j, entry] of row.entries()) expect(dot(rows[i], rows[j])).toBeCloseTo(entry, 9);
      }),
      seeded,
    );
  });

  test('of a matrix with a negative eigenvalue gives a direction that shows it', () => {
    fc.assert(
      fc.property(fc.record(SIZE), ({ size, seed }) => {
        const draft = rowsOf(size, size, seed);
        const matrix = draft.map((row, i) => row.map((x, j) => (x + draft[j][i]) / 2));
        const { values } = symmetricEigen(matrix);
        const { negative } = pivotedCholesky(matrix, LIMITS);
        if (values[size - 1] > 1e-6) expect(negative).toBeNull();
        if (values[size - 1] < -1e-6) {
          expect(negative!.value).toBeLessThan(0);
          expect(negative!.value).toBeGreaterThanOrEqual(values[size - 1] - 1e-12);
          expect(quadratic(matrix, negative!.x)).toBeCloseTo(negative!.value, 12);
          expect(dot(negative!.x, negative!.x)).toBeCloseTo(1, 12);
        }
      }),
      seeded,
    );
  });

  test.each<[string, number[][], boolean]>([
    [
      'zeros',
      [
        [0, 0],
        [0, 0],
      ],
      false,
    ],
    [
      'zeros on the diagonal only',
      [
        [0, 1],
        [1, 0],
      ],
      true,
    ],
    [
      'a zero diagonal beside a pivot',
      [
        [4, 2, 0],
        [2, 1, 1],
        [0, 1, 0],
      ],
      true,
    ],
    ['an entry below zero', [[-1]], true],
    ['one positive number', [[3]], false],
  ])('of %s', (_, rows, isNegative) => {
    const matrix = rows.map((row) => Float64Array.from(row));
    expect(pivotedCholesky(matrix, LIMITS).negative !== null).toBe(isNegative);
  });

  test('that is interrupted proves nothing', () => {
    let polls = 0;
    const interrupt = { isRaised: () => ++polls > 5 };
    const { isCutShort, pivots, negative } = pivotedCholesky(gram(rowsOf(20, 20, 3)), LIMITS, interrupt);
    expect([isCutShort, negative]).toEqual([true, null]);
    expect(pivots).toHaveLength(5);
  });
});

describe('the plain factorisation', () => {
  test('tells positive definite matrices, and solves with them', () => {
    fc.assert(
      fc.property(fc.record(SIZE), ({ size, seed }) => {
        const matrix = gram(rowsOf(size, size + 3, seed)).map((row, i) =>
          row.map((x, j) => x + (i === j ? 0.1 : 0)),
        );
        const factor = choleskyFactor(matrix)!;
        const b = noise(size, seed + 1);
        const x = solveFactored(factor, b);
        for (const [i, row] of matrix.entries()) expect(dot(row, x)).toBeCloseTo(b[i], 8);
        const { values } = symmetricEigen(matrix);
        const shifted = (by: number) => matrix.map((row, i) => row.map((y, j) => (i === j ? y - by : y)));
        const last = values[size - 1];
        expect(isPositiveDefinite(shifted(last * (1 - 1e-6)))).toBe(true);
        expect(isPositiveDefinite(shifted(last * (1 + 1e-6)))).toBe(false);
      }),
      seeded,
    );
  });
});

/** A design has the optimum that was wished for, or the nearest one, for every wish and every class size. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { smallestEigenvalue } from '../../../src/geometry/linalg/symmetricEigen';
import { arcWish } from '../../../src/geometry/remedy/design/arcWish';
import { confusionWish } from '../../../src/geometry/remedy/design/confusionWish';
import { type Design, designObjective } from '../../../src/geometry/remedy/design/designObjective';
import { hierarchyWish } from '../../../src/geometry/remedy/design/hierarchyWish';
import { nearestCorrelation } from '../../../src/geometry/remedy/nearestCorrelation';
import { noise } from '../../support/noise';
import { batchLoss } from './designedLoss';

const sized = (counts: readonly number[]) => counts.map((count, i) => ({ name: `class ${i}`, count }));

function design(
  similarities: readonly (readonly number[])[],
  temperature = 0.1,
  counts?: readonly number[],
): Design {
  const result = designObjective(
    { classes: sized(counts ?? similarities.map(() => 1)), similarities },
    temperature,
  );
  if (result.kind !== 'design') throw new Error(result.because);
  return result.design;
}

/** Realizable, at exactly the cosines that were told. */
function expectHad({ definition, cosines, rank }: Design): void {
  const analysis = analyze(definition);
  expect(analysis).toMatchObject({ verdict: 'realizable', gap: 0, rank });
  for (const [i, row] of analysis.similarities!.entries())
    for (const [j, s] of row.entries()) expect(Math.abs(s - cosines[i][j])).toBeLessThan(1e-9);
}

const PAIRS = hierarchyWish(
  [
    [0, 1],
    [2, 3, 4],
  ],
  [0.8, 0.2],
  5,
);

describe('wishes that points have are had exactly', () => {
  test.each<[string, number[][]]>([
    ['a hierarchy', PAIRS],
    ['an ordinal arc of a quarter circle', arcWish(5, 90)],
    ['an arc to the opposite', arcWish(7, 180)],
    [
      'the regular simplex',
      [
        [1, -0.5, -0.5],
        [-0.5, 1, -0.5],
        [-0.5, -0.5, 1],
      ],
    ],
    [
      'two opposites',
      [
        [1, -1],
        [-1, 1],
      ],
    ],
    [
      'two classes at one point, beside a third',
      [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      'right angles',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
  ])('%s', (_, wish) => {
    const made = design(wish, 0.2);
    expect(made.distance).toBeLessThan(1e-9);
    expect(made.stoppedEarly).toBe(false);
    expectHad(made);
  });

  test('of points drawn first, in any number of dimensions', () => {
    const coordinate = fc.integer({ min: -100, max: 100 }).map((x) => x / 50);
    const unitVectors = fc
      .integer({ min: 1, max: 4 })
      .chain((d) =>
        fc.array(fc.array(coordinate, { minLength: d, maxLength: d }), { minLength: 2, maxLength: 8 }),
      )
      .map((rows) => rows.filter((row) => Math.hypot(...row) > 0.1))
      .map((rows) => rows.map((row) => row.map((x) => x / Math.hypot(...row))))
      .filter((rows) => rows.length > 1);
    fc.assert(
      fc.property(unitVectors, fc.constantFrom(0.05, 0.2, 1), (rows, temperature) => {
        const wish = rows.map((a) =>
          rows.map((b) =>
            a === b
              ? 1
              : Math.max(
                  -1,
                  Math.min(
                    1,
                    a.reduce((sum, x, k) => sum + x * b[k], 0),
                  ),
                ),
          ),
        );
        if (wish.flat().every((s) => s > 1 - 1e-9)) return;
        const made = design(wish, temperature);
        expect(made.distance).toBeLessThan(1e-6);
        expectHad(made);
      }),
      { seed: 3, numRuns: 120 },
    );
  });
});

describe('wishes that no points have', () => {
  test('become the nearest that points have, for classes of any size', () => {
    for (let seed = 0; seed < 60; seed++) {
      const n = 2 + (seed % 9);
      const entries = noise(n * n, seed);
      const wish = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_unused, j) =>
          i === j ? 1 : entries[Math.min(i, j) * n + Math.max(i, j)],
        ),
      );
      const made = design(
        wish,
        [0.05, 0.3, 1][seed % 3],
        wish.map((_, i) => 1 + ((seed * 7 + i * 13) % 50)),
      );
      expectHad(made);
      expect(smallestEigenvalue(made.cosines)).toBeGreaterThan(-1e-12);
      const { matrix } = nearestCorrelation(wish);
      for (const [i, row] of made.cosines.entries())
        for (const [j, s] of row.entries()) expect(Math.abs(s - matrix[i][j])).toBeLessThan(1e-6);
    }
  });

  test('are told by their distance and by the pair that moved most', () => {
    const made = design([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    expect(made.largestChange.pair).toEqual([0, 2]);
    expect(made.largestChange.from).toBe(-0.9);
    const squared = [
      [0, 1, 0.9],
      [0, 2, -0.9],
      [1, 2, 0.9],
    ].reduce((sum, [i, j, wished]) => sum + 2 * (made.cosines[i][j] - wished) ** 2, 0);
    expect(made.distance).toBeCloseTo(Math.sqrt(squared), 12);
    expect(made.distance).toBeGreaterThan(0.1);
  });

  test('are refused where they teach nothing, or where the temperature is too low for a double', () => {
    const classes = sized([1, 1]);
    expect(
      designObjective(
        {
          classes,
          similarities: [
            [1, 1],
            [1, 1],
          ],
        },
        0.1,
      ),
    ).toMatchObject({ kind: 'refused' });
    const cold = designObjective(
      {
        classes,
        similarities: [
          [1, -1],
          [-1, 1],
        ],
      },
      0.002,
    );
    const least = Number(/at least ([\d.]+)/.exec(cold.kind === 'refused' ? cold.because : '')?.[1]);
    expect(
      designObjective(
        {
          classes,
          similarities: [
            [1, -1],
            [-1, 1],
          ],
        },
        least,
      ).kind,
    ).toBe('design');
  });
});

describe('the formulas of the targets', () => {
  test('a hierarchy counts levels from the root, so that uneven branches are no deeper than they are', () => {
    const wish = hierarchyWish([[[0, 1], 2], 3], [0.9, 0.5, -0.1], 4);
    expect(wish).toEqual([
      [1, 0.9, 0.5, -0.1],
      [0.9, 1, 0.5, -0.1],
      [0.5, 0.5, 1, -0.1],
      [-0.1, -0.1, -0.1, 1],
    ]);
  });

  test('a confusion matrix is compared by shares, so that the number of tests of a class does not matter', () => {
    const few = confusionWish([
      [80, 20, 0],
      [10, 90, 0],
      [0, 0, 50],
    ]);
    const many = confusionWish([
      [800, 200, 0],
      [10, 90, 0],
      [0, 0, 5],
    ]);
    expect(few).toEqual(many);
    if (!('wish' in few)) throw new Error('no wish');
    expect(few.wish[0][1]).toBeCloseTo((0.2 + 0.1) / (0.8 + 0.9), 15);
    expect(few.wish[0][2]).toBe(0);
    expect(
      confusionWish([
        [0, 3],
        [2, 0],
      ]),
    ).toEqual({ unrecognised: [0, 1] });
  });

  test('neighbours on an arc are the same angle apart', () => {
    const wish = arcWish(4, 90);
    expect(wish[0][3]).toBeCloseTo(0, 15);
    expect(wish[1][2]).toBeCloseTo(Math.cos(Math.PI / 6), 15);
  });
});

describe('the lines of PyTorch', () => {
  const counts = [4, 1, 3, 2, 1];
  const made = design(PAIRS, 0.2, counts);
  const classes = counts.flatMap((n, c) => Array.from({ length: 2 * n }, () => c));
  const { bound } = analyze(made.definition);

  test('reach the bound of the objective file where its classes stand', () => {
    const points = classPoints(made.cosines);
    const embeddings = classes.map((c) => points[c].map((x) => 3 * x));
    expect(batchLoss(embeddings, classes, made.cosines, 0.2)).toBeCloseTo(bound!, 10);
  });

  test('are above it anywhere else, and worst at one point', () => {
    for (let seed = 0; seed < 20; seed++) {
      const embeddings = classes.map((_, i) => [...noise(6, 100 * seed + i)]);
      expect(batchLoss(embeddings, classes, made.cosines, 0.2)).toBeGreaterThan(bound! + 1e-3);
    }
  });
});

/** Unit vectors with these cosines, by Cholesky's factorisation. */
function classPoints(cosines: readonly Float64Array[]): number[][] {
  const factor: number[][] = cosines.map((row) => Array.from(row, () => 0));
  for (const [i, row] of cosines.entries())
    for (let j = 0; j <= i; j++) {
      const rest = row[j] - factor[i].slice(0, j).reduce((sum, x, k) => sum + x * factor[j][k], 0);
      factor[i][j] = i === j ? Math.sqrt(Math.max(0, rest)) : rest / factor[j][j];
    }
  return factor;
}

/** What holds for every input: points drawn first are feasible, and symmetries of the problem change no answer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { SIMILARITIES } from '../../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { expectSound } from '../../support/finite';

const seeded = { seed: 20260513, numRuns: 60 };
const of = (written: ObjectiveSketch) => analyze(sketch(written));

const coordinate = fc.integer({ min: -1000, max: 1000 }).map((x) => x / 250);
const points = (dimension: number, least = 3) =>
  fc.uniqueArray(fc.array(coordinate, { minLength: dimension, maxLength: dimension }), {
    minLength: least,
    maxLength: 9,
    selector: (row) => row.join(),
  });
const directions = points(3).filter((rows) => rows.every((row) => Math.hypot(...row) > 0.1));
const temperatures = fc.constantFrom(0.05, 0.1, 0.3, 1);

const square = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0);
const unit = (row: readonly number[]) => row.map((x) => x / Math.hypot(...row));

describe('points drawn first', () => {
  test('on the unit sphere are realizable by cosine', () => {
    fc.assert(
      fc.property(directions, temperatures, (rows, temperature) => {
        const unique = [
          ...new Map(
            rows.map((row) => [
              unit(row)
                .map((x) => x.toFixed(9))
                .join(),
              unit(row),
            ]),
          ).values(),
        ];
        const weights = unique.map((a) => unique.map((b) => Math.exp(-square(a, b) / 2 / temperature)));
        const analysis = of({ objective: 'weighted', weights, temperature });
        if (unique.length === 1) return expect(analysis.reason).toBe('total-collapse');
        expect(analysis.verdict).toBe('realizable');
        expect(analysis.temperatureLimit).toBeGreaterThanOrEqual(temperature * (1 - 1e-8));
        for (const [i, row] of analysis.similarities!.entries())
          for (const [j, s] of row.entries())
            expect(Math.abs(s - (1 - square(unique[i], unique[j]) / 2))).toBeLessThan(1e-7);
      }),
      seeded,
    );
  });

  test('anywhere are realizable by negative squared distance, in as many dimensions as they span', () => {
    fc.assert(
      fc.property(points(2), temperatures, (labels, temperature) => {
        const written = {
          objective: 'y-aware',
          labels,
          kernel: 'gaussian',
          bandwidth: 1,
          temperature,
        } as const;
        const analysis = of({ ...written, similarity: 'negative-squared-euclidean', dimension: 2 });
        expect(analysis.verdict).toBe('realizable');
        expect(analysis.rank).toBeLessThanOrEqual(2);
      }),
      seeded,
    );
  });

  test('anywhere are realizable by negative distance under a laplacian kernel', () => {
    fc.assert(
      fc.property(points(2), temperatures, (labels, temperature) => {
        const written = {
          objective: 'y-aware',
          labels,
          kernel: 'laplacian',
          bandwidth: 1,
          temperature,
        } as const;
        expect(of({ ...written, similarity: 'negative-euclidean' }).verdict).toBe('realizable');
      }),
      seeded,
    );
  });
});

describe('a verdict does not change', () => {
  const labelled = fc.tuple(points(2), temperatures, fc.constantFrom('gaussian', 'laplacian', 'triangular'));
  const judge = (
    labels: readonly (readonly number[])[],
    temperature: number,
    kernel: string,
    bandwidth = 1,
  ) => {
    const analysis = of({
      objective: 'y-aware',
      labels,
      kernel: kernel as 'gaussian',
      bandwidth,
      temperature,
    });
    expectSound(analysis);
    return { verdict: analysis.verdict, reason: analysis.reason, limit: analysis.temperatureLimit };
  };
  const expectSame = (a: ReturnType<typeof judge>, b: ReturnType<typeof judge>) => {
    expect([b.verdict, b.reason]).toEqual([a.verdict, a.reason]);
    if (a.limit !== null) expect(b.limit! / a.limit).toBeCloseTo(1, 6);
  };
  const fewer = { ...seeded, numRuns: 30 };

  test('when samples are listed in another order', () => {
    fc.assert(
      fc.property(labelled, ([labels, temperature, kernel]) =>
        expectSame(judge(labels, temperature, kernel), judge([...labels].reverse(), temperature, kernel)),
      ),
      fewer,
    );
  });

  test('when labels are turned and moved', () => {
    fc.assert(
      fc.property(labelled, ([labels, temperature, kernel]) => {
        const moved = labels.map(([x, y]) => [0.6 * x - 0.8 * y + 3, 0.8 * x + 0.6 * y - 5]);
        expectSame(judge(labels, temperature, kernel), judge(moved, temperature, kernel));
      }),
      fewer,
    );
  });

  test('when labels and bandwidth are measured in another unit', () => {
    fc.assert(
      fc.property(labelled, ([labels, temperature, kernel]) => {
        const scaled = labels.map((row) => row.map((y) => y * 1024));
        expectSame(judge(labels, temperature, kernel), judge(scaled, temperature, kernel, 1024));
      }),
      fewer,
    );
  });
});

test('no minimum is below its bound, and all numbers are finite, whatever the weights and the similarity', () => {
  const weight = fc.oneof(fc.constantFrom(0, 1e-300, 1e-9, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  const matrix = fc
    .integer({ min: 1, max: 4 })
    .chain((size) =>
      fc.array(fc.array(weight, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
    );
  fc.assert(
    fc.property(
      matrix,
      fc.constantFrom(...SIMILARITIES),
      temperatures,
      (weights, similarity, temperature) => {
        const analysis = of({ objective: 'weighted', weights, similarity, temperature });
        expectSound(analysis);
        if (analysis.minimum !== null) expect(analysis.minimum).toBeGreaterThanOrEqual(analysis.bound!);
      },
    ),
    { ...seeded, numRuns: 150 },
  );
});

test('class sizes in any order give every class the same place', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(sizes, (classes) => {
      const one = of({ objective: 'supcon', classes, temperature: 0.4 });
      const other = of({ objective: 'supcon', classes: [...classes].reverse(), temperature: 0.4 });
      expectSound(one);
      expect(one.certifiedWithin).toBeLessThan(1e-6);
      expect(Math.abs(one.minimum! - other.minimum!)).toBeLessThan(1e-8);
    }),
    { ...seeded, numRuns: 30 },
  );
});

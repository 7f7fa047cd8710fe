/** What may not change an answer: the order of items, the unit of labels, and whether equal items are written as one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/geometry/analysis';
import { analyze } from '../../../src/geometry/analyze';
import { correlationMinimum } from '../../../src/geometry/optimum/correlationMinimum';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import type { WeightMatrix } from '../../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { RANDOM, SEED } from '../../support/randomObjectives';

const seeded = { seed: SEED, numRuns: 10 };
const judge = (written: ObjectiveSketch) => analyze(sketch(written));

/** Same verdict and numbers; minima as far as they are proved. */
function expectSame(one: Analysis, other: Analysis): void {
  expect([other.verdict, other.reason]).toEqual([one.verdict, one.reason]);
  if (one.bound !== null) expect(other.bound).toBeCloseTo(one.bound, 9);
  if (one.rank !== null && one.verdict === 'realizable') expect(other.rank).toBe(one.rank);
  if (one.temperatureLimit !== null) expect(other.temperatureLimit! / one.temperatureLimit).toBeCloseTo(1, 5);
  if (one.minimum === null || one.certifiedWithin === null) return;
  const within = one.certifiedWithin + other.certifiedWithin! + 1e-9;
  expect(Math.abs(one.minimum - other.minimum!)).toBeLessThanOrEqual(within);
}

const reversed = (matrix: WeightMatrix) => [...matrix].reverse().map((row) => [...row].reverse());

/** The same objective with its items in the opposite order. */
function reorder(written: ObjectiveSketch): ObjectiveSketch {
  const { classes, labels, features, weights } = written;
  return {
    ...written,
    ...(Array.isArray(classes) ? { classes: [...classes].reverse() } : {}),
    ...(labels ? { labels: [...labels].reverse() } : {}),
    ...(features ? { features: [...features].reverse() } : {}),
    ...(weights && !('expression' in weights) ? { weights: reversed(weights) } : {}),
  };
}

describe.each(Object.keys(RANDOM))('%s', (name) => {
  test('has the same answer in any order', () => {
    fc.assert(
      fc.property(RANDOM[name], (written) => expectSame(judge(written), judge(reorder(written)))),
      seeded,
    );
  });

  test('has the same minimum with every item by itself', () => {
    fc.assert(
      fc.property(RANDOM[name], (written) => {
        const tied = { ...written, similarity: 'cosine' } as const;
        const built = buildObjective(sketch(tied));
        if (built.kind !== 'objective' || tied.batch !== undefined) return;
        const { objective } = built;
        if (objective.anchorMass.every((mass) => mass === 0) || objective.severalSoftmaxes?.decoupled) return;
        const apart = pointsOf(
          objective,
          objective.counts.map(() => false),
          100,
        );
        if (apart === null) return;
        const merged = correlationMinimum(objective, tied.temperature!);
        const single = correlationMinimum(apart.objective, tied.temperature!);
        const within = Math.max(merged.certifiedWithin, single.certifiedWithin) + 1e-10;
        expect(Math.abs(merged.gap - single.gap)).toBeLessThanOrEqual(within);
        // No loss is below the bound, so that a gap is a proof as well.
        expect(Math.min(within, merged.gap + 1e-10)).toBeLessThan(1e-6);
      }),
      seeded,
    );
  });
});

describe.each(['y-aware', 'y-aware of two columns', 'batches of labels'])('%s', (name) => {
  test('has the same answer in any unit of the labels, with the bandwidth', () => {
    fc.assert(
      fc.property(RANDOM[name], fc.constantFrom(1 / 1024, 8, 4096), (written, unit) => {
        const { labels, bandwidth } = written;
        const scale = (x: number | readonly number[]) =>
          typeof x === 'number' ? unit * x : x.map((y) => unit * y);
        const scaled = { ...written, labels: labels!.map(scale), bandwidth: scale(bandwidth!) };
        expectSame(judge(written), judge(scaled));
      }),
      seeded,
    );
  });
});

test('of rankings the unit of the labels does not count at all', () => {
  fc.assert(
    fc.property(RANDOM['rank-n-contrast'], (written) => {
      const labels = written.labels!.map((y) => 1000 * (y as number));
      expectSame(judge(written), judge({ ...written, labels }));
    }),
    seeded,
  );
});

/** Optima of objectives whose views are free, where no embedding reaches the bound: over all members, with proof. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { localSearch } from '../../../src/geometry/optimum/localSearch';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { expectSound } from '../../support/finite';

const FREE = { count: 2, tied: false };

describe('labels above τ*', () => {
  const written: ObjectiveSketch = {
    objective: 'y-aware',
    kernel: 'gaussian',
    labels: [0, 0.2, 0.5, 0.6, 1],
    bandwidth: 0.3,
    temperature: 0.4,
    views: FREE,
  };
  const analysis = analyze(sketch(written));

  test('end at what a search among free points finds', () => {
    expect(analysis).toMatchObject({ verdict: 'inconsistent', reason: 'radius', method: 'certified' });
    expect(analysis.certifiedWithin).toBeLessThan(1e-6);
    const built = buildObjective(sketch(written));
    if (built.kind !== 'objective') throw new Error(built.kind);
    const found = localSearch(pointsOf(built.objective, [], 100)!.objective, 0.4, 10);
    expect(Math.abs(found.gap - analysis.gap!)).toBeLessThan(1e-7);
  });

  test('lie lower than with tied views, whose samples are fewer points', () => {
    const tied = analyze(sketch({ ...written, views: 2 }));
    expect(analysis.bound).toBeCloseTo(tied.bound!, 12);
    expect(analysis.gap).toBeLessThan(tied.gap!);
  });

  test('tell how far apart two views end', () => {
    const [low, high] = analysis.viewSimilarity!;
    const own = [0, 2, 4, 6, 8].map((view) => analysis.similarities![view][view + 1]);
    expect(low).toBe(Math.min(...own));
    expect(high).toBe(Math.max(...own));
    expect(high).toBeLessThan(1);
  });
});

describe('classes of free samples', () => {
  const bad: ObjectiveSketch = {
    objective: 'soft-supcon',
    classes: [12, 3, 2],
    across: 0.03,
    temperature: 0.5,
  };

  test('reach the bound if their prototypes do, and at the same temperature', () => {
    for (const temperature of [0.42, 0.5]) {
      const tied = analyze(sketch({ ...bad, temperature }));
      const free = analyze(sketch({ ...bad, temperature, views: FREE }));
      expect([free.verdict, free.reason]).toEqual([tied.verdict, tied.reason]);
      expect(free.temperatureLimit).toBe(tied.temperatureLimit);
    }
  });

  test('out of reach end no higher than prototypes, and where all members end when each is a point', () => {
    const free = analyze(sketch({ ...bad, views: FREE }));
    const tied = analyze(sketch(bad));
    expectSound(free);
    expect(free.method).toBe('certified');
    expect(free.certifiedWithin).toBeLessThan(1e-6);
    expect(free.gap).toBeLessThanOrEqual(tied.gap! + 1e-9);
    const classOf = (view: number) => (view < 24 ? 0 : view < 30 ? 1 : 2);
    const weights = Array.from({ length: 34 }, (_, i) =>
      Array.from({ length: 34 }, (_unused, j) => (classOf(i) === classOf(j) ? 1 : 0.03)),
    );
    const single = analyze(sketch({ objective: 'weighted', weights, temperature: 0.5, views: 1 }));
    expect(Math.abs(free.minimum! - single.minimum!)).toBeLessThan(1e-6);
    expect(Math.abs(free.similarities![0][1] - single.similarities![0][24])).toBeLessThan(1e-3);
  });

  test('of one sample in one view still know what coinciding is, from the others', () => {
    const written = { ...bad, classes: [6, 3, 1, 2], views: 1 } as const;
    expect(analyze(sketch({ ...written, across: 0.01, temperature: 0.1 })).verdict).toBe('realizable');
    // τ log(1/ε) ≤ K/(K − 1)
    const limit = 4 / (3 * Math.log(1 / 0.03));
    expect(analyze(sketch({ ...written, temperature: limit * 0.999 })).verdict).toBe('realizable');
    expect(analyze(sketch({ ...written, temperature: limit * 1.001 })).reason).toBe('radius');
  });

  test('that are asked to be less alike than classes are not decided', () => {
    expect(analyze(sketch({ ...bad, across: 2, views: FREE })).verdict).toBe('undecided');
  });
});

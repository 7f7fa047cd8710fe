/** One view, or free views: which levels of similarity reach the bound, checked by eigenvalues of all items. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Proof } from '../../../src/geometry/analysis';
import { analyze } from '../../../src/geometry/analyze';
import { localSearch } from '../../../src/geometry/optimum/localSearch';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import { entropicBound } from '../../../src/objective/softmaxes';
import { softmaxesOf } from '../../../src/objective/softmaxesOf';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { dense, denseLoss } from '../../support/denseObjective';
import { expectSound } from '../../support/finite';
import { cosinesAt, type FreeProblem, nearestCosines, smallest } from '../../support/freeLevel';

const seeded = { seed: 20260513, numRuns: 40 };
const evenly = (n: number) => Array.from({ length: n }, (_, i) => i / (n - 1));
const EIGHT: FreeProblem = { labels: evenly(8), bandwidth: 0.3, temperature: 0.1, views: 2 };

function written(
  { labels, bandwidth, temperature, views }: FreeProblem,
  more: Partial<ObjectiveSketch> = {},
) {
  return {
    objective: 'y-aware',
    kernel: 'gaussian',
    labels,
    bandwidth,
    temperature,
    views: { count: views, tied: false },
    ...more,
  } as const satisfies ObjectiveSketch;
}

const of = (problem: FreeProblem, more: Partial<ObjectiveSketch> = {}) =>
  analyze(sketch(written(problem, more)));

function freeRange(proof: Proof | null): [number, number] {
  if (proof?.kind !== 'free-constant') throw new Error(`${proof?.kind}`);
  return [proof.interval[0]!, proof.interval[1]!];
}

function objectiveOf(problem: FreeProblem) {
  const built = buildObjective(sketch(written(problem)));
  if (built.kind !== 'objective') throw new Error(built.kind);
  return built.objective;
}

describe('eight labels of two free views', () => {
  const [low, high] = freeRange(of(EIGHT).proof);
  const objective = objectiveOf(EIGHT);
  const gapAt = (level: number) =>
    denseLoss(dense(objective), nearestCosines(cosinesAt(EIGHT, level))) -
    entropicBound(softmaxesOf(objective));

  test('reach the bound with two views at cosine 0.13, and from 0.1122 to 0.9481', () => {
    expect(low).toBeCloseTo(0.112212, 6);
    expect(high).toBeCloseTo(0.948105, 6);
    const views = of(EIGHT).viewSimilarity!;
    expect(views[0]).toBeCloseTo(low, 12);
    expect(views[1]).toBeCloseTo(high, 12);
    for (const level of [low, 0.13, 0.5, high]) expect(Math.abs(gapAt(level))).toBeLessThan(1e-12);
  });

  test('do not reach it outside', () => {
    for (const level of [low - 0.05, high + 0.03, 1]) expect(gapAt(level)).toBeGreaterThan(1e-6);
  });

  test('are found there by a search in 32 dimensions, and not in 3', () => {
    const points = pointsOf(objective, [], 100)!;
    const wide = localSearch(points.objective, 0.1, 32);
    expect(wide.gap).toBeLessThan(1e-12);
    const narrow = localSearch(points.objective, 0.1, 3);
    expect(narrow.gap).toBeGreaterThan(1e-5);
    for (let view = 0; view < 16; view += 2) {
      const s = wide.similarities[view][view + 1];
      expect(s).toBeGreaterThan(low - 1e-5);
      expect(s).toBeLessThan(high + 1e-5);
    }
  });

  test.each([
    [undefined, 'realizable', 15, null],
    [16, 'realizable', 15, null],
    [15, 'realizable', 15, null],
    [14, 'inconsistent', null, { kind: 'dimension', needed: 15, given: 14 }],
  ])('in %s dimensions', (dimension, verdict, rank, proof) => {
    const analysis = of(EIGHT, dimension === undefined ? {} : { dimension });
    expect(analysis.verdict).toBe(verdict);
    if (rank !== null) expect(analysis.rank).toBe(rank);
    if (proof !== null) expect(analysis.proof).toEqual(proof);
  });

  test('show views as items and train them apart', () => {
    const { items, similarities, training } = of(EIGHT, { dimension: 32 });
    expect(items.slice(0, 3).map(({ name }) => name)).toEqual([
      '0 (view 1)',
      '0 (view 2)',
      '0.142857 (view 1)',
    ]);
    expect(similarities![0][1]).toBeCloseTo(low, 9);
    expect(training!.multiplicity[0]).toEqual([0, ...new Array<number>(15).fill(1)]);
    expect(training!.weights[0].reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  });
});

describe('the interval', () => {
  const labels = fc
    .array(
      fc.integer({ min: -40, max: 40 }).map((x) => x / 20),
      { minLength: 3, maxLength: 7 },
    )
    .filter((ys) => new Set(ys).size > 1);
  const problems = fc.record({
    labels,
    bandwidth: fc.constantFrom(0.4, 1, 2.5),
    temperature: fc.constant(1),
    views: fc.constantFrom(1, 2, 3),
  });
  /** The same at this share of its τ*. */
  const at = (problem: FreeProblem, share: number): FreeProblem => {
    const limit = of(problem, { temperature: null }).temperatureLimit!;
    return { ...problem, temperature: share * limit };
  };

  test('ends where an eigenvalue becomes 0; inside all are positive, outside one is negative', () => {
    fc.assert(
      fc.property(problems, (drawn) => {
        const problem = at(drawn, 0.6);
        const [low, high] = freeRange(of(problem).proof);
        const value = (level: number) => smallest(cosinesAt(problem, level));
        expect(Math.abs(value(low))).toBeLessThan(1e-9);
        expect(Math.abs(value(high))).toBeLessThan(1e-9);
        expect(value((low + high) / 2)).toBeGreaterThan(1e-6);
        expect(value(low - 1e-3)).toBeLessThan(-1e-9);
        if (high < 1) expect(value(high + 1e-3 * (1 - high))).toBeLessThan(1e-12);
      }),
      seeded,
    );
  });

  test('closes at τ*: just below it some level is left, just above none', () => {
    fc.assert(
      fc.property(problems, (drawn) => {
        const below = of(at(drawn, 1 - 1e-6));
        const above = of(at(drawn, 1 + 1e-6));
        expect(below.verdict).toBe('realizable');
        expect(above).toMatchObject({ verdict: 'inconsistent', reason: 'radius' });
        if (above.proof?.kind !== 'no-constant') throw new Error(`${above.proof?.kind}`);
        expect(above.proof.largest).toBeLessThan(0);
        expect(above.certifiedWithin).toBeLessThan(1e-6);
        const [low, high] = freeRange(below.proof);
        const levels = Array.from({ length: 41 }, (_, k) => low + ((high - low) * k) / 40);
        for (const level of levels) expect(smallest(cosinesAt(at(drawn, 1 + 1e-3), level))).toBeLessThan(0);
      }),
      { ...seeded, numRuns: 20 },
    );
  });

  test('does not depend on the order of the samples, nor on the unit of the labels', () => {
    fc.assert(
      fc.property(problems, (drawn) => {
        const problem = at(drawn, 0.5);
        const one = freeRange(of(problem).proof);
        const reordered = freeRange(of({ ...problem, labels: [...problem.labels].reverse() }).proof);
        const scaled = freeRange(
          of({
            ...problem,
            labels: problem.labels.map((y) => 8 * y),
            bandwidth: 8 * problem.bandwidth,
          }).proof,
        );
        for (const k of [0, 1]) {
          expect(reordered[k]).toBeCloseTo(one[k], 8);
          expect(scaled[k]).toBeCloseTo(one[k], 8);
        }
      }),
      { ...seeded, numRuns: 20 },
    );
  });

  test('is never narrower than what tied views can reach', () => {
    const circle = evenly(6).map((x) => [0.2 * Math.cos(5 * x), 0.2 * Math.sin(5 * x)]);
    const tied = {
      objective: 'y-aware',
      kernel: 'gaussian',
      bandwidth: 1,
      labels: circle,
      temperature: 0.5,
    } as const;
    const free = analyze(sketch({ ...tied, views: { count: 2, tied: false }, dimension: 3 }));
    expect(analyze(sketch({ ...tied, dimension: 3 })).verdict).toBe('realizable');
    expect(free).toMatchObject({ verdict: 'realizable', rank: 3 });
    expect(freeRange(free.proof)[1]).toBeCloseTo(1, 12);
    for (const s of free.viewSimilarity!) expect(s).toBeCloseTo(1, 12);
    expect(analyze(sketch({ ...tied, views: { count: 2, tied: false }, dimension: 2 }))).toMatchObject({
      reason: 'dimension',
      proof: { kind: 'dimension', needed: 3, given: 2 },
    });
  });
});

describe('few items', () => {
  test.each([
    ['one label in one view', [0.5], 1, 'undecided', null],
    ['one label in two views', [0.5], 2, 'degenerate', 'total-collapse'],
    ['two labels in one view: a single pair', [0, 1], 1, 'degenerate', 'total-collapse'],
    ['two labels in two views', [0, 1], 2, 'realizable', 'exact'],
    ['three equal labels', [1, 1, 1], 1, 'degenerate', 'total-collapse'],
    ['three labels, two of them equal', [1, 1, 2], 1, 'realizable', 'exact'],
  ])('%s', (_, labels, views, verdict, reason) => {
    const analysis = of({ labels, bandwidth: 1, temperature: 0.1, views });
    expect(analysis).toMatchObject({ verdict, reason });
    expectSound(analysis);
  });

  test('with equal weights all levels from the simplex to one point are optimal', () => {
    const { proof, gap } = of({ labels: [1, 1, 1], bandwidth: 1, temperature: 0.1, views: 1 });
    expect(proof).toEqual({ kind: 'free-constant', interval: [-0.5, 1], rankInside: 3, rankAtEnds: [2, 1] });
    expect(gap).toBe(0);
  });
});

describe('temperature and dimension that are not known', () => {
  test('give τ* as the condition', () => {
    const analysis = of(EIGHT, { temperature: null });
    expect(analysis).toMatchObject({
      verdict: 'conditional',
      condition: 'realizable iff the temperature is at most τ* = 0.1918',
    });
    expect(of({ ...EIGHT, temperature: analysis.temperatureLimit! * 0.999 }).verdict).toBe('realizable');
    expect(of({ ...EIGHT, temperature: analysis.temperatureLimit! * 1.001 }).reason).toBe('radius');
  });

  test('say when no temperature makes up for the dimension', () => {
    expect(of(EIGHT, { temperature: null, dimension: 14 })).toMatchObject({
      reason: 'dimension',
      proof: { needed: 15, given: 14 },
    });
    // Two labels with views together span two dimensions below their own limit, and one exactly at it.
    const two = { labels: [0, 1], bandwidth: 1, temperature: 0.1, views: 2 };
    expect(of(two, { temperature: null, dimension: 2 })).toMatchObject({
      verdict: 'conditional',
      condition: 'realizable in 2 dimensions iff the temperature is at most 4',
    });
    expect(of(two, { temperature: null, dimension: 1 }).condition).toContain(
      'only at the temperature 4 exactly',
    );
  });
});

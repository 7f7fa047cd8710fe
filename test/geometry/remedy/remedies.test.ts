/** A remedy keeps its promise: the changed objective, written into a file as told, has the verdict that was told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, NO_ANSWER, type Remedy } from '../../../src/geometry/analysis';
import { analyze } from '../../../src/geometry/analyze';
import { proposeRemedies } from '../../../src/geometry/remedy/proposeRemedies';
import { readChanged } from '../../support/asObjectiveFile';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { expectSound } from '../../support/finite';

const of = (written: ObjectiveSketch) => analyze(sketch(written));
const ids = (written: ObjectiveSketch) => of(written).remedies.map(({ id }) => id);

function remedy(written: ObjectiveSketch, id: string): Remedy {
  const found = of(written).remedies.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id} among ${ids(written).join(', ')}`);
  return found;
}

/** Everything that a remedy says about the changed objective, checked on that objective as a file. */
function expectKept(
  written: ObjectiveSketch,
  { id, changes, gap, rank, verdict, title, effect }: Remedy,
): void {
  const changed = analyze(readChanged(written, changes));
  expectSound(changed);
  expect([id, changed.verdict]).toEqual([id, verdict]);
  if (id === 'balance') {
    const simplex = -1 / (changed.items.length - 1);
    for (const [i, row] of changed.similarities!.entries())
      for (const [j, s] of row.entries()) if (i !== j) expect(Math.abs(s - simplex)).toBeLessThan(1e-6);
  } else expect(verdict).toBe('realizable');
  expect(Math.abs(changed.gap! - gap!)).toBeLessThan(1e-7);
  if (rank !== null && id !== 'balance') expect(changed.rank).toBe(rank);
  expect(title).not.toMatch(/\n|\.$/);
  expect(effect).toMatch(/\.$/);
}

const seeded = { seed: 20261125, numRuns: 60 };
const temperature = fc.constantFrom(0.05, 0.1, 0.3, 0.5, 1);
const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 7 });
const label = fc.integer({ min: -100, max: 100 }).map((x) => x / 25);
const row = (n: number) =>
  fc.array(
    fc.integer({ min: 0, max: 60 }).map((x) => x / 60),
    { minLength: n, maxLength: n },
  );

const KINDS: Readonly<Record<string, fc.Arbitrary<ObjectiveSketch>>> = {
  supcon: fc.record({ objective: fc.constant('supcon' as const), classes: sizes, temperature }),
  'soft-supcon': fc.record({
    objective: fc.constant('soft-supcon' as const),
    classes: sizes,
    temperature,
    across: fc.constantFrom(1, 0.5, 0.05, 0.001, 1e-6),
  }),
  'y-aware on numbers': fc.record({
    objective: fc.constant('y-aware' as const),
    labels: fc.uniqueArray(label, { minLength: 2, maxLength: 9 }),
    kernel: fc.constantFrom('gaussian' as const, 'epanechnikov' as const, { exponent: 3 }, { exponent: 1.5 }),
    bandwidth: fc.constantFrom(0.1, 0.5, 2),
    temperature,
  }),
  'y-aware on planes, by any similarity': fc.record({
    objective: fc.constant('y-aware' as const),
    labels: fc.array(fc.tuple(label, label), { minLength: 3, maxLength: 8 }),
    kernel: fc.constantFrom('gaussian' as const, 'laplacian' as const),
    bandwidth: fc.constantFrom(0.3, 1),
    similarity: fc.constantFrom('cosine' as const, 'dot' as const, 'negative-euclidean' as const),
    temperature,
  }),
  'x-clr': fc.record({
    objective: fc.constant('x-clr' as const),
    features: fc.array(
      fc.tuple(label, label, label).filter((f) => Math.hypot(...f) > 0.1),
      {
        minLength: 3,
        maxLength: 7,
      },
    ),
    weightTemperature: fc.constantFrom(0.05, 0.2),
    temperature,
  }),
  weighted: fc.integer({ min: 2, max: 6 }).chain((n) =>
    fc.record({
      objective: fc.constant('weighted' as const),
      weights: fc
        .array(row(n), { minLength: n, maxLength: n })
        .map((rows) => rows.map((weights, i) => weights.map((w, j) => (i === j ? 1 : w)))),
      temperature,
    }),
  ),
};

describe('every remedy of random objectives is kept', () => {
  test.each(Object.keys(KINDS))('%s', (kind) => {
    let offered = 0;
    fc.assert(
      fc.property(KINDS[kind], (written) => {
        const { remedies } = of(written);
        offered += remedies.length;
        expect(remedies.length).toBeLessThanOrEqual(4);
        for (const one of remedies) expectKept(written, one);
      }),
      seeded,
    );
    expect(offered).toBeGreaterThan(10);
  });
});

describe('numbers of the theory', () => {
  const SUPCON: ObjectiveSketch = { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 };

  test('Soft SupCon for 60 6 6 at τ = 0.5 takes ε = exp(−3), rounded up', () => {
    const { changes, gap } = remedy(SUPCON, 'soft-supcon');
    expect(changes).toEqual({ objective: 'soft-supcon', across: 0.0498 });
    expect(0.0498).toBeGreaterThanOrEqual(Math.exp(-3));
    expect(gap).toBe(0);
  });

  test('balancing both gives the simplex, balancing one does not and is not offered', () => {
    expect(remedy(SUPCON, 'balance')).toMatchObject({
      verdict: 'degenerate',
      rank: 2,
      changes: { balance: { anchors: true, denominators: true } },
    });
    const both = { ...SUPCON, balance: { anchors: true, denominators: true } };
    expect(of(both).similarities![0][1]).toBeCloseTo(-0.5, 4);
    expect(ids(both)).not.toContain('balance');
    const one = of({ ...SUPCON, balance: { anchors: true, denominators: false } });
    expect(one.similarities![0][1]).toBeCloseTo(-0.692, 3);
  });

  test('in batches rare classes are often absent, so balancing gives no simplex and is not offered', () => {
    const { remedies } = of({ ...SUPCON, batch: 16 });
    expect(remedies.map(({ id }) => id)).toEqual(['soft-supcon']);
    expectKept({ ...SUPCON, batch: 16 }, remedies[0]);
  });

  test('a class of one sample in one view has no positive, so balancing gives no simplex and is not offered', () => {
    expect(ids({ ...SUPCON, classes: [60, 6, 1], views: 1 })).not.toContain('balance');
  });

  test('y-Aware on a circle gets the largest temperature that fits, σ²/R²', () => {
    const labels = [0.1, 0.9, 2.1, 3.3, 4.2, 5.5].map((t) => [1.3 * Math.cos(t), 1.3 * Math.sin(t)]);
    const written: ObjectiveSketch = {
      objective: 'y-aware',
      kernel: 'gaussian',
      bandwidth: 0.3,
      labels,
      temperature: 0.1,
    };
    const { changes } = remedy(written, 'lower-temperature');
    expect(changes).toEqual({ temperature: 0.0532 });
    expect((0.3 / 1.3) ** 2).toBeCloseTo(0.05325, 4);
    expect(of({ ...written, temperature: 0.0533 }).verdict).toBe('inconsistent');
  });

  test('scalar labels get distances, an arc of radius σ/√τ, and the Laplacian kernel', () => {
    const written: ObjectiveSketch = {
      objective: 'y-aware',
      kernel: 'gaussian',
      bandwidth: 0.3,
      labels: [0, 0.2, 0.5, 1],
      temperature: 0.1,
    };
    expect(ids(written)).toEqual(['squared-euclidean', 'arc-labels', 'smoother-kernel', 'nearest-weights']);
    expect(remedy(written, 'squared-euclidean').rank).toBe(1);
    const { labels } = remedy(written, 'arc-labels').changes as { labels: number[][] };
    for (const point of labels) expect(Math.hypot(...point)).toBeCloseTo(0.948, 9);
    expect(0.948).toBeLessThanOrEqual(0.3 / Math.sqrt(0.1));
    expect(remedy(written, 'smoother-kernel').rank).toBe(4);
  });

  test('in too few dimensions only what fits is offered', () => {
    const written: ObjectiveSketch = {
      objective: 'y-aware',
      kernel: 'gaussian',
      bandwidth: 0.3,
      labels: [0, 0.2, 0.5, 1],
      temperature: 0.1,
      dimension: 2,
    };
    expect(ids(written)).toContain('squared-euclidean');
    expect(ids(written)).not.toContain('smoother-kernel');
    expect(ids({ ...SUPCON, dimension: 2 })).toEqual(['balance']);
  });
});

describe('values that just fit', () => {
  const SOFT: ObjectiveSketch = {
    objective: 'soft-supcon',
    classes: [6, 3, 1, 2],
    temperature: 0.5,
    across: 0.05,
  };
  const STRETCHED: ObjectiveSketch = {
    objective: 'y-aware',
    kernel: { exponent: 1.5 },
    bandwidth: 0.3,
    labels: [0, 0.3, 1, 1.4],
    temperature: 0.6,
  };
  const TEXT: ObjectiveSketch = {
    objective: 'x-clr',
    features: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [-1, -1, -1],
    ],
    temperature: 0.2,
    weightTemperature: 0.1,
  };
  test.each<[string, ObjectiveSketch, string, keyof ObjectiveSketch & string, string, number]>([
    ['a temperature', SOFT, 'lower-temperature', 'temperature', 'temperature', 1.02],
    ['a weight across classes', SOFT, 'raise-across', 'across', 'across', 0.95],
    ['a bandwidth', STRETCHED, 'widen-kernel', 'bandwidth', 'bandwidth', 0.98],
    [
      'a temperature of the weights',
      TEXT,
      'raise-weight-temperature',
      'weightTemperature',
      'weight-temperature',
      0.98,
    ],
    [
      'a dimension',
      { ...SOFT, across: 0.2, dimension: 2 },
      'raise-dimension',
      'dimension',
      'dimension',
      0.75,
    ],
  ])('%s', (_, written, id, key, fileKey, beyond) => {
    expect(of(written).verdict).toBe('inconsistent');
    const value = remedy(written, id).changes[fileKey] as number;
    expect(of({ ...written, [key]: value }).verdict).toBe('realizable');
    expect(of({ ...written, [key]: value * beyond }).verdict).toBe('inconsistent');
  });
});

describe('nothing is offered', () => {
  test.each<[string, ObjectiveSketch]>([
    ['where nothing is wrong', { objective: 'soft-supcon', classes: [6, 3], temperature: 0.5, across: 0.5 }],
    ['where the temperature is unknown', { objective: 'supcon', classes: [6, 3], temperature: null }],
    ['where the classes are unknown', { objective: 'supcon', classes: null, temperature: 0.1 }],
    ['for InfoNCE, whose zeros are its idea', { objective: 'info-nce', samples: 12, temperature: 0.1 }],
    [
      'of a weight that single precision cannot hold, or a balance that changes nothing',
      { objective: 'supcon', classes: [6, 6], temperature: 0.01 },
    ],
  ])('%s', (_, written) => expect(of(written).remedies).toEqual([]));
});

test('a thousand classes of different sizes are mended as fast as three', () => {
  const written: ObjectiveSketch = {
    objective: 'supcon',
    classes: Array.from({ length: 1000 }, (_, k) => 2000 - k),
    temperature: 0.1,
  };
  const definition = sketch(written);
  const analysis: Analysis = {
    ...NO_ANSWER,
    verdict: 'degenerate',
    reason: 'zero-weight',
    items: definition.parameters.classes!.value!.map(({ name, count }) => ({ name, size: count })),
  };
  const start = performance.now();
  const remedies = proposeRemedies(definition, analysis);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(remedies.map(({ id }) => id)).toEqual(['soft-supcon', 'balance']);
  expect(remedies[0].changes.across).toBeCloseTo(Math.exp(-1000 / 999 / 0.1), 6);
  expect(remedies[0].rank).toBe(1000);
});

test('asymmetric weights become symmetric, or the nearest that points can follow', () => {
  const written: ObjectiveSketch = {
    objective: 'weighted',
    temperature: 0.2,
    weights: [
      [1, 0.6, 0.3],
      [0.5, 1, 0.6],
      [0.3, 0.5, 1],
    ],
  };
  expect(of(written).reason).toBe('asymmetric');
  const { changes } = remedy(written, 'symmetric-weights');
  const weights = changes.weights as number[][];
  for (const [i, j] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ])
    expect(weights[i][j]).toBeCloseTo(weights[j][i], 14);
  expect(weights[0][1]).toBeCloseTo(Math.sqrt(0.6 * 0.5), 12);
});

test('twenty classes are analysed anew with their remedies within a slider step', () => {
  const written = (across: number): ObjectiveSketch => ({
    objective: 'supcon',
    classes: Array.from({ length: 20 }, (_, k) => 500 - 20 * k),
    temperature: 0.1 + across,
  });
  for (let k = 0; k < 20; k++) of(written(k / 1000));
  const times = Array.from({ length: 15 }, (_, k) => {
    const definition = sketch(written(0.02 + k / 1000));
    const start = performance.now();
    analyze(definition);
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[7]).toBeLessThan(40);
});

/** Large inputs: structure gives the verdict that a matrix over all pairs would give, in time that a person waits. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { decideByStructure } from '../../src/geometry/large/decideByStructure';
import { decideVerdict } from '../../src/geometry/verdict/decideVerdict';
import { buildObjective } from '../../src/objective/buildObjective';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { noise } from '../support/noise';

const line = (count: number) => Array.from({ length: count }, (_, i) => i / count);
const arc = (count: number, radius: number) =>
  line(count).map((x) => [radius * Math.cos(3 * x), radius * Math.sin(3 * x)]);
const gaussian = { objective: 'y-aware', kernel: 'gaussian', bandwidth: 0.3, temperature: 0.1 } as const;

/** Wall time on a busy machine with some room; each takes a fraction of it alone. */
function timed(written: ObjectiveSketch, limit = 4000) {
  const start = performance.now();
  const analysis = analyze(sketch(written));
  expect(performance.now() - start).toBeLessThan(limit);
  expectSound(analysis);
  return analysis;
}

describe('structure decides as the matrix over all pairs does:', () => {
  const features = Array.from({ length: 12 }, (_, i) => [...noise(4, i + 1)]);
  const cases: ObjectiveSketch[] = [
    { ...gaussian, labels: line(9) },
    { ...gaussian, labels: arc(9, 0.9) },
    { ...gaussian, labels: arc(9, 1.1) },
    { ...gaussian, labels: arc(9, 0.9), dimension: 2 },
    { ...gaussian, labels: arc(9, 2), similarity: 'negative-squared-euclidean' },
    { ...gaussian, labels: arc(9, 2), similarity: 'dot' },
    { ...gaussian, labels: line(9), similarity: 'dot' },
    { ...gaussian, labels: arc(9, 0.6), kernel: { exponent: 2 } },
    { ...gaussian, labels: line(9), kernel: 'laplacian' },
    { ...gaussian, labels: line(9), kernel: 'laplacian', temperature: 5 },
    { objective: 'x-clr', features, weightTemperature: 0.1, temperature: 0.1 },
    { objective: 'x-clr', features, weightTemperature: 0.1, temperature: 0.2 },
    { objective: 'soft-supcon', classes: [5, 4, 3, 2], across: 0.1, temperature: 0.5 },
    { objective: 'soft-supcon', classes: [5, 4, 3, 2], across: 0.05, temperature: 0.5 },
  ];
  test.each(cases)('$objective $kernel $similarity at $temperature', (written) => {
    const definition = sketch(written);
    const built = buildObjective(definition);
    if (built.kind !== 'objective') throw new Error(built.kind);
    const exact = decideVerdict(built.objective);
    const structural = decideByStructure(definition);
    expect(structural).toMatchObject({ verdict: exact.verdict, reason: exact.reason, rank: exact.rank });
    if (exact.temperatureLimit !== null)
      expect(structural!.temperatureLimit! / exact.temperatureLimit).toBeCloseTo(1, 8);
  });
});

describe('five thousand different labels', () => {
  test('on a line are on no sphere', () => {
    expect(timed({ ...gaussian, labels: line(5000) })).toMatchObject({
      reason: 'not-spherical',
      method: 'none',
    });
  });

  test('on an arc are realizable, and drawn by a sample of them', () => {
    const analysis = timed({ ...gaussian, labels: arc(5000, 0.9) });
    expect(analysis).toMatchObject({ verdict: 'realizable', gap: 0, training: null, rank: 3 });
    expect(analysis.geometry!.points).toHaveLength(2000);
    expect(analysis.geometry!.rows).toHaveLength(200);
    expect(analysis.geometry!.omitted).toBe(3000);
  });

  test('far apart for a compact kernel have zero weights', () => {
    expect(timed({ ...gaussian, kernel: 'triangular', labels: line(5000) }).reason).toBe('zero-weight');
  });

  test('under a kernel that grows too fast are convicted by a sample', () => {
    const analysis = timed({ ...gaussian, kernel: { exponent: 3 }, labels: line(5000) });
    expect(analysis.reason).toBe('not-euclidean');
    if (analysis.proof?.kind !== 'negative-direction') throw new Error('no direction');
    expect(Math.max(...analysis.proof.items)).toBeGreaterThan(200);
  });

  test('that a sample cannot convict stay undecided, and say so', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [...noise(2, i + 1)]);
    const analysis = timed({ ...gaussian, kernel: 'laplacian', bandwidth: 5, labels: rows });
    expect(analysis.verdict).toBe('undecided');
    expect(analysis.undecidedBecause).toContain('sample of 200');
  });
});

describe('a thousand different labels under a general kernel', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => [...noise(3, i + 1)]);
  const general = { ...gaussian, labels: rows(1000), bandwidth: 0.8, temperature: 0.05 };

  test('are decided as a whole: on a sphere, in as many dimensions', () => {
    const analysis = timed({ ...general, kernel: { exponent: 1.5 } });
    expect(analysis).toMatchObject({ verdict: 'realizable', reason: 'exact', rank: 1000, gap: 0 });
    expect(analysis.bound).toBeGreaterThan(0);
  });

  test('are convicted by a direction and by a broken triangle', () => {
    const { reason, proof } = timed({ ...general, kernel: { exponent: 3 } });
    expect(reason).toBe('not-euclidean');
    if (proof?.kind !== 'negative-direction') throw new Error(`${proof?.kind}`);
    expect(proof.value).toBeGreaterThan(0);
    const [long, first, second] = proof.triangle!.sides;
    expect(long).toBeGreaterThan(first + second);
  });

  test('are on too large a sphere above τ*, which is told', () => {
    const { reason, temperatureLimit } = timed({ ...general, kernel: { exponent: 1.5 }, temperature: 10 });
    expect(reason).toBe('radius');
    const below = timed({ ...general, kernel: { exponent: 1.5 }, temperature: temperatureLimit! * 0.999 });
    expect(below.verdict).toBe('realizable');
  });

  test.each([
    ['a sphere', 'realizable'],
    ['no sphere', 'degenerate'],
  ])('with dot products, on %s', (place, verdict) => {
    const labels = rows(500).map((row) => {
      const norm = place === 'a sphere' ? Math.hypot(...row) : 1;
      return row.map((x) => x / norm);
    });
    const weights = labels.map((a) =>
      labels.map((b) => Math.exp(-a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0))),
    );
    expect(timed({ objective: 'weighted', weights, similarity: 'dot', temperature: 0.1 }).verdict).toBe(
      verdict,
    );
  });
});

describe('too many rows to be grouped', () => {
  test('a million labels of three numbers are on no sphere', () => {
    const all = noise(3_000_000, 1);
    const labels = Array.from({ length: 1_000_000 }, (_, i) => Array.from(all.subarray(3 * i, 3 * i + 3)));
    const analysis = timed({ ...gaussian, labels });
    expect(analysis).toMatchObject({ reason: 'not-spherical', items: [], bound: null, geometry: null });
    expect(analysis.proof).toMatchObject({ distanceRank: 3 });
  });

  test('a million labels of few values are grouped all the same', () => {
    const labels = Array.from({ length: 1_000_000 }, (_, i) => i % 7);
    const analysis = timed({ ...gaussian, labels });
    expect(analysis.items).toHaveLength(1_000_000);
    expect(analysis.geometry!.points).toHaveLength(7);
  });

  test.each([
    ['span all columns', 64, 64, 1],
    ['lie in a plane through the origin', 64, 2, 1],
    ['lie in a plane beside the origin', 3, 2, 0.75],
  ])('unit features that %s', (_, columns, rank, radiusSquared) => {
    const angles = noise(4000, 3);
    const features = Array.from({ length: 4000 }, (_unused, i) => {
      if (rank === columns) return [...noise(columns, i + 1)];
      const row = new Array<number>(columns).fill(0);
      row[0] = Math.cos(3 * angles[i]) * Math.sqrt(radiusSquared);
      row[1] = Math.sin(3 * angles[i]) * Math.sqrt(radiusSquared);
      if (columns === 3) row[2] = Math.sqrt(1 - radiusSquared);
      return row;
    });
    const xclr = { objective: 'x-clr', features, weightTemperature: 0.2 } as const;
    const limit = 0.2 / radiusSquared;
    expect(timed({ ...xclr, temperature: limit * 1.001 })).toMatchObject({ reason: 'radius' });
    expect(timed({ ...xclr, temperature: limit * 1.001 }).temperatureLimit).toBeCloseTo(limit, 9);
    expect(timed({ ...xclr, temperature: limit * 0.999 })).toMatchObject({
      verdict: 'realizable',
      rank: rank + 1,
    });
  });
});

describe('many items that are alike', () => {
  /** As many photographs as AgeDB has, with ages 1 to 101 in its proportions, roughly. */
  const ages = Array.from({ length: 101 }, (_, i) =>
    new Array(1 + Math.round(400 * Math.exp(-(((i - 48) / 25) ** 2)))).fill(i + 1),
  ).flat();

  test('sixteen thousand ages on a line are solved and drawn by age', () => {
    expect(ages.length).toBeGreaterThan(16_000);
    const analysis = timed({ ...gaussian, labels: ages, bandwidth: 5, dimension: 128 });
    expect(analysis).toMatchObject({ reason: 'not-spherical', method: 'certified' });
    expect(analysis.certifiedWithin).toBeLessThan(1e-4 * 1e-1);
    expect(analysis.geometry!.points).toHaveLength(101);
    expect(analysis.geometry!.points[30].name).toMatch(/^31 \(×\d+\)$/);
    expect(analysis.geometry!.omitted).toBe(0);
    expect(analysis.similarities).toBeNull();
    expect(analysis.training!.anchorMass).toHaveLength(101);
  });

  test('four thousand samples of InfoNCE are a simplex in enough dimensions', () => {
    const analysis = timed({ objective: 'info-nce', samples: 4096, temperature: 0.2 });
    expect(analysis).toMatchObject({ method: 'certified', rank: 4095, training: null });
    expect(analysis.geometry!.points).toHaveLength(2000);
    expect(analysis.geometry!.omitted).toBe(2096);
    expect(new Set(analysis.geometry!.standIns).size).toBe(2000);
    expect(analysis.optimumNote).toContain('too many to train');
  });

  test('eight thousand classes of a long tail are solved by their sizes', () => {
    const classes = Array.from({ length: 8142 }, (_, i) =>
      Math.max(2, Math.round(118 * 0.017 ** (i / 8141))),
    );
    const analysis = timed({ objective: 'supcon', classes, temperature: 0.1 });
    expect(analysis).toMatchObject({ reason: 'zero-weight', method: 'certified' });
    expect(analysis.certifiedWithin).toBeLessThan(1e-6);
  });

  test('a hundred classes from 500 to 5 are certified to 1e-7', () => {
    const classes = Array.from({ length: 100 }, (_, i) => Math.floor(500 * 0.01 ** (i / 99)));
    const analysis = timed({ objective: 'supcon', classes, temperature: 0.1, dimension: 128 });
    expect(analysis.minimum).toBeCloseTo(5.976444089, 8);
    expect(analysis.certifiedWithin).toBeLessThan(1e-7);
  });

  test('more than five hundred different sizes are certified to 1e-6', () => {
    const classes = Array.from({ length: 520 }, (_, i) => 1040 - 2 * i);
    const analysis = timed({ objective: 'supcon', classes, temperature: 0.1 }, 60_000);
    expect(analysis.method).toBe('certified');
    expect(analysis.certifiedWithin).toBeLessThan(1e-6);
  }, 120_000);

  test('three hundred different sizes are certified to 1e-7', () => {
    const classes = Array.from({ length: 300 }, (_, i) => 5000 - 16 * i);
    const analysis = timed({ objective: 'supcon', classes, temperature: 0.1 }, 15_000);
    expect(analysis.certifiedWithin).toBeLessThan(1e-7);
  });
});

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
    expect(analysis.geometry!.points).toHaveLength(200);
    expect(analysis.geometry!.omitted).toBe(4800);
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
    expect(analysis.geometry!.points).toHaveLength(200);
    expect(analysis.geometry!.omitted).toBe(3896);
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

  test('three hundred different sizes are certified to 1e-7', () => {
    const classes = Array.from({ length: 300 }, (_, i) => 5000 - 16 * i);
    const analysis = timed({ objective: 'supcon', classes, temperature: 0.1 }, 15_000);
    expect(analysis.certifiedWithin).toBeLessThan(1e-7);
  });
});

/** One view, or free views, of more samples than a matrix is made for. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

const circle = (n: number, radius: number) =>
  Array.from({ length: n }, (_, i) => {
    const angle = (2 * Math.PI * i) / n;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
const GAUSSIAN = { objective: 'y-aware', kernel: 'gaussian', bandwidth: 1, temperature: 0.5 } as const;
const of = (written: ObjectiveSketch) => {
  const analysis = analyze(sketch(written));
  expectSound(analysis);
  return analysis;
};

describe.each([
  ['one view', 1],
  ['free views', { count: 2, tied: false }],
] as const)('%s', (_, views) => {
  test('reach what tied views reach', () => {
    for (const samples of [900, 3000])
      expect(of({ ...GAUSSIAN, labels: circle(samples, 1), dimension: 3, views })).toMatchObject({
        verdict: 'realizable',
        temperatureLimit: null,
        rank: 3,
      });
  });

  test('are convicted by a part that no constant places on the sphere', () => {
    const labels = Array.from({ length: 900 }, (_unused, i) => i / 10);
    const analysis = of({ ...GAUSSIAN, labels, views });
    expect(analysis).toMatchObject({ verdict: 'inconsistent', reason: 'radius', temperatureLimit: null });
    expect(analysis.proof?.kind).toBe('no-constant');
  });

  test('are not acquitted by a part', () => {
    const labels = Array.from({ length: 900 }, (_unused, i) => i / 10_000);
    expect(of({ ...GAUSSIAN, labels, views }).undecidedBecause).toContain('a sample of');
  });
});

test('samples are named, not their views, where a part has a weight of zero', () => {
  const labels = Array.from({ length: 3000 }, (_, i) => i / 10);
  const { proof } = of({ ...GAUSSIAN, kernel: 'triangular', labels, views: { count: 2, tied: false } });
  if (proof?.kind !== 'zero-pair') throw new Error(`${proof?.kind}`);
  expect(Math.max(proof.anchor, proof.candidate)).toBeLessThan(3000);
  expect(Math.abs(labels[proof.anchor] - labels[proof.candidate])).toBeGreaterThanOrEqual(1);
});

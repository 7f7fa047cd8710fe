/** The thresholds of target distances, each tried below, on and above. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { sketch } from '../../support/definitions';
import { circle, gaussian, lineDistances, verdictOf, weightsFor } from '../../support/thresholds';

describe('the Euclidean test', () => {
  test.each([
    ['a triangle', 0.039, 'realizable exact'],
    ['a flat triangle, which is on no sphere', 0.04, 'inconsistent not-spherical'],
    ['a broken triangle', 0.041, 'inconsistent not-euclidean'],
  ])('%s', (_, long, expected) => {
    expect(
      verdictOf({ objective: 'weighted', weights: weightsFor(lineDistances(long)), temperature: 1 }),
    ).toBe(expected);
  });

  test('tells the broken triangle', () => {
    const { proof } = analyze(
      sketch({ objective: 'weighted', weights: weightsFor(lineDistances(0.09)), temperature: 1 }),
    );
    if (proof?.kind !== 'negative-direction') throw new Error(`${proof?.kind}`);
    const [long, first, second] = proof.triangle!.sides;
    expect(long).toBeCloseTo(0.3, 10);
    expect(first + second).toBeCloseTo(0.2, 10);
    expect(proof.coefficients.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    const distances = lineDistances(0.09);
    const value = proof.items.reduce(
      (sum, i, k) =>
        proof.items.reduce(
          (s, j, l) => s + proof.coefficients[k] * proof.coefficients[l] * distances[i][j],
          sum,
        ),
      0,
    );
    expect(value).toBeCloseTo(proof.value, 10);
    expect(value).toBeGreaterThan(0);
  });
});

describe('the spherical test', () => {
  test.each([
    [0, 'realizable exact'],
    [1e-11, 'realizable exact'],
    [1e-4, 'inconsistent not-spherical'],
    [-1e-4, 'inconsistent not-spherical'],
  ])('a point %d off a circle', (offset, expected) => {
    expect(verdictOf({ ...gaussian, labels: circle(offset), temperature: 0.5 })).toBe(expected);
  });

  test('does not overlook one sample off the circle beside many on it', () => {
    const crowd = Array.from({ length: 3000 }, (_, i) => circle(0)[1 + (i % 4)]);
    expect(verdictOf({ ...gaussian, labels: [...crowd, [1.001, 0]], temperature: 0.5 })).toBe(
      'inconsistent not-spherical',
    );
  });

  test('two labels of one number always lie on one, three never do', () => {
    expect(verdictOf({ ...gaussian, labels: [0, 1], temperature: 0.5 })).toBe('realizable exact');
    expect(verdictOf({ ...gaussian, labels: [0, 1, 2], temperature: 0.5 })).toBe(
      'inconsistent not-spherical',
    );
    expect(verdictOf({ ...gaussian, labels: [0, 1, 2], temperature: 1e-9 })).toBe(
      'inconsistent not-spherical',
    );
  });
});

describe('the radius test', () => {
  // Unit circle, σ = 1: R²τ = τ.
  test.each([
    [1 - 1e-6, 'realizable exact', 3],
    [1, 'realizable exact', 2],
    [1 + 1e-6, 'inconsistent radius', 2],
  ])('at temperature %d', (temperature, expected, rank) => {
    const written = { ...gaussian, labels: circle(0), temperature };
    expect(verdictOf(written)).toBe(expected);
    const analysis = analyze(sketch(written));
    expect(analysis.temperatureLimit).toBeCloseTo(1, 9);
    expect(analysis.rank).toBe(rank);
  });

  test('of a laplacian kernel on one number is τ (y_max − y_min) / 2σ ≤ 1', () => {
    const written = {
      objective: 'y-aware',
      labels: [0.1, 0.4, 0.5, 2.1],
      kernel: 'laplacian',
      bandwidth: 0.5,
    } as const;
    const limit = analyze(sketch({ ...written, temperature: 0.1 })).temperatureLimit!;
    expect(limit).toBeCloseTo(0.5, 10);
    expect(verdictOf({ ...written, temperature: limit * 0.999 })).toBe('realizable exact');
    expect(verdictOf({ ...written, temperature: limit * 1.001 })).toBe('inconsistent radius');
  });

  test('of X-CLR is κ ≤ 1/R² of the features', () => {
    // Three unit features at 120° about an axis, at height 0.6: R² = 0.64.
    const features = [0, 1, 2].map((k) => [
      0.8 * Math.cos((2 * Math.PI * k) / 3),
      0.8 * Math.sin((2 * Math.PI * k) / 3),
      0.6,
    ]);
    const written = { objective: 'x-clr', features, weightTemperature: 0.1 } as const;
    expect(analyze(sketch({ ...written, temperature: 0.1 })).temperatureLimit).toBeCloseTo(0.1 / 0.64, 10);
    expect(verdictOf({ ...written, temperature: 0.156 })).toBe('realizable exact');
    expect(verdictOf({ ...written, temperature: 0.157 })).toBe('inconsistent radius');
  });
});

describe('the dimension test', () => {
  test.each([
    [2, 'inconsistent dimension'],
    [3, 'realizable exact'],
    [4, 'realizable exact'],
  ])('a circle below its limit in %i dimensions', (dimension, expected) => {
    expect(verdictOf({ ...gaussian, labels: circle(0), temperature: 0.5, dimension })).toBe(expected);
  });

  test('negative squared distances of labels of one number take one dimension', () => {
    const written = { ...gaussian, labels: [0, 1, 3], temperature: 0.5, dimension: 1 };
    expect(verdictOf({ ...written, similarity: 'negative-squared-euclidean' })).toBe('realizable exact');
  });
});

/** Each threshold of a verdict tried below, on and above. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

const verdictOf = (written: ObjectiveSketch) => {
  const { verdict, reason } = analyze(sketch(written));
  return `${verdict} ${reason}`;
};

/** Weights of samples in two views that ask for these squared distances at cosine similarity and temperature 1. */
const weightsFor = (distances: readonly (readonly number[])[]) =>
  distances.map((row) => row.map((d) => Math.exp(-d / 2)));

/** Three points on a line at 0, 1 and 1 + x, squared: a triangle is flat at (1 + x)² and broken beyond. */
const lineDistances = (long: number) => [
  [0, 0.01, long],
  [0.01, 0, 0.01],
  [long, 0.01, 0],
];

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

/** Labels on a circle, one of them moved out of it. */
const circle = (offset: number) =>
  [0, 1, 2.2, 3.5, 5].map((angle, i) => {
    const radius = i === 0 ? 1 + offset : 1;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
const gaussian = { objective: 'y-aware', kernel: 'gaussian', bandwidth: 1 } as const;

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

describe('the symmetry test', () => {
  test.each([
    [0, 'realizable exact'],
    [1e-12, 'realizable exact'],
    [1e-6, 'inconsistent asymmetric'],
  ])('a weight changed by %d of itself', (change, expected) => {
    const weights = weightsFor([
      [0, 0.1, 0.2],
      [0.1, 0, 0.15],
      [0.2, 0.15, 0],
    ]);
    weights[0][1] *= 1 + change;
    expect(verdictOf({ objective: 'weighted', weights, temperature: 1 })).toBe(expected);
  });

  test('rows may each have their own scale', () => {
    const weights = weightsFor(lineDistances(0.03)).map((row, i) => row.map((w) => w * 10 ** (i * 100)));
    expect(verdictOf({ objective: 'weighted', weights, temperature: 1 })).toBe('realizable exact');
  });

  test('tells the cycle and its sum', () => {
    const weights = [
      [1, 0.5, 0.2],
      [0.5, 1, 0.9],
      [0.2, 0.1, 1],
    ];
    const { proof } = analyze(sketch({ objective: 'weighted', weights, temperature: 1, similarity: 'dot' }));
    if (proof?.kind !== 'cycle') throw new Error(`${proof?.kind}`);
    const [i, j, k] = proof.items;
    const sum = Math.log(
      (weights[i][j] * weights[j][k] * weights[k][i]) / (weights[j][i] * weights[k][j] * weights[i][k]),
    );
    expect(proof.sum).toBeCloseTo(sum, 12);
  });

  test('stands whether views are tied, free, or one', () => {
    const weights = [
      [1, 0.5, 0.2],
      [0.5, 1, 0.9],
      [0.2, 0.1, 1],
    ];
    for (const views of [1, 2, { count: 2, tied: false }])
      expect(verdictOf({ objective: 'weighted', weights, temperature: 1, views })).toBe(
        'inconsistent asymmetric',
      );
  });
});

describe('total collapse', () => {
  test.each([
    [0, 'degenerate total-collapse'],
    [1e-8, 'degenerate total-collapse'],
    [1e-3, 'realizable exact'],
  ])('two labels %d bandwidths apart', (apart, expected) => {
    expect(verdictOf({ ...gaussian, labels: [0, apart], temperature: 0.5 })).toBe(expected);
  });
});

describe('zero weights', () => {
  test.each([
    [0.999, 'realizable exact'],
    [1, 'degenerate zero-weight'],
    [1.001, 'degenerate zero-weight'],
  ])('two labels %d bandwidths apart under a compact kernel', (apart, expected) => {
    expect(verdictOf({ ...gaussian, kernel: 'triangular', labels: [0, apart], temperature: 0.1 })).toBe(
      expected,
    );
  });

  test('of a sample with its own other view count', () => {
    const weights = [
      [0, 1],
      [1, 0],
    ];
    const analysis = analyze(sketch({ objective: 'weighted', weights, temperature: 0.5 }));
    expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight' });
    expect(analysis.proof).toEqual({ kind: 'zero-pair', anchor: 0, candidate: 0, pairs: 2 });
    expect(analysis.similarities![0][1]).toBeCloseTo(1, 6);
  });

  test('of a weight of 1e-300 are not there', () => {
    const weights = [
      [1, 1e-300],
      [1e-300, 1],
    ];
    expect(verdictOf({ objective: 'weighted', weights, temperature: 1e-3 })).toBe('realizable exact');
    expect(verdictOf({ objective: 'weighted', weights, temperature: 0.1 })).toBe('inconsistent radius');
  });
});

describe('dot products', () => {
  test('reach labels on any circle and only approach labels on none', () => {
    const written = { ...gaussian, temperature: 5, similarity: 'dot' } as const;
    expect(verdictOf({ ...written, labels: circle(0) })).toBe('realizable exact');
    expect(verdictOf({ ...written, labels: circle(0.01) })).toBe('degenerate unbounded');
    expect(verdictOf({ ...written, labels: [0, 1, 2] })).toBe('degenerate unbounded');
    expect(verdictOf({ ...written, labels: [0, 1e-4, 2e-4] })).toBe('degenerate unbounded');
  });

  test('approach labels on no circle in one dimension more than those have', () => {
    const written = { ...gaussian, labels: [0, 1, 2], temperature: 0.5, similarity: 'dot' } as const;
    expect(verdictOf({ ...written, dimension: 2 })).toBe('degenerate unbounded');
    expect(verdictOf({ ...written, dimension: 1 })).toBe('inconsistent dimension');
  });

  test('with unequal weights of items with themselves can still be a Gram matrix', () => {
    // G = [[4, 1], [1, 1]] − any constant per row.
    const gram = [
      [4, 1, 0],
      [1, 1, 0],
      [0, 0, 2],
    ];
    const weights = gram.map((row) => row.map(Math.exp));
    const analysis = analyze(sketch({ objective: 'weighted', weights, temperature: 1, similarity: 'dot' }));
    expect(analysis).toMatchObject({ verdict: 'realizable' });
    const s = analysis.similarities!;
    expect(s[0][0] - s[1][1]).toBeCloseTo(3, 9);
    expect(s[0][0] - 2 * s[0][1] + s[1][1]).toBeCloseTo(3, 9);
  });
});

describe('views', () => {
  const written = { ...gaussian, labels: [0, 1, 2], temperature: 0.5 } as const;
  test('that are free leave undecided what tied ones cannot reach', () => {
    expect(verdictOf({ ...written, views: { count: 2, tied: false } })).toBe('undecided null');
    expect(verdictOf({ ...written, labels: circle(0), views: { count: 2, tied: false } })).toBe(
      'realizable exact',
    );
  });

  test('that are single leave one constant free', () => {
    expect(verdictOf({ ...written, views: 1 })).toBe('undecided null');
    expect(verdictOf({ ...written, labels: [0, 0.5, 1.2], kernel: 'triangular', views: 1 })).toBe(
      'degenerate zero-weight',
    );
    expect(verdictOf({ objective: 'info-nce', samples: 4, temperature: 0.5, views: 1 })).toBe(
      'undecided null',
    );
  });

  test('do not matter to classes that collapse anyway', () => {
    const classes = [20, 5, 5];
    const tied = analyze(sketch({ objective: 'supcon', classes, temperature: 0.5 }));
    const free = analyze(
      sketch({ objective: 'supcon', classes, temperature: 0.5, views: { count: 2, tied: false } }),
    );
    expect(free).toEqual(tied);
  });
});

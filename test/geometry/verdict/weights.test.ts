/** The thresholds of weights and of what else they may be compared by, each tried below, on and above. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { sketch } from '../../support/definitions';
import { circle, gaussian, lineDistances, verdictOf, weightsFor } from '../../support/thresholds';

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
  test('that are free may reach what tied ones cannot', () => {
    expect(verdictOf(written)).toBe('inconsistent not-spherical');
    expect(verdictOf({ ...written, views: { count: 2, tied: false } })).toBe('realizable exact');
    expect(verdictOf({ ...written, views: { count: 2, tied: false }, dimension: 4 })).toBe(
      'inconsistent dimension',
    );
    expect(verdictOf({ ...written, labels: circle(0), views: { count: 2, tied: false } })).toBe(
      'realizable exact',
    );
  });

  test('that are single leave one constant free', () => {
    expect(verdictOf({ ...written, views: 1 })).toBe('realizable exact');
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
    // A run that draws mini-batches has to know of the views, whatever becomes of them.
    expect({ ...free, training: null }).toEqual({ ...tied, training: null });
  });
});

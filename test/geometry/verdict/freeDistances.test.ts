/** The additive constant of distances: a half line whose end is checked by the eigenvalues of all items. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { logWeights, smallest } from '../../support/freeLevel';

const seeded = { seed: 20260513, numRuns: 40 };
const labels = fc
  .array(
    fc.integer({ min: -40, max: 40 }).map((x) => x / 20),
    { minLength: 3, maxLength: 7 },
  )
  .filter((ys) => new Set(ys).size > 1);
const written = (ys: readonly number[], more: Partial<ObjectiveSketch>) =>
  ({
    objective: 'y-aware',
    kernel: 'gaussian',
    labels: ys,
    bandwidth: 1,
    temperature: 0.5,
    views: { count: 2, tied: false },
    ...more,
  }) as const satisfies ObjectiveSketch;

/** Smallest eigenvalue of −½ J D J where the closest pairs have this similarity −d(z_i, z_j). */
function smallestAt(ys: readonly number[], closest: number, square: (distance: number) => number): number {
  const log = logWeights({ labels: ys, bandwidth: 1, temperature: 0.5, views: 2 });
  const distances = log.map((row, i) => row.map((x, j) => (i === j ? 0 : square(-closest - 0.5 * x))));
  const means = distances.map((row) => row.reduce((sum, d) => sum + d, 0) / row.length);
  const mean = means.reduce((sum, d) => sum + d, 0) / means.length;
  return smallest(distances.map((row, i) => row.map((d, j) => (means[i] + means[j] - d - mean) / 2)));
}

describe.each([
  ['negative-squared-euclidean', (d: number) => d],
  ['negative-euclidean', (d: number) => d * d],
] as const)('%s', (similarity, square) => {
  test('is realizable from one distance on', () => {
    fc.assert(
      fc.property(labels, (ys) => {
        const analysis = analyze(sketch(written(ys, { similarity })));
        expect(analysis.verdict).toBe('realizable');
        if (analysis.proof?.kind !== 'free-constant') throw new Error(`${analysis.proof?.kind}`);
        const [low, high] = analysis.proof.interval;
        expect(low).toBeNull();
        expect(high).toBeLessThanOrEqual(1e-12);
        expect(smallestAt(ys, high!, square)).toBeGreaterThan(-1e-8);
        expect(smallestAt(ys, high! - 0.3, square)).toBeGreaterThan(-1e-9);
        if (high! < -1e-6) expect(smallestAt(ys, high! + 1e-3 * -high!, square)).toBeLessThan(-1e-9);
        expect(analysis.similarities![0][1]).toBeCloseTo(Math.min(0, high!), 8);
      }),
      seeded,
    );
  });

  test('names the dimensions that its end takes', () => {
    const ys = [0, 0.3, 1, 1.2];
    const { rank } = analyze(sketch(written(ys, { similarity })));
    for (const dimension of [rank!, rank! - 1]) {
      const { verdict } = analyze(sketch(written(ys, { similarity, dimension: Math.max(1, dimension) })));
      expect(verdict).toBe(Math.max(1, dimension) < rank! ? 'inconsistent' : 'realizable');
    }
  });
});

test('distances of a tied objective that can close leave its views at one point', () => {
  const analysis = analyze(
    sketch(written([0, 1, 3], { similarity: 'negative-squared-euclidean', dimension: 1 })),
  );
  expect(analysis).toMatchObject({ verdict: 'realizable', rank: 1 });
  expect(analysis.similarities![0][1]).toBeCloseTo(0, 12);
});

describe('zero weights between clusters', () => {
  // Two far clusters of three labels each, under a kernel that is 0 between them.
  const clusters = {
    kernel: 'triangular',
    views: 1,
    similarity: 'negative-squared-euclidean',
  } as const;
  const labels = [0, 0.1, 0.4, 10, 10.1, 10.5];

  test('let clusters drift apart, each in the dimensions of its own constant', () => {
    expect(analyze(sketch(written(labels, clusters)))).toMatchObject({
      verdict: 'degenerate',
      reason: 'unbounded',
    });
    // Three points at the end of their half line lie on a line.
    expect(analyze(sketch(written(labels, { ...clusters, dimension: 1 }))).reason).toBe('unbounded');
    expect(analyze(sketch(written(labels, { ...clusters, similarity: 'dot', dimension: 3 }))).reason).toBe(
      'unbounded',
    );
  });
});

describe('dot products', () => {
  test('have norms that are free, so that enough dimensions always do', () => {
    const more = { similarity: 'dot' } as const;
    expect(analyze(sketch(written([0, 1, 2], more)))).toMatchObject({ verdict: 'realizable', rank: 5 });
    expect(analyze(sketch(written([0, 1, 2], { ...more, dimension: 5 }))).verdict).toBe('realizable');
    expect(analyze(sketch(written([0, 1, 2], { ...more, dimension: 4 }))).undecidedBecause).toContain(
      'norms are free',
    );
    // Two labels lie on a circle: views at one point take two dimensions.
    expect(analyze(sketch(written([0, 1], { ...more, dimension: 2 }))).verdict).toBe('realizable');
  });

  test('show a geometry whose loss is the bound', () => {
    const { similarities, training, bound, temperature } = {
      ...analyze(sketch(written([0, 0.5, 1, 2], { similarity: 'dot' }))),
      temperature: 0.5,
    };
    const { multiplicity, weights, anchorMass } = training!;
    const loss = anchorMass.reduce((sum, a, i) => {
      const logits = similarities![i].map((s) => s / temperature);
      const partition = logits.reduce((total, x, k) => total + multiplicity[i][k] * Math.exp(x), 0);
      return sum + a * (Math.log(partition) - logits.reduce((total, x, k) => total + weights[i][k] * x, 0));
    }, 0);
    expect(loss).toBeCloseTo(bound!, 10);
    expect(smallest(similarities!)).toBeGreaterThan(-1e-9);
  });
});

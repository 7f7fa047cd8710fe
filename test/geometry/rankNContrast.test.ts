/** Rank-N-Contrast where distances may grow: points in the order of the labels, spread ever farther, approach the bound. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { rankNContrastLoss } from '../support/publishedLosses';
import { plainSimilarities } from '../webview/fixtures/problems';

const judged = (written: Omit<ObjectiveSketch, 'objective'>) => {
  const analysis = analyze(sketch({ objective: 'rank-n-contrast', temperature: 0.5, ...written }));
  expectSound(analysis);
  return analysis;
};

const SCALAR = [[0], [1], [1], [2], [5]];
const GRID = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [3, 1],
];

/** Points whose squared distances are the labels' L1 distances: a code that counts up along each column. */
function rootPoints(labels: readonly (readonly number[])[], scale: number): number[][] {
  return labels.map((row) =>
    row.flatMap((y, column) => {
      const values = [...new Set(labels.map((other) => other[column]))].sort((a, b) => a - b);
      return values.slice(1).map((value, k) => (value <= y ? Math.sqrt(scale * (value - values[k])) : 0));
    }),
  );
}

describe.each([
  { name: 'scalar labels', labels: SCALAR },
  { name: 'labels of two columns', labels: GRID },
])('$name', ({ labels }) => {
  test.each(['negative-euclidean', 'negative-squared-euclidean', 'dot'] as const)(
    'with %s the bound is approached by points in their order',
    (similarity) => {
      const analysis = judged({ labels, similarity });
      expect(analysis).toMatchObject({
        verdict: 'degenerate',
        reason: 'unbounded',
        method: 'bound-approached',
      });
      const twice = labels.flatMap((row) => [row, row]);
      const apart = rootPoints(twice, similarity === 'negative-euclidean' ? 1e6 : 1e3);
      // On a sphere, as these points are: about its center a dot product orders like a distance.
      const placed = similarity === 'dot' ? aboutCenter(apart) : apart;
      const loss = rankNContrastLoss(plainSimilarities(similarity, placed), twice, 0.5);
      expect(loss - analysis.bound!).toBeLessThan(1e-9);
      expect(loss - analysis.bound!).toBeGreaterThan(-1e-9);
    },
  );

  test('on the sphere there is a minimum above the bound', () => {
    const analysis = judged({ labels, similarity: 'cosine' });
    expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight', method: 'certified' });
    expect(analysis.gap!).toBeGreaterThan(0.01);
    expect(analysis.certifiedWithin!).toBeLessThan(1e-7);
  });
});

/** Each column's code runs between 0 and the square root of its gap: half of it is the center of all of them. */
function aboutCenter(points: readonly (readonly number[])[]): number[][] {
  const half = points[0].map((_, k) => Math.max(...points.map((row) => row[k])) / 2);
  return points.map((row) => row.map((x, k) => x - half[k]));
}

describe('too few dimensions', () => {
  test('scalar labels need one, or two for dot products', () => {
    expect(judged({ labels: SCALAR, similarity: 'negative-euclidean', dimension: 1 }).reason).toBe(
      'unbounded',
    );
    expect(judged({ labels: SCALAR, similarity: 'dot', dimension: 2 }).reason).toBe('unbounded');
  });

  test('what is not known to be approached is searched, and told', () => {
    const analysis = judged({ labels: GRID, similarity: 'negative-euclidean', dimension: 1 });
    expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight' });
    expect(analysis.condition).toContain('not known');
  });
});

test('an answer does not depend on the order or the unit of the labels', () => {
  const one = judged({ labels: [0, 1, 2.5, 4], similarity: 'cosine' });
  const other = judged({ labels: [4000, 0, 2500, 1000], similarity: 'cosine' });
  expect(other.minimum).toBeCloseTo(one.minimum!, 9);
  expect(other.similarities![0][2]).toBeCloseTo(one.similarities![3][2], 5);
});

test('equal labels are asked to one point', () => {
  const analysis = judged({ labels: [2, 2, 2], similarity: 'cosine' });
  expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'total-collapse', gap: 0 });
});

test('more labels than a minimum is computed for keep their verdict and say so', () => {
  const labels = Array.from({ length: 300 }, (_, i) => i);
  const analysis = judged({ labels, similarity: 'cosine' });
  expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight', minimum: null });
  expect(analysis.optimumNote).toContain('300 labels');
});

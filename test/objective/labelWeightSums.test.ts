/** How unevenly anchors count when columns are normalised: the formula by labels against all views written out. */
import { describe, expect, it } from 'vitest';
import { labelWeightSums } from '../../src/objective/labelWeightSums';
import { type ObjectiveSketch, sketch } from '../support/definitions';

const AGES: ObjectiveSketch = {
  objective: 'y-aware',
  kernel: 'gaussian',
  bandwidth: 5,
  labels: [20, 22, 31, 45, 45, 80],
};

/** Every view a row: weights of pairs of different views, each column divided by its sum. */
function writtenOut(labels: readonly number[], bandwidth: number, views: number) {
  const all = Array.from({ length: views }, () => labels).flat();
  const weights = all.map((a, i) =>
    all.map((b, j) => (i === j ? 0 : Math.exp(-(((a - b) / bandwidth) ** 2) / 2))),
  );
  const columns = all.map((_, j) => weights.reduce((sum, row) => sum + row[j], 0));
  const rows = weights.map((row) => row.reduce((sum, weight, j) => sum + weight / columns[j], 0));
  return { least: Math.min(...rows), greatest: Math.max(...rows) };
}

describe('weights of anchors', () => {
  it.each([1, 2, 3])('with %i views', (views) => {
    const labels = views === 1 ? [20, 22, 31, 45, 45, 60] : [20, 22, 31, 45, 45, 80];
    const sums = labelWeightSums(sketch({ ...AGES, labels, views }));
    const expected = writtenOut(labels, 5, views);
    expect(sums?.least).toBeCloseTo(expected.least, 12);
    expect(sums?.greatest).toBeCloseTo(expected.greatest, 12);
    expect(expected.greatest - expected.least).toBeGreaterThan(0.05);
  });

  it('are all 1 where labels are spread evenly around', () => {
    const corners = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const sums = labelWeightSums(sketch({ ...AGES, labels: corners, bandwidth: [1, 1] }));
    expect(sums?.least).toBeCloseTo(1, 12);
    expect(sums?.greatest).toBeCloseTo(1, 12);
  });

  it.each<[string, Partial<ObjectiveSketch>]>([
    ['labels', { labels: null }],
    ['bandwidth', { bandwidth: null }],
    ['kernel', { kernel: null }],
  ])('are not known without %s', (_, rest) =>
    expect(labelWeightSums(sketch({ ...AGES, ...rest }))).toBeNull(),
  );

  it('are not known where a column has no weight at all', () =>
    expect(labelWeightSums(sketch({ ...AGES, kernel: 'epanechnikov', views: 1 }))).toBeNull());
});

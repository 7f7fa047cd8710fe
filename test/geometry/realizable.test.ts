/** Realizable objectives against the closed forms of their targets, and the loss that these reach. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { buildObjective } from '../../src/objective/buildObjective';
import { SIMILARITIES } from '../../src/objective/definition';
import reference from '../fixtures/reference/objectives.json';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { dense, denseLoss } from '../support/denseObjective';
import { expectSound } from '../support/finite';

const square = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0);

function fileLabels(id: string): number[][] {
  const labels = reference.find((entry) => entry.id === id)?.objective.labels;
  if (labels === undefined) throw new Error(`no labels in ${id}`);
  return labels.map((y) => (typeof y === 'number' ? [y] : y));
}

function expectReached(written: ObjectiveSketch, similarity: (i: number, j: number) => number): void {
  const analysis = analyze(sketch(written));
  expectSound(analysis);
  expect(analysis).toMatchObject({ verdict: 'realizable', reason: 'exact', gap: 0, method: 'bound-reached' });
  const { similarities } = analysis;
  for (const [i, row] of similarities!.entries())
    for (const [j, s] of row.entries()) expect(Math.abs(s - similarity(i, j))).toBeLessThan(1e-9);
  const built = buildObjective(sketch(written));
  if (built.kind !== 'objective') throw new Error(built.kind);
  expect(denseLoss(dense(built.objective), similarities!)).toBeCloseTo(analysis.bound!, 10);
}

describe('the targets of', () => {
  test('a gaussian kernel on a circle are 1 − τ‖Δy‖²/2σ²', () => {
    const labels = fileLabels('y-aware-circle-inside');
    expectReached(
      { objective: 'y-aware', labels, kernel: 'gaussian', bandwidth: 0.3, temperature: 0.1 },
      (i, j) => 1 - (0.1 * square(labels[i], labels[j])) / (2 * 0.09),
    );
  });

  test('a laplacian kernel are 1 − τ|Δy|/σ', () => {
    const labels = fileLabels('y-aware-laplacian');
    expectReached(
      { objective: 'y-aware', labels, kernel: 'laplacian', bandwidth: 0.1, temperature: 0.15 },
      (i, j) => 1 - (0.15 * Math.abs(labels[i][0] - labels[j][0])) / 0.1,
    );
  });

  test('negative squared distances are the labels scaled', () => {
    const labels = fileLabels('euclidean-euclidean');
    expectReached(
      {
        objective: 'euclidean-euclidean',
        labels,
        kernel: 'gaussian',
        bandwidth: 0.3,
        temperature: 0.1,
        similarity: 'negative-squared-euclidean',
      },
      (i, j) => (-0.1 * square(labels[i], labels[j])) / (2 * 0.09),
    );
  });

  test('negative distances of an exponential kernel are the labels scaled', () => {
    const labels = [0, 0.2, 0.7, 0.7, 1.1];
    expectReached(
      {
        objective: 'y-aware',
        labels,
        kernel: 'laplacian',
        bandwidth: 0.5,
        temperature: 0.3,
        similarity: 'negative-euclidean',
      },
      (i, j) => (-0.3 * Math.abs(labels[i] - labels[j])) / 0.5,
    );
  });

  test('X-CLR at equal temperatures are the features’ own cosines', () => {
    const { features, temperature } = reference.find(({ id }) => id === 'x-clr-equal')!.objective;
    const unit = features!.map((row) => row.map((x) => x / Math.hypot(...row)));
    expectReached(
      { objective: 'x-clr', features: features!, temperature, weightTemperature: temperature },
      (i, j) => 1 - square(unit[i], unit[j]) / 2,
    );
  });
});

test.each(SIMILARITIES)('repeated labels stand at one point: %s', (similarity) => {
  const kernel = similarity === 'negative-euclidean' ? 'laplacian' : 'gaussian';
  const labels = [
    [0, 1],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, 1],
  ];
  const analysis = analyze(
    sketch({ objective: 'y-aware', labels, kernel, bandwidth: 2, temperature: 0.5, similarity }),
  );
  expectSound(analysis);
  if (similarity === 'negative-euclidean') return;
  expect(analysis.verdict).toBe('realizable');
  expect(analysis.similarities![0][2]).toBeCloseTo(analysis.similarities![0][0], 12);
});

test('dot products of labels on a circle have the smallest norms that do', () => {
  const labels = [
    [2, 0],
    [0, 2],
    [-2, 0],
    [0, -2],
  ];
  const analysis = analyze(
    sketch({
      objective: 'y-aware',
      labels,
      kernel: 'gaussian',
      bandwidth: 1,
      temperature: 0.5,
      similarity: 'dot',
    }),
  );
  // Distances² τ‖Δy‖²/σ² put the points on a circle of radius² τ 4/σ² = 2 about the origin.
  expect(analysis).toMatchObject({ verdict: 'realizable', rank: 2 });
  expect(analysis.similarities![0][0]).toBeCloseTo(2, 10);
  expect(analysis.similarities![0][2]).toBeCloseTo(-2, 10);
});

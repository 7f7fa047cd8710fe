/** What is drawn and trained is the analysed objective and nothing else. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { SIMILARITIES } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { plainLoss } from '../webview/fixtures/problems';

const cases: (ObjectiveSketch & { name: string })[] = [
  { name: 'certified', objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 },
  { name: 'reached', objective: 'soft-supcon', classes: [6, 3, 3], across: 0.1, temperature: 0.1 },
  {
    name: 'in too few dimensions',
    objective: 'supcon',
    classes: [60, 6, 6, 6],
    temperature: 0.5,
    dimension: 2,
  },
  {
    name: 'with repeated labels',
    objective: 'y-aware',
    labels: [0, 0.3, 0.3, 1],
    kernel: 'gaussian',
    bandwidth: 0.3,
    temperature: 0.1,
  },
  {
    name: 'with more items than are drawn',
    objective: 'y-aware',
    labels: Array.from({ length: 300 }, (_, i) => (i % 12) / 3),
    kernel: 'laplacian',
    bandwidth: 3,
    temperature: 0.1,
  },
  {
    name: 'without a bound in reach, many items',
    objective: 'y-aware',
    labels: Array.from({ length: 300 }, (_, i) => (i % 12) / 3),
    kernel: 'gaussian',
    bandwidth: 0.4,
    temperature: 0.1,
  },
  {
    name: 'total collapse',
    objective: 'y-aware',
    labels: [1, 1, 1],
    kernel: 'gaussian',
    bandwidth: 1,
    temperature: 0.1,
  },
  ...SIMILARITIES.map((similarity) => ({
    name: `local search by ${similarity}`,
    objective: 'weighted' as const,
    weights: [
      [1, 0.5, 0.2],
      [0.5, 1, 0.9],
      [0.2, 0.1, 1],
    ],
    temperature: 0.5,
    similarity,
  })),
];

describe.each(cases)('$name', (written) => {
  const analysis = analyze(sketch(written));
  const geometry = analysis.geometry!;
  const training = analysis.training!;

  test('is sound', () => expectSound(analysis));

  test('the trained loss is the predicted minimum at the drawn similarities', () => {
    expect(training.size).toBe(geometry.points.length);
    expect(plainLoss(training, geometry.attainable)).toBeCloseTo(analysis.minimum!, 8);
  });

  test('every item is in the picture', () => {
    const drawn = geometry.points.reduce((sum, { size }) => sum + size, 0);
    expect(geometry.omitted).toBe(0);
    expect(drawn).toBe(analysis.items.reduce((sum, { size }) => sum + size, 0));
  });

  test('coordinates are the principal ones of the drawn similarities', () => {
    const { coordinates, eigenvalues, explained } = geometry;
    expect([...eigenvalues]).toEqual([...eigenvalues].sort((a, b) => b - a));
    for (const axis of [0, 1, 2] as const) {
      const length = coordinates.reduce((sum, point) => sum + point[axis] ** 2, 0);
      expect(length).toBeCloseTo(Math.max(0, eigenvalues[axis] ?? 0), 9);
    }
    expect(explained).toBeGreaterThanOrEqual(0);
    expect(explained).toBeLessThanOrEqual(1);
  });
});

test('zero weights are drawn as wishes without a number', () => {
  const { geometry } = analyze(sketch({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 }));
  expect(geometry!.target).toEqual([
    [1, null, null],
    [null, 1, null],
    [null, null, 1],
  ]);
  expect(geometry!.onSphere).toBe(true);
});

test('what is only approached is trained and not drawn', () => {
  const analysis = analyze(
    sketch({ objective: 'supcon', classes: [60, 6], temperature: 0.5, similarity: 'dot' }),
  );
  expect(analysis.geometry).toBeNull();
  expect(analysis.training).not.toBeNull();
  expect(analysis.optimumNote).toContain('never reached');
});

test('a batch is told not to be taken into account', () => {
  const written = { objective: 'supcon', classes: [60, 6], temperature: 0.5 } as const;
  expect(analyze(sketch(written)).optimumNote).toBeNull();
  expect(analyze(sketch({ ...written, batch: 32 })).optimumNote).toContain('batches of 32');
});

test('a training problem is as wide as the objective, and not wider than its points need', () => {
  const width = (dimension: number | null) =>
    analyze(sketch({ objective: 'supcon', classes: [60, 6], temperature: 0.5, dimension })).training!
      .dimension;
  expect([width(16), width(null), width(2048)]).toEqual([16, 64, 64]);
});

/** Samples for mini-batches: a batch of all samples has the loss of all samples, and other kinds of loss have none. */
import { describe, expect, test } from 'vitest';
import type { BatchDrawing } from '../../src/geometry/analysis';
import { analyze } from '../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../support/definitions';

const drawingOf = (written: ObjectiveSketch) => analyze(sketch(written)).training?.drawing;

describe.each<ObjectiveSketch & { name: string }>([
  { name: 'classes', objective: 'supcon', classes: [60, 6, 1], temperature: 0.5 },
  { name: 'soft classes', objective: 'soft-supcon', classes: [30, 6, 6], across: 0.1, temperature: 0.2 },
  { name: 'samples', objective: 'info-nce', samples: 12, temperature: 0.5 },
  {
    name: 'labels',
    objective: 'y-aware',
    labels: [0, 0.3, 0.3, 1],
    kernel: 'gaussian',
    bandwidth: 0.3,
    temperature: 0.1,
  },
])('$name', (written) => {
  test('all samples in a batch have the multiplicities and weights of the whole', () => {
    const { drawing, multiplicity, weights } = analyze(sketch(written)).training!;
    multiplicity.forEach((row, p) => {
      const b = row.map((_, q) => inBatch(drawing!, p, q));
      const w = b.map((value, q) => value * Math.exp(drawing!.logRatio[p][q] ?? -Infinity));
      const sum = w.reduce((total, value) => total + value, 0);
      row.forEach((value, q) => {
        expect(b[q]).toBeCloseTo(value, 9);
        expect(w[q] / sum).toBeCloseTo(weights[p][q], 9);
      });
    });
  });
});

test('the batch that a prediction is for is told', () => {
  const written = { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 } as const;
  expect(drawingOf(written)!.batch).toBeNull();
  expect(drawingOf({ ...written, batch: 16 })).toMatchObject({
    batch: 16,
    samples: [60, 6, 6],
    views: 2,
    self: 1,
  });
});

test.each<ObjectiveSketch>([
  {
    objective: 'supcon',
    classes: [8, 8, 8],
    temperature: 0.5,
    balance: { anchors: false, denominators: true },
  },
  { objective: 'decoupled', classes: [20, 6, 6], temperature: 0.5 },
  { objective: 'rank-n-contrast', labels: [0, 1, 2.5, 4], similarity: 'cosine', temperature: 0.5 },
])('$objective with other batches has none', (written) => {
  expect(analyze(sketch(written)).training).not.toBeNull();
  expect(drawingOf(written)).toBeUndefined();
});

function inBatch({ samples, views, self }: BatchDrawing, p: number, q: number): number {
  return p === q ? views * (samples[p] - 1) + self : views * samples[q];
}

/** Every gradient against differences of its loss: the error must fall with the square of the step. */
import { describe, expect, test } from 'vitest';
import { evaluateFactor, newEvaluation } from '../../../src/geometry/optimum/groupedFactor';
import { lossRows } from '../../../src/geometry/optimum/lossRows';
import { newPointState, pointLoss } from '../../../src/geometry/optimum/pointLoss';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { expectedBatches } from '../../../src/objective/batches/expectedBatches';
import { buildObjective } from '../../../src/objective/buildObjective';
import { SIMILARITIES } from '../../../src/objective/definition';
import type { Objective } from '../../../src/objective/objective';
import { softmaxesOf } from '../../../src/objective/softmaxesOf';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { noise } from '../../support/noise';

type Loss = (x: Float64Array, gradient: Float64Array) => number;

/** Remainders of the first-order expansion at steps h and h/2 along a direction: their quotient is 4. */
function remainderQuotient(loss: Loss, x: Float64Array): number {
  const direction = noise(x.length, 7);
  const gradient = new Float64Array(x.length);
  const value = loss(x, gradient);
  const slope = gradient.reduce((sum, g, k) => sum + g * direction[k], 0);
  const remainder = (h: number) =>
    Math.abs(
      loss(
        x.map((entry, k) => entry + h * direction[k]),
        new Float64Array(x.length),
      ) -
        value -
        h * slope,
    );
  return remainder(4e-4) / remainder(2e-4);
}

function built(written: ObjectiveSketch): Objective {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  return result.objective;
}

const written: ObjectiveSketch[] = [
  { objective: 'supcon', classes: [60, 6, 6, 2] },
  { objective: 'soft-supcon', classes: [6, 3, 3], across: 0.05 },
  { objective: 'y-aware', labels: [0, 0.2, 0.2, 0.9], kernel: 'gaussian', bandwidth: 0.3 },
  {
    objective: 'weighted',
    weights: [
      [1, 0.4, 0],
      [0.3, 1, 2],
      [0, 0, 0],
    ],
  },
];

/** Losses that evaluate several softmaxes of an anchor together, or softmaxes without their positives, or views apart. */
const several: readonly (readonly [string, ObjectiveSketch])[] = [
  ['batches of classes', { objective: 'supcon', classes: [9, 5, 2], batch: 5 }],
  [
    'batches of labels',
    { objective: 'y-aware', labels: [0, 0.2, 0.5, 0.9], kernel: 'gaussian', bandwidth: 0.3, batch: 3 },
  ],
  ['rankings', { objective: 'rank-n-contrast', labels: [0, 1, 1, 2.5] }],
  [
    'a softmax for each positive',
    { objective: 'supcon', classes: [5, 2, 1], positives: 'softmax-per-positive' },
  ],
  ['summed positives', { objective: 'supcon', classes: [5, 2, 1], positives: 'summed-positives' }],
  ['decoupled classes', { objective: 'decoupled', classes: [5, 2, 1] }],
  ['two towers', { objective: 'clip', samples: 4 }],
  ['learned centers', { objective: 'balanced-supcon', classes: [5, 2, 1] }],
  [
    'free views',
    {
      objective: 'y-aware',
      labels: [0, 0.2, 0.9],
      kernel: 'gaussian',
      bandwidth: 0.3,
      views: { count: 2, tied: false },
    },
  ],
];

/** With the softmaxes of its batches, where it has a batch size. */
function withBatches(sketched: ObjectiveSketch): Objective {
  const objective = built(sketched);
  if (sketched.batch === undefined) return objective;
  const { softmaxes } = expectedBatches(sketch(sketched), objective, sketched.batch, {
    cells: 2000,
    seed: 1,
  });
  return { ...objective, severalSoftmaxes: softmaxes };
}

describe('the gradient', () => {
  test.each(written)('of the grouped factor: $objective', (sketched) => {
    const objective = built(sketched);
    const factor = { rows: lossRows(softmaxesOf(objective), 0.5), counts: objective.counts, columns: 3 };
    const state = newEvaluation(factor);
    const loss: Loss = (x, gradient) => evaluateFactor(factor, state, x, gradient);
    const quotient = remainderQuotient(loss, noise(objective.counts.length * 4, 3));
    expect(quotient).toBeGreaterThan(3.8);
    expect(quotient).toBeLessThan(4.2);
  });

  test.each(SIMILARITIES)('of points: %s', (similarity) => {
    const labels = [0, 0.2, 0.6, 0.9];
    const objective = built({ objective: 'y-aware', labels, kernel: 'gaussian', bandwidth: 0.3, similarity });
    const state = newPointState(lossRows(softmaxesOf(objective), 0.5), similarity, 3);
    const loss: Loss = (x, gradient) => pointLoss(state, x, gradient);
    const quotient = remainderQuotient(loss, noise(12, 5));
    expect(quotient).toBeGreaterThan(3.8);
    expect(quotient).toBeLessThan(4.2);
  });

  test.each(several)('of the grouped factor: %s', (_, sketched) => {
    const objective = withBatches(sketched);
    const factor = { rows: lossRows(softmaxesOf(objective), 0.5), counts: objective.counts, columns: 3 };
    const state = newEvaluation(factor);
    const loss: Loss = (x, gradient) => evaluateFactor(factor, state, x, gradient);
    const quotient = remainderQuotient(loss, noise(objective.counts.length * 4, 3));
    expect(quotient).toBeGreaterThan(3.8);
    expect(quotient).toBeLessThan(4.2);
  });

  describe.each(SIMILARITIES)('of points by %s', (similarity) => {
    // Sums of positives have no weights by dot products.
    const known = several.filter(
      ([, { positives }]) => similarity !== 'dot' || positives !== 'summed-positives',
    );
    test.each(known)('%s', (_, sketched) => {
      const objective = withBatches({ ...sketched, similarity });
      const apart = objective.counts.map(() => false);
      const { objective: points } = pointsOf(objective, apart, 100)!;
      const state = newPointState(lossRows(softmaxesOf(points), 0.5), similarity, 3);
      const loss: Loss = (x, gradient) => pointLoss(state, x, gradient);
      const quotient = remainderQuotient(loss, noise(points.counts.length * 3, 5));
      expect(quotient).toBeGreaterThan(3.8);
      expect(quotient).toBeLessThan(4.2);
    });
  });
});

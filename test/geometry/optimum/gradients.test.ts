/** Every gradient against differences of its loss: the error must fall with the square of the step. */
import { describe, expect, test } from 'vitest';
import { evaluateFactor, newEvaluation } from '../../../src/geometry/optimum/groupedFactor';
import { lossRows } from '../../../src/geometry/optimum/lossRows';
import { newPointState, pointLoss } from '../../../src/geometry/optimum/pointLoss';
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
  return remainder(2e-3) / remainder(1e-3);
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
});

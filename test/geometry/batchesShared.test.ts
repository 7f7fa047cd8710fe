/** Softmaxes that are evaluated together: the same loss and derivative as one by one, wherever they are. */
import { describe, expect, test } from 'vitest';
import { evaluateFactor, newEvaluation } from '../../src/geometry/optimum/groupedFactor';
import { gapAndDerivative, lossRows } from '../../src/geometry/optimum/lossRows';
import { expectedBatches } from '../../src/objective/batches/expectedBatches';
import { buildObjective } from '../../src/objective/buildObjective';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { noise } from '../support/noise';

const cases: ObjectiveSketch[] = [
  { objective: 'supcon', classes: [60, 6, 6, 2], batch: 8 },
  { objective: 'soft-supcon', classes: [16, 13, 13], across: 0.05, batch: 8 },
  { objective: 'y-aware', labels: [0, 0.2, 0.2, 0.9, 1.3], kernel: 'gaussian', bandwidth: 0.3, batch: 3 },
  { objective: 'decoupled', classes: [60, 6, 6, 2], batch: 8 },
];

function drawn(written: ObjectiveSketch) {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  const { objective } = result;
  const options = { cells: 2000, seed: 1, fewOutcomes: 0 };
  const { softmaxes } = expectedBatches(sketch(written), objective, written.batch!, options);
  return { softmaxes, counts: objective.counts };
}

describe.each(cases)('softmaxes of batches: $objective', (written) => {
  const { softmaxes, counts } = drawn(written);
  const { size } = softmaxes;

  test.each([1e-3, 0.1, 0.5, 1e3])(
    'have the loss and derivative of each by itself at temperature %d',
    (t) => {
      const together = lossRows(softmaxes, t);
      const oneByOne = { ...together, shared: null };
      expect(together.shared).not.toBeNull();
      const similarities = noise(size * (size + 1), 3);
      for (let g = 0; g < size; g++) similarities[g * (size + 1) + size] = 1;
      const [a, b] = [new Float64Array(similarities.length), new Float64Array(similarities.length)];
      const gap = gapAndDerivative(together, similarities, a);
      const expected = gapAndDerivative(oneByOne, similarities, b);
      expect(Math.abs(gap - expected)).toBeLessThan(1e-11 * Math.max(Math.abs(expected), 1e-3));
      const scale = Math.max(...b.map(Math.abs));
      for (const [k, x] of a.entries()) expect(Math.abs(x - b[k])).toBeLessThan(1e-9 * scale);
    },
  );

  test('have the gradient that differences approach with the square of the step', () => {
    const factor = { rows: lossRows(softmaxes, 0.5), counts, columns: 3 };
    const state = newEvaluation(factor);
    const x = noise(size * 4, 3);
    const direction = noise(x.length, 7);
    const gradient = new Float64Array(x.length);
    const value = evaluateFactor(factor, state, x, gradient);
    const slope = gradient.reduce((sum, g, k) => sum + g * direction[k], 0);
    const remainder = (h: number) => {
      const moved = x.map((entry, k) => entry + h * direction[k]);
      return Math.abs(evaluateFactor(factor, state, moved, new Float64Array(x.length)) - value - h * slope);
    };
    const quotient = remainder(2e-3) / remainder(1e-3);
    expect(quotient).toBeGreaterThan(3.8);
    expect(quotient).toBeLessThan(4.2);
  });
});

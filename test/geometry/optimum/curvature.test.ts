/** Products with the Hessian against differences of gradients, and the steps and the rank that are found with them. */
import { describe, expect, test } from 'vitest';
import { correlationMinimum } from '../../../src/geometry/optimum/correlationMinimum';
import { curvatureAt, projectAcross, timesHessian } from '../../../src/geometry/optimum/factorCurvature';
import { evaluateFactor, newEvaluation } from '../../../src/geometry/optimum/groupedFactor';
import { lossRows } from '../../../src/geometry/optimum/lossRows';
import { buildObjective } from '../../../src/objective/buildObjective';
import type { Objective } from '../../../src/objective/objective';
import { softmaxesOf } from '../../../src/objective/softmaxesOf';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { noise } from '../../support/noise';

function built(written: ObjectiveSketch): Objective {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  return result.objective;
}

const COLUMNS = 3;
const WIDTH = COLUMNS + 1;

/** ‖(grad(z + hξ) − grad(z − hξ))/2h − Hξ‖ across the unit rows. */
function differenceError(objective: Objective, h: number): number {
  const factor = { rows: lossRows(softmaxesOf(objective), 0.5), counts: objective.counts, columns: COLUMNS };
  const state = newEvaluation(factor);
  const gradientAt = (x: Float64Array) => {
    const gradient = new Float64Array(x.length);
    evaluateFactor(factor, state, x, gradient);
    projectAcross(unit, WIDTH, gradient);
    return gradient;
  };
  const unit = new Float64Array(noise(objective.counts.length * WIDTH, 3));
  gradientAt(unit);
  unit.set(state.unit);
  const direction = new Float64Array(noise(unit.length, 7));
  projectAcross(unit, WIDTH, direction);
  const moved = (by: number) => gradientAt(unit.map((entry, k) => entry + by * direction[k]));
  const [after, before] = [moved(h), moved(-h)];
  gradientAt(unit);
  const product = new Float64Array(unit.length);
  timesHessian(curvatureAt(factor, state), direction, product);
  return Math.hypot(...product.map((entry, k) => entry - (after[k] - before[k]) / (2 * h)));
}

const cases: ObjectiveSketch[] = [
  { objective: 'supcon', classes: [60, 6, 6, 2] },
  { objective: 'soft-supcon', classes: [6, 3, 3], across: 0.05 },
  { objective: 'y-aware', labels: [0, 0.2, 0.2, 0.9], kernel: 'gaussian', bandwidth: 0.3 },
  { objective: 'rank-n-contrast', labels: [0, 0.2, 0.3, 0.9, 1.4] },
];

describe('the Hessian times a direction', () => {
  test.each(cases)('is what gradients differ by: $objective', (written) => {
    const objective = built(written);
    const quotient = differenceError(objective, 4e-3) / differenceError(objective, 2e-3);
    expect(quotient).toBeGreaterThan(3.8);
    expect(quotient).toBeLessThan(4.2);
  });
});

describe('labels whose optimum descent does not find', () => {
  const line = (n: number) => Array.from({ length: n }, (_, i) => (i * i + 3 * i) / (n * n));
  test.each([
    { labels: line(20), bandwidth: 0.1, temperature: 0.1 },
    { labels: line(20), bandwidth: 0.3, temperature: 0.05 },
    { labels: line(50), bandwidth: 0.6, temperature: 0.5 },
    { labels: line(50), bandwidth: 0.3, temperature: 0.3 },
  ])('are certified to a thousandth of the gap: $bandwidth at $temperature', (written) => {
    const objective = built({ objective: 'y-aware', kernel: 'gaussian', ...written });
    const { gap, certifiedWithin, reachedLimit } = correlationMinimum(objective, written.temperature);
    expect(gap).toBeGreaterThan(0);
    expect(certifiedWithin).toBeLessThan(1e-3 * gap);
    expect(reachedLimit).toBe(false);
  });
});

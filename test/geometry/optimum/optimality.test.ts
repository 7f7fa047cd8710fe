/** Computed optima by their optimality conditions, written out over all items, and their certificates by trial. */
import { describe, expect, test } from 'vitest';
import { symmetricEigen } from '../../../src/geometry/linalg/symmetricEigen';
import { certify } from '../../../src/geometry/optimum/certificate';
import { correlationMinimum } from '../../../src/geometry/optimum/correlationMinimum';
import { evaluateFactor, newEvaluation } from '../../../src/geometry/optimum/groupedFactor';
import { lossRows } from '../../../src/geometry/optimum/lossRows';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import type { Objective } from '../../../src/objective/objective';
import { entropicBound } from '../../../src/objective/softmaxes';
import { softmaxesOf } from '../../../src/objective/softmaxesOf';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { dense, denseDerivative, denseLoss } from '../../support/denseObjective';
import { noise } from '../../support/noise';

const cases: (ObjectiveSketch & { name: string })[] = [
  { name: 'SupCon, rare classes merging', objective: 'supcon', classes: [100, 100, 1, 1], temperature: 0.5 },
  { name: 'SupCon, three sizes', objective: 'supcon', classes: [50, 50, 8, 8, 8, 2], temperature: 0.2 },
  {
    name: 'SupCon, counts from 1 to a million',
    objective: 'supcon',
    classes: [1e6, 1e3, 1e3, 1],
    temperature: 0.3,
  },
  {
    name: 'Soft SupCon beyond its radius',
    objective: 'soft-supcon',
    classes: [6, 3, 3, 1],
    across: 0.02,
    temperature: 0.5,
  },
  {
    name: 'compact kernel',
    objective: 'y-aware',
    labels: [0, 0.1, 0.1, 0.5, 0.9, 1.4],
    kernel: 'triangular',
    bandwidth: 0.6,
    temperature: 0.2,
  },
  {
    name: 'gaussian kernel',
    objective: 'y-aware',
    labels: [0, 0.3, 0.3, 0.3, 1, 2],
    kernel: 'gaussian',
    bandwidth: 0.7,
    temperature: 0.3,
  },
  {
    name: 'asymmetric weights',
    objective: 'weighted',
    weights: [
      [1, 0.5, 0.2],
      [0.5, 1, 0.9],
      [0.2, 0.1, 1],
    ],
    temperature: 0.5,
  },
  {
    name: 'an anchor without positives',
    objective: 'weighted',
    weights: [
      [1, 0.5, 0.2],
      [0.5, 1, 0.9],
      [0, 0, 0],
    ],
    temperature: 0.5,
  },
];

function built(written: ObjectiveSketch): Objective {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  return result.objective;
}

/** Cosines of all items. */
function expanded({ groupOf }: Objective, cosines: readonly Float64Array[]): number[][] {
  return groupOf.map((g, i) => groupOf.map((h, j) => (i === j ? 1 : cosines[g][h])));
}

const product = (a: readonly number[][], b: readonly number[][]) =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));

describe.each(cases)('$name', (written) => {
  const objective = built(written);
  const minimum = correlationMinimum(objective, written.temperature!);
  const S = expanded(objective, minimum.cosines);
  const whole = dense(objective);

  test('is feasible: a positive semidefinite matrix with ones on its diagonal', () => {
    expect(Math.min(...symmetricEigen(S).values)).toBeGreaterThan(-1e-12 * S.length);
    expect(Math.max(...S.flat().map(Math.abs))).toBeLessThanOrEqual(1 + 1e-12);
  });

  test('has the loss that it says, by the formula over all items', () => {
    expect(denseLoss(whole, S)).toBeCloseTo(entropicBound(softmaxesOf(objective)) + minimum.gap, 10);
  });

  test('is stationary, complementary and dual feasible', () => {
    const gamma = denseDerivative(whole, S);
    const lambda = product(gamma, S).map((row, i) => -row[i]);
    const Q = gamma.map((row, i) => row.map((x, j) => (i === j ? lambda[i] : x)));
    const scale = Math.max(...whole.mass) / whole.temperature;
    const residual = Math.max(...product(Q, S).flat().map(Math.abs));
    expect(residual).toBeLessThan(1e-6 * scale);
    expect(-S.length * Math.min(0, ...symmetricEigen(Q).values)).toBeLessThan(1e-6);
  });

  test('is certified to less than a digit that is shown', () => {
    expect(minimum.certifiedWithin).toBeLessThan(1e-6);
    expect(minimum.reachedLimit).toBe(false);
  });

  test('is the same with every item in a group of its own', () => {
    const single = pointsOf(
      objective,
      objective.counts.map(() => false),
      100,
    )!.objective;
    const unmerged = correlationMinimum(single, written.temperature!);
    expect(unmerged.gap).toBeCloseTo(minimum.gap, 7);
    const difference = S.map((row, i) =>
      row.map((s, j) => (i === j ? 0 : Math.abs(s - unmerged.cosines[i][j]))),
    );
    expect(Math.max(...difference.flat())).toBeLessThan(2e-3);
  });
});

test('a certificate bounds every loss, from wherever it is asked', () => {
  const objective = built({ objective: 'supcon', classes: [50, 8, 8, 2], temperature: 0.3 });
  const factor = { rows: lossRows(softmaxesOf(objective), 0.3), counts: objective.counts, columns: 3 };
  const state = newEvaluation(factor);
  const lowest = correlationMinimum(objective, 0.3).gap;
  for (let seed = 1; seed <= 30; seed++) {
    const x = noise(objective.counts.length * 4, seed);
    const gap = evaluateFactor(factor, state, x, new Float64Array(x.length));
    expect(gap - lowest).toBeLessThanOrEqual(certify(factor, state) + 1e-9);
  }
});

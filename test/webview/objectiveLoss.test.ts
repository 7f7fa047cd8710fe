/** The tensor loss against the formula in plain Float64, its gradient against finite differences. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TrainingProblem } from '../../src/protocol/panelMessages';
import { disposeProblem, objectiveLoss, prepareProblem } from '../../webview/training/objectiveLoss';
import { createUniform, randomNormal } from '../../webview/training/randomNormal';
import { plainLoss, plainSimilarities } from './fixtures/problems';

const SIMILARITIES = ['cosine', 'negative-squared-euclidean', 'negative-euclidean', 'dot'] as const;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/**
 * Random masses, weights and multiplicities, with some pairs in no denominator and one anchor without mass; each point
 * anchors `each` softmaxes.
 */
function randomProblem(
  similarity: TrainingProblem['similarity'],
  size: number,
  seed: number,
  each = 1,
): TrainingProblem {
  const uniform = createUniform(seed);
  const normalised = (row: number[]) => {
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => value / sum);
  };
  const rows = <T>(make: (i: number, j: number) => T) =>
    Array.from({ length: each * size }, (_, i) => Array.from({ length: size }, (_, j) => make(i, j)));
  return {
    similarity,
    temperature: 0.1 + uniform(),
    dimension: 5,
    size,
    offset: each - 1,
    anchorOf: Array.from({ length: each * size }, (_, r) => r % size),
    anchorMass: normalised(Array.from({ length: each * size }, (_, i) => (i === 1 ? 0 : 0.1 + uniform()))),
    multiplicity: rows((i, j) => ((i + j) % 4 === 3 ? 0 : Math.ceil(4 * uniform()))),
    weights: rows(() => uniform()).map(normalised),
  };
}

function randomRows(size: number, dimension: number, seed: number): number[][] {
  const values = randomNormal(seed, size * dimension);
  return Array.from({ length: size }, (_, i) => Array.from(values.slice(i * dimension, (i + 1) * dimension)));
}

function tensorLoss(problem: TrainingProblem, rows: number[][]): number {
  const prepared = prepareProblem(problem);
  const value = tf.tidy(() => objectiveLoss(prepared, tf.tensor2d(rows)).dataSync()[0]);
  disposeProblem(prepared);
  return value;
}

function tensorGradient(problem: TrainingProblem, rows: number[][]): number[] {
  const prepared = prepareProblem(problem);
  const gradient = tf.tidy(() =>
    Array.from(
      tf
        .grad((z: tf.Tensor) => objectiveLoss(prepared, z as tf.Tensor2D))(tf.tensor2d(rows))
        .dataSync(),
    ),
  );
  disposeProblem(prepared);
  return gradient;
}

const float64Loss = (problem: TrainingProblem, rows: number[][]) =>
  plainLoss(problem, plainSimilarities(problem.similarity, rows));

describe.each(SIMILARITIES)('the loss with %s', (similarity) => {
  test.each([1, 2, 3, 4, 5])('equals the plain formula on random problem %i', (seed) => {
    const problem = randomProblem(similarity, 4 + seed, seed);
    const rows = randomRows(4 + seed, problem.dimension, 100 + seed);
    const expected = float64Loss(problem, rows);
    expect(Math.abs(tensorLoss(problem, rows) - expected)).toBeLessThan(
      1e-5 * Math.max(1, Math.abs(expected)),
    );
  });

  test.each([1, 2, 3])(
    'equals the plain formula with several softmaxes a point, random problem %i',
    (seed) => {
      const problem = randomProblem(similarity, 4 + seed, seed, 3);
      const rows = randomRows(4 + seed, problem.dimension, 100 + seed);
      const expected = float64Loss(problem, rows);
      expect(Math.abs(tensorLoss(problem, rows) - expected)).toBeLessThan(
        1e-5 * Math.max(1, Math.abs(expected)),
      );
    },
  );

  test.each([1, 3])(
    'has the gradient that differences approach quadratically, %i softmaxes a point',
    (each) => {
      const problem = randomProblem(similarity, 6, 11, each);
      const rows = randomRows(6, problem.dimension, 12);
      const direction = randomRows(6, problem.dimension, 13);
      const gradient = tensorGradient(problem, rows);
      const slope = direction.flat().reduce((sum, value, k) => sum + value * gradient[k], 0);
      const moved = (step: number) =>
        rows.map((row, i) => row.map((value, k) => value + step * direction[i][k]));
      // Differences in Float64, so that only the gradient is float32: the steps stay well above its rounding.
      const error = (step: number) =>
        Math.abs(
          (float64Loss(problem, moved(step)) - float64Loss(problem, moved(-step))) / (2 * step) - slope,
        );
      const logSlope = Math.log(error(0.04) / error(0.02)) / Math.log(2);
      expect(logSlope).toBeGreaterThan(1.8);
      expect(logSlope).toBeLessThan(2.2);
    },
  );
});

test('coincident points have a finite gradient where the distance is not smooth', () => {
  const problem = randomProblem('negative-euclidean', 4, 21);
  const row = [1, 2, 3, 4, 5];
  expect(tensorGradient(problem, [row, row, row, row]).every(Number.isFinite)).toBe(true);
});

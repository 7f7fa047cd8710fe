/** The network's gradient is that of its formula, and its seed decides all that is random. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { createEncoder } from '../../../webview/training/encoder';
import { objectiveLoss, prepareProblem } from '../../../webview/training/objectiveLoss';
import { randomNormal } from '../../../webview/training/randomNormal';
import { supConProblem } from '../fixtures/problems';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test.each(['table', 'mlp'] as const)('%s: the slope along any direction is the gradient’s', (kind) => {
  const problem = prepareProblem(supConProblem([60, 6, 6], 0.5, 4));
  const encoder = createEncoder(kind, 3, 4, 1);
  const loss = () => objectiveLoss(problem, encoder.embed());
  const { grads } = tf.variableGrads(loss, [...encoder.variables]);
  for (const [k, variable] of encoder.variables.entries()) {
    const start = variable.clone();
    const direction = tf.tensor(randomNormal(7 + k, variable.size), variable.shape);
    const lossAt = (share: number) => {
      variable.assign(start.add(direction.mul(share)));
      return loss().dataSync()[0];
    };
    const width = 2e-3;
    const slope = (lossAt(width) - lossAt(-width)) / (2 * width);
    const expected = grads[variable.name].mul(direction).sum().dataSync()[0];
    variable.assign(start);
    expect(Math.abs(expected)).toBeGreaterThan(1e-2);
    expect(Math.abs(slope / expected - 1)).toBeLessThan(0.02);
  }
});

test('points have embeddings of the wanted width, other points others', () => {
  const rows = createEncoder('mlp', 5, 7, 3).embed();
  expect(rows.shape).toEqual([5, 7]);
  const values = rows.arraySync();
  expect(values[0]).not.toEqual(values[1]);
  expect(createEncoder('mlp', 5, 7, 3).embed().arraySync()).toEqual(values);
  expect(createEncoder('mlp', 5, 7, 4).embed().arraySync()).not.toEqual(values);
});

/** What is trained: a free embedding for each point, or a small network that maps random inputs to embeddings. */
import * as tf from '@tensorflow/tfjs';
import { MLP_HIDDEN, MLP_INPUTS } from './mlpShape';
import { randomNormal } from './randomNormal';
import type { Encoder } from './runSettings';

export interface TrainedEncoder {
  readonly variables: readonly tf.Variable[];
  /** Embeddings of all points, P × d, differentiable in the variables. */
  embed(): tf.Tensor2D;
  dispose(): void;
}

export function createEncoder(kind: Encoder, size: number, dimension: number, seed: number): TrainedEncoder {
  return kind === 'table' ? table(size, dimension, seed) : mlp(size, dimension, seed);
}

function table(size: number, dimension: number, seed: number): TrainedEncoder {
  const embeddings = variable(randomNormal(seed, size * dimension), [size, dimension]);
  return { variables: [embeddings], embed: () => embeddings.clone(), dispose: () => embeddings.dispose() };
}

/**
 * z_p = W₂ᵀ relu(W₁ᵀ x_p + b) with inputs x_p from N(0, I), drawn once for each point.
 * Shape: W₁ 32 × 128, W₂ 128 × d. Weights start at N(0, 2 / inputs) and N(0, 1 / hidden).
 */
function mlp(size: number, dimension: number, seed: number): TrainedEncoder {
  const parts = [size * MLP_INPUTS, MLP_INPUTS * MLP_HIDDEN, MLP_HIDDEN * dimension];
  const numbers = randomNormal(
    seed,
    parts.reduce((sum, part) => sum + part, 0),
  );
  const part = (k: number, scale: number) => {
    const from = parts.slice(0, k).reduce((sum, length) => sum + length, 0);
    return numbers.slice(from, from + parts[k]).map((value) => scale * value);
  };
  const inputs = tf.tensor2d(part(0, 1), [size, MLP_INPUTS]);
  const first = variable(part(1, Math.sqrt(2 / MLP_INPUTS)), [MLP_INPUTS, MLP_HIDDEN]);
  const bias = variable(new Float32Array(MLP_HIDDEN), [1, MLP_HIDDEN]);
  const second = variable(part(2, Math.sqrt(1 / MLP_HIDDEN)), [MLP_HIDDEN, dimension]);
  return {
    variables: [first, bias, second],
    embed: () => {
      const hidden = tf.relu(tf.matMul(inputs, first).add(bias)) as tf.Tensor2D;
      return tf.matMul(hidden, second);
    },
    dispose: () => tf.dispose([inputs, first, bias, second]),
  };
}

function variable(values: Float32Array, shape: [number, number]): tf.Variable<tf.Rank.R2> {
  const start = tf.tensor2d(values, shape);
  const made = tf.variable(start, true);
  start.dispose();
  return made;
}

/** The loss of a weighted contrastive objective as tensors, so that tfjs can differentiate it. */
import * as tf from '@tensorflow/tfjs';
import type { TrainingProblem } from '../../src/protocol/panelMessages';

/** A problem's constants as tensors, made once a run. */
export interface PreparedProblem {
  readonly similarity: TrainingProblem['similarity'];
  readonly temperature: number;
  readonly size: number;
  /** a_i. */
  readonly anchorMass: tf.Tensor1D;
  /** log b_ij, with ABSENT for b_ij = 0. */
  readonly logMultiplicity: tf.Tensor2D;
  /** a_i w_ij / τ. */
  readonly pull: tf.Tensor2D;
  /** 1 off the diagonal, 0 on it. */
  readonly offDiagonal: tf.Tensor2D;
}

/**
 * Stands for log 0. A true −∞ would make NaN in gradients (0 · ∞) and is not reliable in WebGL; exp(−1e30) is 0 in
 * every float format.
 */
const ABSENT = -1e30;

/** Keeps √x differentiable at 0; its square root, 1e−6, is below what float32 resolves of a unit distance. */
const ROOT_SOFTENING = 1e-12;

/** Also what a row norm is divided by at least, squared: no embedding that is trained comes near 0. */
const NORM_SOFTENING = 1e-12;

export function prepareProblem(problem: TrainingProblem): PreparedProblem {
  const { anchorMass, multiplicity, weights, temperature } = problem;
  const size = anchorMass.length;
  return {
    similarity: problem.similarity,
    temperature,
    size,
    anchorMass: tf.tensor1d([...anchorMass]),
    logMultiplicity: toMatrix(size, (i, j) => logOrAbsent(multiplicity[i][j], anchorMass[i])),
    pull: toMatrix(size, (i, j) => (anchorMass[i] * weights[i][j]) / temperature),
    offDiagonal: toMatrix(size, (i, j) => (i === j ? 0 : 1)),
  };
}

export function disposeProblem(problem: PreparedProblem): void {
  tf.dispose([problem.anchorMass, problem.logMultiplicity, problem.pull, problem.offDiagonal]);
}

/**
 * L(z) = Σ_i a_i [ log Σ_k b_ik exp(s_ik/τ) − Σ_j w_ij s_ij/τ ].
 * Shape: embeddings m × d; the answer is a scalar. Units: nats. Source: [Vock2026]
 */
export function objectiveLoss(problem: PreparedProblem, embeddings: tf.Tensor2D): tf.Scalar {
  const similarities = latentSimilarities(problem, embeddings);
  const logits = similarities.div<tf.Tensor2D>(problem.temperature).add<tf.Tensor2D>(problem.logMultiplicity);
  const push = tf.logSumExp(logits, 1).mul(problem.anchorMass).sum();
  const pull = similarities.mul(problem.pull).sum();
  return push.sub(pull);
}

/** s_ij for every pair of rows; a row's distance to itself is exactly 0, whatever rounding says. */
export function latentSimilarities(problem: PreparedProblem, embeddings: tf.Tensor2D): tf.Tensor2D {
  if (problem.similarity === 'dot') return gram(embeddings);
  if (problem.similarity === 'cosine') return gram(normaliseRows(embeddings));
  const squared = squaredDistances(embeddings).mul<tf.Tensor2D>(problem.offDiagonal);
  if (problem.similarity === 'negative-squared-euclidean') return squared.neg();
  return squared.add(ROOT_SOFTENING).sqrt().mul<tf.Tensor2D>(problem.offDiagonal).neg();
}

export function normaliseRows(embeddings: tf.Tensor2D): tf.Tensor2D {
  const squaredNorms = embeddings.square().sum(1, true);
  return embeddings.div(squaredNorms.add(NORM_SOFTENING).sqrt());
}

function gram(rows: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(rows, rows, false, true);
}

function squaredDistances(rows: tf.Tensor2D): tf.Tensor2D {
  const squaredNorms = rows.square().sum(1, true);
  const unclamped = squaredNorms.add(squaredNorms.transpose()).sub(gram(rows).mul(2));
  return tf.relu(unclamped) as tf.Tensor2D;
}

/** An anchor without mass has no say: its row is left whole, so that no empty sum arises. */
function logOrAbsent(multiplicity: number, anchorMass: number): number {
  if (anchorMass === 0) return 0;
  return multiplicity > 0 ? Math.log(multiplicity) : ABSENT;
}

function toMatrix(size: number, entry: (row: number, column: number) => number): tf.Tensor2D {
  const values = new Float32Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) values[i * size + j] = entry(i, j);
  return tf.tensor2d(values, [size, size]);
}

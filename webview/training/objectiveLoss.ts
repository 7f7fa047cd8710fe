/** The loss of a weighted contrastive objective as tensors, so that tfjs can differentiate it. */
import * as tf from '@tensorflow/tfjs';
import type { TrainingProblem } from '../../src/protocol/panelMessages';
import type { BatchLoss } from './miniBatch';

/** A problem's constants as tensors, made once a run. */
export interface PreparedProblem {
  readonly similarity: TrainingProblem['similarity'];
  readonly temperature: number;
  /** P: points. */
  readonly size: number;
  /** Nats that every loss has more than its softmaxes. */
  readonly offset: number;
  /** R × P: 1 at each softmax's anchor; null where every point anchors one softmax, in their order. */
  readonly anchors: tf.Tensor2D | null;
  /** a_r. */
  readonly anchorMass: tf.Tensor1D;
  /** log b_rk, with ABSENT for b_rk = 0. Shape: R × P. */
  readonly logMultiplicity: tf.Tensor2D;
  /** Σ_r a_r w_rk / τ over the softmaxes of a point. Shape: P × P. */
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
  const { size, anchorOf, anchorMass, multiplicity, temperature } = problem;
  const rows = anchorOf.length;
  const isOneEach = rows === size && anchorOf.every((point, row) => point === row);
  return {
    similarity: problem.similarity,
    temperature,
    size,
    offset: problem.offset,
    anchors: isOneEach ? null : toMatrix(rows, size, (r, k) => (anchorOf[r] === k ? 1 : 0)),
    anchorMass: tf.tensor1d([...anchorMass]),
    logMultiplicity: toMatrix(rows, size, (r, k) => logOrAbsent(multiplicity[r][k], anchorMass[r])),
    pull: pullOf(problem),
    offDiagonal: toMatrix(size, size, (i, j) => (i === j ? 0 : 1)),
  };
}

/** The same points with the softmaxes of a mini-batch; its three new tensors are the caller's to dispose of. */
export function prepareBatch(problem: PreparedProblem, batch: BatchLoss): PreparedProblem {
  const { size, temperature } = problem;
  const { mass, multiplicity, weights } = batch;
  const rowOf = (cell: number) => Math.floor(cell / size);
  const table = (values: Float32Array) => tf.tensor2d(values, [size, size]);
  return {
    ...problem,
    anchors: null,
    anchorMass: tf.tensor1d(mass),
    logMultiplicity: table(multiplicity.map((b, cell) => logOrAbsent(b, mass[rowOf(cell)]))),
    pull: table(weights.map((w, cell) => (mass[rowOf(cell)] * w) / temperature)),
  };
}

export function disposeProblem({ anchors, ...problem }: PreparedProblem): void {
  tf.dispose([anchors ?? [], problem.anchorMass, problem.logMultiplicity, problem.pull, problem.offDiagonal]);
}

/**
 * L(z) = offset + Σ_r a_r [ log Σ_k b_rk exp(s_{i(r)k}/τ) − Σ_k w_rk s_{i(r)k}/τ ].
 * Shape: embeddings P × d; the answer is a scalar. Units: nats. Source: [Vock2026]
 */
export function objectiveLoss(problem: PreparedProblem, embeddings: tf.Tensor2D): tf.Scalar {
  const { anchors, temperature, anchorMass, logMultiplicity } = problem;
  const similarities = latentSimilarities(problem, embeddings);
  // A product with zeros and ones: the gradient of gathering rows takes P times as long on tfjs's cpu backend.
  const seen = anchors === null ? similarities : tf.matMul(anchors, similarities);
  const logits = seen.div<tf.Tensor2D>(temperature).add<tf.Tensor2D>(logMultiplicity);
  const push = tf.logSumExp(logits, 1).mul(anchorMass).sum();
  const pull = similarities.mul(problem.pull).sum();
  return push.sub(pull).add(problem.offset);
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

/** What all softmaxes of a point ask for, added up before training. */
function pullOf({ size, anchorOf, anchorMass, weights, temperature }: TrainingProblem): tf.Tensor2D {
  const pull = new Float64Array(size * size);
  for (const [r, point] of anchorOf.entries())
    for (let k = 0; k < size; k++) pull[point * size + k] += (anchorMass[r] * weights[r][k]) / temperature;
  return toMatrix(size, size, (i, j) => pull[i * size + j]);
}

function toMatrix(
  rows: number,
  columns: number,
  entry: (row: number, column: number) => number,
): tf.Tensor2D {
  const values = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[i * columns + j] = entry(i, j);
  return tf.tensor2d(values, [rows, columns]);
}

/** One training run of free embeddings: its state and its step. Who calls the step, and when, is not known here. */
import * as tf from '@tensorflow/tfjs';
import type { TrainingProblem } from '../../src/protocol/panelMessages';
import {
  disposeProblem,
  latentSimilarities,
  normaliseRows,
  objectiveLoss,
  type PreparedProblem,
  prepareProblem,
} from './objectiveLoss';
import { randomNormal } from './randomNormal';

/** Adam's first learning rate: a twentieth of the starting coordinates' spread. It falls to 0 along a cosine. */
const LEARNING_RATE = 0.05;

/** Adam with a learning rate that can be set between steps, which tfjs keeps to its subclasses. */
class ScheduledAdam extends tf.AdamOptimizer {
  setLearningRate(value: number): void {
    this.learningRate = value;
  }
}

export interface TrainingRun {
  readonly problem: PreparedProblem;
  readonly dimension: number;
  readonly steps: number;
  readonly embeddings: tf.Variable<tf.Rank.R2>;
  readonly optimizer: ScheduledAdam;
  /** Steps done so far. */
  step: number;
}

export function createTraining(problem: TrainingProblem, seed: number, steps: number): TrainingRun {
  const { size, dimension } = problem;
  const start = tf.tensor2d(randomNormal(seed, size * dimension), [size, dimension]);
  const embeddings = tf.variable(start, true);
  start.dispose();
  return {
    problem: prepareProblem(problem),
    dimension,
    steps,
    embeddings,
    optimizer: new ScheduledAdam(LEARNING_RATE, 0.9, 0.999),
    step: 0,
  };
}

/** One step of Adam. Answers the loss before the step, still on the device: reading many at once is far cheaper. */
export function trainingStep(run: TrainingRun): tf.Scalar {
  const { value, grads } = tf.variableGrads(
    () => objectiveLoss(run.problem, run.embeddings),
    [run.embeddings],
  );
  run.optimizer.setLearningRate(learningRateAt(run.step, run.steps));
  run.optimizer.applyGradients([{ name: run.embeddings.name, tensor: grads[run.embeddings.name] }]);
  tf.dispose(grads);
  run.step += 1;
  return value;
}

/** The loss of the embeddings as they are now. */
export function currentLoss(run: TrainingRun): tf.Scalar {
  return tf.tidy(() => objectiveLoss(run.problem, run.embeddings));
}

/** What the embeddings look like now: unit rows for cosine, and their latent similarities. */
export function currentGeometry(run: TrainingRun): { rows: tf.Tensor2D; similarities: tf.Tensor2D } {
  return tf.tidy(() => ({
    rows: run.problem.similarity === 'cosine' ? normaliseRows(run.embeddings) : run.embeddings.clone(),
    similarities: latentSimilarities(run.problem, run.embeddings),
  }));
}

export function disposeTraining(run: TrainingRun): void {
  run.embeddings.dispose();
  run.optimizer.dispose();
  disposeProblem(run.problem);
}

function learningRateAt(step: number, steps: number): number {
  return (LEARNING_RATE * (1 + Math.cos((Math.PI * step) / steps))) / 2;
}

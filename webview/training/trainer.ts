/** One training run: its state and its step. Who calls the step, and when, is not known here. */
import * as tf from '@tensorflow/tfjs';
import type { TrainingProblem } from '../../src/protocol/panelMessages';
import { createEncoder, type TrainedEncoder } from './encoder';
import { type BatchSampler, batchLoss, createBatchSampler, type Drawing } from './miniBatch';
import {
  disposeProblem,
  latentSimilarities,
  normaliseRows,
  objectiveLoss,
  type PreparedProblem,
  prepareBatch,
  prepareProblem,
} from './objectiveLoss';
import { createOptimizer, learningRateAt, type ScheduledOptimizer } from './optimizer';
import type { RunSettings } from './runSettings';

export interface TrainingRun {
  readonly problem: PreparedProblem;
  readonly dimension: number;
  readonly settings: RunSettings;
  readonly encoder: TrainedEncoder;
  readonly optimizer: ScheduledOptimizer;
  /** Null where each step takes the whole loss. */
  readonly batches: { readonly drawing: Drawing; readonly sampler: BatchSampler } | null;
  /** Steps done so far. */
  step: number;
}

/** Throws: a batch size for a problem without samples to draw. */
export function createTraining(problem: TrainingProblem, settings: RunSettings): TrainingRun {
  const { size, dimension, drawing } = problem;
  const { batch, seed, encoder, optimizer, learningRate } = settings;
  if (batch !== null && drawing === undefined)
    throw new Error('the loss of this objective cannot be drawn in mini-batches');
  return {
    problem: prepareProblem(problem),
    dimension,
    settings,
    encoder: createEncoder(encoder, size, dimension, seed),
    optimizer: createOptimizer(optimizer, learningRate),
    batches:
      batch === null || drawing === undefined
        ? null
        : { drawing, sampler: createBatchSampler(drawing, batch, seed) },
    step: 0,
  };
}

/** One step. Answers the loss before it, still on the device: reading many at once is far cheaper. */
export function trainingStep(run: TrainingRun): tf.Scalar {
  const { encoder, optimizer, settings } = run;
  const batch = nextBatch(run);
  const { value, grads } = tf.variableGrads(
    () => objectiveLoss(batch ?? run.problem, encoder.embed()),
    [...encoder.variables],
  );
  optimizer.setLearningRate(learningRateAt(run.step, settings));
  optimizer.applyGradients(encoder.variables.map(({ name }) => ({ name, tensor: grads[name] })));
  tf.dispose(grads);
  if (batch !== null) tf.dispose([batch.anchorMass, batch.logMultiplicity, batch.pull]);
  run.step += 1;
  return value;
}

function nextBatch({ batches, problem }: TrainingRun): PreparedProblem | null {
  if (batches === null) return null;
  return prepareBatch(problem, batchLoss(batches.drawing, batches.sampler.next()));
}

/** The whole loss of the embeddings as they are now. */
export function currentLoss(run: TrainingRun): tf.Scalar {
  return tf.tidy(() => objectiveLoss(run.problem, run.encoder.embed()));
}

/** What the embeddings look like now: unit rows for cosine, and their latent similarities. */
export function currentGeometry(run: TrainingRun): { rows: tf.Tensor2D; similarities: tf.Tensor2D } {
  return tf.tidy(() => {
    const embeddings = run.encoder.embed();
    return {
      rows: run.problem.similarity === 'cosine' ? normaliseRows(embeddings) : embeddings.clone(),
      similarities: latentSimilarities(run.problem, embeddings),
    };
  });
}

export function disposeTraining(run: TrainingRun): void {
  run.encoder.dispose();
  run.optimizer.dispose();
  disposeProblem(run.problem);
}

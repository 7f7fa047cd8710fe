/**
 * Drives training runs in short chunks, so that a pause is obeyed at once and progress is told a few times a second.
 * The clock and the wait between chunks are passed in: tests run it without a timer.
 */
import * as tf from '@tensorflow/tfjs';
import { alignToPrediction, centreRows, type Point } from './procrustes';
import type { Prediction, Progress, StartRun, TrainerAnswer, TrainerRequest } from './runMessages';
import {
  createTraining,
  currentGeometry,
  currentLoss,
  disposeTraining,
  type TrainingRun,
  trainingStep,
} from './trainer';

export interface SessionHost {
  chooseBackend(): Promise<string>;
  /** Milliseconds. */
  now(): number;
  /** Lets waiting messages in before the next chunk. */
  nextTurn(): Promise<void>;
  post(answer: TrainerAnswer): void;
}

/** About 15 messages a second. */
const CHUNK_MILLISECONDS = 65;

/** Also bounds how many losses wait on the device. */
const MAX_CHUNK_STEPS = 50;

interface ActiveRun {
  readonly request: StartRun;
  readonly run: TrainingRun;
  readonly backend: string;
}

export interface TrainingSession {
  handle(request: TrainerRequest): void;
}

export function createTrainingSession(host: SessionHost): TrainingSession {
  /** Grows with every start and stop: a loop that finds it changed ends. */
  let generation = 0;
  let paused = false;
  let wake: (() => void) | null = null;

  async function drive(request: StartRun, mine: number): Promise<void> {
    const backend = await host.chooseBackend();
    const run = createTraining(request.problem, request.seed, request.steps);
    const active = { request, run, backend };
    try {
      while (mine === generation && run.step < run.steps) {
        if (paused) await new Promise<void>((resolve) => (wake = resolve));
        else await trainChunk(active, host, () => mine === generation);
        await host.nextTurn();
      }
    } finally {
      disposeTraining(run);
    }
  }

  function start(request: StartRun): void {
    generation += 1;
    paused = false;
    wake?.();
    drive(request, generation).catch((error: unknown) =>
      host.post({
        type: 'failed',
        run: request.run,
        because: error instanceof Error ? error.message : String(error),
      }),
    );
  }

  return {
    handle(request) {
      if (request.type === 'start') return start(request);
      if (request.type === 'stop') generation += 1;
      paused = request.type === 'pause';
      if (!paused) wake?.();
    },
  };
}

/** Steps for one message's time, then tells what came of them unless the run was replaced meanwhile. */
async function trainChunk(active: ActiveRun, host: SessionHost, isCurrent: () => boolean): Promise<void> {
  const { run } = active;
  const pending: tf.Scalar[] = [];
  const until = host.now() + CHUNK_MILLISECONDS;
  do pending.push(trainingStep(run));
  while (run.step < run.steps && pending.length < MAX_CHUNK_STEPS && host.now() < until);
  if (run.step === run.steps) pending.push(currentLoss(run));
  const stacked = tf.stack(pending);
  tf.dispose(pending);
  const losses = Array.from(await stacked.data());
  stacked.dispose();
  if (losses.some((loss) => !Number.isFinite(loss))) {
    throw new Error(`the loss is no longer a finite number near step ${run.step}`);
  }
  const progress = await describe(active, losses);
  if (isCurrent()) host.post(progress);
}

async function describe({ request, run, backend }: ActiveRun, losses: number[]): Promise<Progress> {
  const comparison = request.predicted === null ? null : await compare(run, request.predicted);
  return {
    type: 'progress',
    run: request.run,
    backend,
    step: run.step,
    losses,
    coordinates: comparison?.coordinates ?? null,
    largestDifference: comparison?.largestDifference ?? null,
    ended: run.step === run.steps,
  };
}

async function compare(
  run: TrainingRun,
  predicted: Prediction,
): Promise<{ coordinates: Point[]; largestDifference: number }> {
  const { rows, similarities } = currentGeometry(run);
  const [flatRows, flatSimilarities] = await Promise.all([rows.data(), similarities.data()]);
  tf.dispose([rows, similarities]);
  const size = run.problem.size;
  const split = Array.from({ length: size }, (_, i) =>
    Float32Array.from(flatRows.subarray(i * run.dimension, (i + 1) * run.dimension)),
  );
  const euclidean = run.problem.similarity.startsWith('negative');
  const expected = predicted.similarities.flat();
  let largestDifference = 0;
  expected.forEach((value, k) => {
    largestDifference = Math.max(largestDifference, Math.abs(value - flatSimilarities[k]));
  });
  return {
    coordinates: alignToPrediction(euclidean ? centreRows(split) : split, predicted.coordinates),
    largestDifference,
  };
}

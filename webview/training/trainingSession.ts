/**
 * Drives training runs in short chunks, so that a pause is obeyed at once and progress is told a few times a second.
 * The clock and the wait between chunks are passed in: tests run it without a timer.
 */
import * as tf from '@tensorflow/tfjs';
import { type Backend, productsOf } from './backend';
import { type Current, endOf, measureRun, readCurrent } from './runMeasurement';
import type { Progress, StartRun, TrainerAnswer, TrainerRequest } from './runMessages';
import { createTraining, disposeTraining, type TrainingRun, trainingStep } from './trainer';

export interface SessionHost {
  /** For so many products in a step. */
  chooseBackend(products: number): Promise<Backend>;
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
  readonly backend: Backend;
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
    const backend = await host.chooseBackend(productsOf(request.problem, request.settings.encoder));
    const run = createTraining(request.problem, request.settings);
    const active = { request, run, backend };
    try {
      while (mine === generation && run.step < request.settings.steps) {
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
  const { run, request } = active;
  const { steps } = request.settings;
  const pending: tf.Scalar[] = [];
  const until = host.now() + CHUNK_MILLISECONDS;
  do pending.push(trainingStep(run));
  while (run.step < steps && pending.length < MAX_CHUNK_STEPS && host.now() < until);
  const stacked = tf.stack(pending);
  tf.dispose(pending);
  const losses = Array.from(await stacked.data());
  stacked.dispose();
  const current = await readCurrent(run);
  if (!hasNumbers(losses, current)) throw new Error(diverged(run));
  if (isCurrent()) host.post(progress(active, losses, current));
}

function hasNumbers(losses: readonly number[], { loss, rows }: Current): boolean {
  return [loss, ...losses].every(Number.isFinite) && rows.every((row) => row.every(Number.isFinite));
}

function diverged({ step, settings }: TrainingRun): string {
  return (
    `the loss is no longer a finite number near step ${step}: the run has diverged. ` +
    `A learning rate below ${settings.learningRate} may keep it together`
  );
}

function progress({ request, run, backend }: ActiveRun, losses: number[], current: Current): Progress {
  return {
    type: 'progress',
    run: request.run,
    backend,
    losses,
    ...measureRun(run, current, request.predicted),
    end: run.step === request.settings.steps ? endOf(current) : null,
  };
}

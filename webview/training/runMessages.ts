/** The messages between the panel and its training worker, and their decoders. */
import * as v from 'valibot';
import { count, finite, orNull, trainingProblemSchema } from '../../src/protocol/analysisSchema';
import { type Decoded, decode } from '../../src/protocol/decode';
import type { Geometry, TrainingProblem } from '../../src/protocol/panelMessages';
import type { Backend } from './backend';
import type { Differences } from './comparison';
import type { RunSettings } from './runSettings';

export interface StartRun {
  readonly type: 'start';
  /** Told back with every answer, so that answers of a run that was replaced can be dropped. */
  readonly run: number;
  readonly problem: TrainingProblem;
  readonly settings: RunSettings;
  /** What the run is compared with; null when no geometry is predicted for these rows. */
  readonly predicted: Prediction | null;
}

export interface Prediction {
  readonly coordinates: Geometry['coordinates'];
  readonly similarities: Geometry['attainable'];
  /** Samples of each point. */
  readonly sizes: readonly number[];
}

export type TrainerRequest =
  | StartRun
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' };

/** The run after a number of steps. */
export interface Measurement {
  readonly step: number;
  /** The whole loss, whatever the batches. */
  readonly loss: number;
  /** From the prediction; null without one. */
  readonly differences: Differences | null;
  /** As in `collapse`. */
  readonly collapse: number | null;
}

export interface EndState {
  /** A point a row, d columns. */
  readonly embeddings: readonly (readonly number[])[];
  readonly similarities: readonly (readonly number[])[];
}

export interface Progress {
  readonly type: 'progress';
  readonly run: number;
  readonly backend: Backend;
  /** Losses of the steps since the last message, each before its step and on what the step saw. */
  readonly losses: readonly number[];
  readonly measured: Measurement;
  /** The embeddings on the predicted axes, a point a row. */
  readonly coordinates: Geometry['coordinates'] | null;
  /** With the last message of a run. */
  readonly end: EndState | null;
}

export type TrainerAnswer =
  | Progress
  | { readonly type: 'failed'; readonly run: number; readonly because: string };

const coordinates = v.array(v.tuple([finite, finite, finite]));
const rows = v.array(v.array(finite));
const positiveCount = v.pipe(count, v.minValue(1));

const settings: v.GenericSchema<unknown, RunSettings> = v.object({
  seed: count,
  steps: positiveCount,
  batch: orNull(positiveCount),
  encoder: v.picklist(['table', 'mlp']),
  optimizer: v.picklist(['adam', 'sgd']),
  learningRate: v.pipe(finite, v.gtValue(0)),
  schedule: v.picklist(['cosine', 'constant']),
});

const request: v.GenericSchema<unknown, TrainerRequest> = v.variant('type', [
  v.object({
    type: v.literal('start'),
    run: count,
    problem: trainingProblemSchema,
    settings,
    predicted: orNull(v.object({ coordinates, similarities: rows, sizes: v.array(finite) })),
  }),
  v.object({ type: v.literal('pause') }),
  v.object({ type: v.literal('resume') }),
  v.object({ type: v.literal('stop') }),
]);

const measured: v.GenericSchema<unknown, Measurement> = v.object({
  step: count,
  loss: finite,
  differences: orNull(v.object({ largest: finite, mean: finite })),
  collapse: orNull(finite),
});

const answer: v.GenericSchema<unknown, TrainerAnswer> = v.variant('type', [
  v.object({
    type: v.literal('progress'),
    run: count,
    backend: v.object({ name: v.picklist(['webgl', 'cpu']), because: orNull(v.string()) }),
    losses: v.array(finite),
    measured,
    coordinates: orNull(coordinates),
    end: orNull(v.object({ embeddings: rows, similarities: rows })),
  }),
  v.object({ type: v.literal('failed'), run: count, because: v.string() }),
]);

export const decodeTrainerRequest = (value: unknown): Decoded<TrainerRequest> => decode(request, value);
export const decodeTrainerAnswer = (value: unknown): Decoded<TrainerAnswer> => decode(answer, value);

/** The messages between the panel and its training worker, and their decoders. */
import * as v from 'valibot';
import { trainingProblemSchema } from '../../src/protocol/analysisSchema';
import { type Decoded, decode } from '../../src/protocol/decode';
import type { Geometry, TrainingProblem } from '../../src/protocol/panelMessages';

export interface StartRun {
  readonly type: 'start';
  /** Told back with every answer, so that answers of a run that was replaced can be dropped. */
  readonly run: number;
  readonly problem: TrainingProblem;
  readonly seed: number;
  readonly steps: number;
  /** What the run is compared with; null when no geometry is predicted for these rows. */
  readonly predicted: Prediction | null;
}

export interface Prediction {
  readonly coordinates: Geometry['coordinates'];
  readonly similarities: Geometry['attainable'];
}

export type TrainerRequest =
  | StartRun
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' };

export interface Progress {
  readonly type: 'progress';
  readonly run: number;
  readonly backend: string;
  readonly step: number;
  /** Losses of the steps since the last message; at the end also the loss after the last step. */
  readonly losses: readonly number[];
  /** The embeddings on the predicted axes, a point a row. */
  readonly coordinates: Geometry['coordinates'] | null;
  /** Largest difference of any similarity from the predicted one. */
  readonly largestDifference: number | null;
  readonly ended: boolean;
}

export type TrainerAnswer =
  | Progress
  | { readonly type: 'failed'; readonly run: number; readonly because: string };

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const coordinates = v.array(v.tuple([finite, finite, finite]));

const request: v.GenericSchema<unknown, TrainerRequest> = v.variant('type', [
  v.object({
    type: v.literal('start'),
    run: count,
    problem: trainingProblemSchema,
    seed: count,
    steps: v.pipe(count, v.minValue(1)),
    predicted: v.nullable(v.object({ coordinates, similarities: v.array(v.array(finite)) })),
  }),
  v.object({ type: v.literal('pause') }),
  v.object({ type: v.literal('resume') }),
  v.object({ type: v.literal('stop') }),
]);

const answer: v.GenericSchema<unknown, TrainerAnswer> = v.variant('type', [
  v.object({
    type: v.literal('progress'),
    run: count,
    backend: v.string(),
    step: count,
    losses: v.array(finite),
    coordinates: v.nullable(coordinates),
    largestDifference: v.nullable(finite),
    ended: v.boolean(),
  }),
  v.object({ type: v.literal('failed'), run: count, because: v.string() }),
]);

export const decodeTrainerRequest = (value: unknown): Decoded<TrainerRequest> => decode(request, value);
export const decodeTrainerAnswer = (value: unknown): Decoded<TrainerAnswer> => decode(answer, value);

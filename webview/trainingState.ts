/** What the panel knows of a training run, and how it changes: pure, so that it is tested without a worker. */
import type { Geometry } from '../src/protocol/panelMessages';
import type { TrainerAnswer } from './training/runMessages';

export type TrainingPhase = 'idle' | 'starting' | 'running' | 'paused' | 'ended' | 'failed';

export interface TrainingState {
  readonly phase: TrainingPhase;
  /** Null until the worker has answered once. */
  readonly backend: string | null;
  readonly step: number;
  readonly steps: number;
  readonly seed: number;
  /** Loss before each step; at the end also the loss after the last one. */
  readonly losses: readonly number[];
  readonly coordinates: Geometry['coordinates'] | null;
  readonly largestDifference: number | null;
  readonly failure: string | null;
}

export const DEFAULT_SEED = 1;
export const DEFAULT_STEPS = 600;

/** Above this the loss curve has more points than a screen has pixels many times over. */
export const MAX_STEPS = 20_000;

/** The generator of the start takes 32 bits. */
export const MAX_SEED = 4_294_967_295;

export function idleTraining(seed: number = DEFAULT_SEED, steps: number = DEFAULT_STEPS): TrainingState {
  return {
    phase: 'idle',
    backend: null,
    step: 0,
    steps,
    seed,
    losses: [],
    coordinates: null,
    largestDifference: null,
    failure: null,
  };
}

export function afterAnswer(state: TrainingState, answer: TrainerAnswer): TrainingState {
  if (answer.type === 'failed') return { ...state, phase: 'failed', failure: answer.because };
  // A chunk that was under way when the user paused still arrives, and must not wake the run on screen.
  const running = state.phase === 'starting' ? 'running' : state.phase;
  return {
    ...state,
    phase: answer.ended ? 'ended' : running,
    backend: answer.backend,
    step: answer.step,
    losses: [...state.losses, ...answer.losses],
    coordinates: answer.coordinates,
    largestDifference: answer.largestDifference,
  };
}

/** The newest loss, or null before the first answer. */
export function latestLoss(state: TrainingState): number | null {
  return state.losses.at(-1) ?? null;
}

/** Reads a whole number from a field: the number, or what is wrong with the text. */
export function readWholeNumber(text: string, least: number, most: number): number | string {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return `Enter a whole number from ${least} to ${most}.`;
  const value = Number(trimmed);
  return value < least || value > most ? `Enter a whole number from ${least} to ${most}.` : value;
}

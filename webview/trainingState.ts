/** What the panel knows of a training run, and how it changes: pure, so that it is tested without a worker. */
import type { Geometry } from '../src/protocol/panelMessages';
import type { Backend } from './training/backend';
import type { EndState, Measurement, TrainerAnswer } from './training/runMessages';
import { FIRST_SETTINGS, type RunSettings } from './training/runSettings';

export type TrainingPhase = 'idle' | 'starting' | 'running' | 'paused' | 'ended' | 'failed';

export interface TrainingState {
  readonly phase: TrainingPhase;
  readonly settings: RunSettings;
  /** Null until the worker has answered once. */
  readonly backend: Backend | null;
  /** Loss of each step so far, before the step and on what the step saw. */
  readonly losses: readonly number[];
  /** A few times a second, the last one as the run is now. */
  readonly measured: readonly Measurement[];
  readonly coordinates: Geometry['coordinates'] | null;
  /** Of a run that has ended. */
  readonly end: EndState | null;
  readonly failure: string | null;
}

export function idleTraining(settings: RunSettings = FIRST_SETTINGS): TrainingState {
  return {
    phase: 'idle',
    settings,
    backend: null,
    losses: [],
    measured: [],
    coordinates: null,
    end: null,
    failure: null,
  };
}

export function afterAnswer(state: TrainingState, answer: TrainerAnswer): TrainingState {
  if (answer.type === 'failed') return { ...state, phase: 'failed', failure: answer.because };
  // A chunk that was under way when the user paused still arrives, and must not wake the run on screen.
  const running = state.phase === 'starting' ? 'running' : state.phase;
  return {
    ...state,
    phase: answer.end === null ? running : 'ended',
    backend: answer.backend,
    losses: [...state.losses, ...answer.losses],
    measured: [...state.measured, answer.measured],
    coordinates: answer.coordinates,
    end: answer.end,
  };
}

/** The run as it is now, or null before the first answer. */
export function latest(state: TrainingState): Measurement | null {
  return state.measured.at(-1) ?? null;
}

/** Whether a run is under way, so that its settings are fixed. */
export function isActive(phase: TrainingPhase): boolean {
  return phase === 'starting' || phase === 'running' || phase === 'paused';
}

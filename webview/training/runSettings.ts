/** What a user chooses for a training run. */

/** A free embedding for each point, or a small network that has to find them. */
export type Encoder = 'table' | 'mlp';
export type Optimizer = 'adam' | 'sgd';
/** Whether the learning rate falls to 0 along half a cosine. */
export type Schedule = 'cosine' | 'constant';

export interface RunSettings {
  readonly seed: number;
  readonly steps: number;
  /** Samples of a mini-batch; null for the whole loss in every step. */
  readonly batch: number | null;
  readonly encoder: Encoder;
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly schedule: Schedule;
}

/** Above this the loss curve has more points than a screen has pixels many times over. */
export const MAX_STEPS = 20_000;

/** The generator of the start takes 32 bits. */
export const MAX_SEED = 4_294_967_295;

/** Below, single precision rounds a step away; above, no loss of this kind comes down. */
export const LEARNING_RATES: readonly [number, number] = [1e-6, 100];

/**
 * Where runs of a few hundred steps come down. A table starts at coordinates of spread 1, of which Adam takes a
 * twentieth; gradients of a mean over points are small, so that plain descent takes more.
 */
export function usualLearningRate(encoder: Encoder, optimizer: Optimizer): number {
  if (encoder === 'table') return optimizer === 'adam' ? 0.05 : 1;
  return optimizer === 'adam' ? 0.005 : 0.05;
}

export const FIRST_SETTINGS: RunSettings = {
  seed: 1,
  steps: 600,
  batch: null,
  encoder: 'table',
  optimizer: 'adam',
  learningRate: usualLearningRate('table', 'adam'),
  schedule: 'cosine',
};

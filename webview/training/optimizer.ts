/** The optimisers that a run may take, with a learning rate that can be set between steps. */
import * as tf from '@tensorflow/tfjs';
import type { Optimizer, RunSettings } from './runSettings';

export interface ScheduledOptimizer {
  setLearningRate(value: number): void;
  applyGradients(gradients: { readonly name: string; readonly tensor: tf.Tensor }[]): void;
  dispose(): void;
}

const MOMENTUM = 0.9;

/** tfjs keeps the rate of Adam to its subclasses. */
class ScheduledAdam extends tf.AdamOptimizer {
  setLearningRate(value: number): void {
    this.learningRate = value;
  }
}

/** tfjs forgets one of its tensors. */
class ScheduledMomentum extends tf.MomentumOptimizer {
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }
}

export function createOptimizer(kind: Optimizer, learningRate: number): ScheduledOptimizer {
  return kind === 'adam'
    ? new ScheduledAdam(learningRate, 0.9, 0.999)
    : new ScheduledMomentum(learningRate, MOMENTUM);
}

/** η_t = η (1 + cos(πt/T)) / 2, or η throughout. */
export function learningRateAt(
  step: number,
  { learningRate, schedule, steps }: Pick<RunSettings, 'learningRate' | 'schedule' | 'steps'>,
): number {
  return schedule === 'constant'
    ? learningRate
    : (learningRate * (1 + Math.cos((Math.PI * step) / steps))) / 2;
}

/** What is known of an objective's optimum, and the two answers that need no search. */
import type { OptimumMethod } from '../analysis';
import type { Prediction } from './prediction';

export interface Optimum {
  readonly method: OptimumMethod;
  /** minimum − bound, in nats. */
  readonly gap: number | null;
  readonly certifiedWithin: number | null;
  readonly note: string | null;
  readonly prediction: Prediction | null;
}

/** No optimum, and why. */
export const none = (note: string): Optimum => ({
  method: 'none',
  gap: null,
  certifiedWithin: null,
  note,
  prediction: null,
});

/** The bound is the infimum: nothing reaches it, so there is nothing to draw. */
export function approached(cause: 'zero-weights' | 'no-sphere'): Optimum {
  const note =
    cause === 'zero-weights'
      ? 'the bound is approached as distances or norms grow without limit, and never reached: there is no final geometry to draw'
      : 'the bound is approached as the norms of all embeddings grow without limit, and never reached: there is no final geometry to draw';
  return { method: 'bound-approached', gap: 0, certifiedWithin: 0, note, prediction: null };
}

/**
 * A question whose values change faster than it is answered: one is under way at a time, and when newer values have come
 * meanwhile it is asked once more, so that a hand sees every answer it can get and ends at the last one.
 */
import { unansweredBecause } from './unansweredBecause';

export interface LatestQuestion {
  /** The values are others now. */
  ask(): void;
  /** Takes the question back; nobody waits for an answer any more. */
  stop(): void;
}

export interface QuestionSteps<Answer> {
  /** Asks about the values as they are now. */
  ask(signal: AbortSignal): Promise<Answer>;
  /** `isNewest` tells whether the answer is about the newest values. */
  answered(answer: Answer, isNewest: boolean): void;
  failed(because: string, isNewest: boolean): void;
}

/** Milliseconds: the server gives up on an objective after a minute. */
const PATIENCE = 70_000;

export function createLatestQuestion<Answer>(steps: QuestionSteps<Answer>): LatestQuestion {
  let current: AbortController | null = null;
  let waits = false;

  async function run(): Promise<void> {
    const controller = new AbortController();
    current = controller;
    waits = false;
    try {
      const answer = await steps.ask(AbortSignal.any([controller.signal, AbortSignal.timeout(PATIENCE)]));
      if (controller.signal.aborted) return;
      steps.answered(answer, !waits);
    } catch (error) {
      if (controller.signal.aborted) return;
      steps.failed(unansweredBecause(error, PATIENCE), !waits);
    }
    if (current !== controller) return;
    current = null;
    if (waits) await run();
  }
  return {
    ask() {
      if (current) waits = true;
      else void run();
    },
    stop() {
      current?.abort();
      current = null;
      waits = false;
    },
  };
}

/**
 * A question about values that change, with two answers where the whole one takes long: a quick look while they pass, and
 * the whole once they rest.
 */
import { createLatestQuestion, type LatestQuestion, type QuestionSteps } from '../latestQuestion';

export interface RestingSteps<Answer> extends Omit<QuestionSteps<Answer>, 'ask'> {
  /** Where the values are passing, a quick look will do. */
  ask(signal: AbortSignal, isPassing: boolean): Promise<Answer>;
}

/** Milliseconds: an answer that takes longer is not one that a hand can follow. */
const SLOW = 120;
/** Values that stand for so long rest. */
const REST = 250;

export function createRestingQuestion<Answer>(steps: RestingSteps<Answer>): LatestQuestion {
  let isSlow = false;
  let wasPassing = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function askWhole(signal: AbortSignal): Promise<Answer> {
    const begin = performance.now();
    const answer = await steps.ask(signal, false);
    isSlow = performance.now() - begin > SLOW;
    return answer;
  }
  const whole = createLatestQuestion<Answer>({ ...steps, ask: askWhole });
  const newest = createLatestQuestion<Answer>({
    ask(signal) {
      wasPassing = isSlow;
      return isSlow ? steps.ask(signal, true) : askWhole(signal);
    },
    answered(answer, isNewest) {
      steps.answered(answer, isNewest);
      if (isNewest && wasPassing) timer = setTimeout(whole.ask, REST);
    },
    failed: steps.failed,
  });
  function takeBackWhole(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    whole.stop();
  }
  return {
    ask() {
      takeBackWhole();
      newest.ask();
    },
    stop() {
      takeBackWhole();
      newest.stop();
    },
  };
}

/** Questions whose values change faster than they are answered, and one that nobody answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLatestQuestion } from '../../webview/latestQuestion';

/** The server gives up on an objective after a minute. */
const MORE_THAN_A_MINUTE = 75_000;

beforeEach(() => {
  vi.useFakeTimers();
  // The browser's own timeout does not follow faked time.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), milliseconds);
    return controller.signal;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function questionsThat(ask: (signal: AbortSignal) => Promise<string>) {
  const heard: string[] = [];
  const question = createLatestQuestion<string>({
    ask,
    answered: (answer, isNewest) => heard.push(`${answer}${isNewest ? '' : ', outdated'}`),
    failed: (because, isNewest) => heard.push(`failed: ${because}${isNewest ? '' : ', outdated'}`),
  });
  return { question, heard };
}

const unlessAborted = (signal: AbortSignal) =>
  new Promise<string>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('a question that is never answered', () => {
  it('says so after the server would have given up, and the next one is asked', async () => {
    let asked = 0;
    const { question, heard } = questionsThat((signal) =>
      ++asked === 1 ? unlessAborted(signal) : Promise.resolve('answer'),
    );
    question.ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(MORE_THAN_A_MINUTE - 60_000);
    expect(heard).toEqual([expect.stringMatching(/^failed: .*70/)]);
    question.ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(heard.at(-1)).toBe('answer');
  });

  it('is followed by the newest values that have come meanwhile', async () => {
    let asked = 0;
    const { question, heard } = questionsThat((signal) =>
      ++asked === 1 ? unlessAborted(signal) : Promise.resolve('answer'),
    );
    question.ask();
    question.ask();
    question.ask();
    await vi.advanceTimersByTimeAsync(MORE_THAN_A_MINUTE);
    expect(heard).toEqual([expect.stringMatching(/, outdated$/), 'answer']);
    expect(asked).toBe(2);
  });

  it('is silent once it is taken back', async () => {
    const { question, heard } = questionsThat(unlessAborted);
    question.ask();
    question.stop();
    await vi.advanceTimersByTimeAsync(MORE_THAN_A_MINUTE);
    expect(heard).toEqual([]);
  });
});

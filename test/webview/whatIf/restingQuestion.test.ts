/** A quick look while values pass, and the whole answer once they rest, only where the whole one takes long. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRestingQuestion } from '../../../webview/whatIf/restingQuestion';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** `wholeTakes` milliseconds for a whole answer, 10 for a quick look. */
function harness(wholeTakes: number) {
  const asked: { isPassing: boolean; signal: AbortSignal }[] = [];
  const answers: [string, boolean][] = [];
  const question = createRestingQuestion<string>({
    ask(signal, isPassing) {
      asked.push({ isPassing, signal });
      const words = isPassing ? 'quick' : 'whole';
      return new Promise((resolve) => setTimeout(() => resolve(words), isPassing ? 10 : wholeTakes));
    },
    answered: (answer, isNewest) => answers.push([answer, isNewest]),
    failed: (because) => answers.push([because, true]),
  });
  const passing = () => asked.map(({ isPassing }) => isPassing);
  return { question, asked, answers, passing };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('values that change', () => {
  it('are asked about wholly where that is quick', async () => {
    const { question, answers, passing } = harness(20);
    for (let k = 0; k < 3; k++) {
      question.ask();
      await pass(30);
    }
    await pass(2000);
    expect(passing()).toEqual([false, false, false]);
    expect(answers).toEqual([
      ['whole', true],
      ['whole', true],
      ['whole', true],
    ]);
  });

  it('get a quick look where the whole takes long, and the whole once they rest', async () => {
    const { question, answers, passing } = harness(900);
    question.ask();
    await pass(1000);
    for (let k = 0; k < 3; k++) {
      question.ask();
      await pass(100);
    }
    expect(passing()).toEqual([false, true, true, true]);
    await pass(300);
    expect(passing()).toEqual([false, true, true, true, false]);
    await pass(1000);
    expect(answers.at(-1)).toEqual(['whole', true]);
    expect(answers).toHaveLength(5);
  });

  it('take the whole back when they go on', async () => {
    const { question, asked, passing } = harness(900);
    question.ask();
    await pass(1000);
    question.ask();
    await pass(400);
    expect(passing()).toEqual([false, true, false]);
    question.ask();
    expect(asked[2].signal.aborted).toBe(true);
    expect(passing()).toEqual([false, true, false, true]);
  });

  it('are not asked about again after the question was taken back', async () => {
    const { question, answers, asked } = harness(900);
    question.ask();
    await pass(1000);
    question.ask();
    await pass(20);
    question.stop();
    await pass(2000);
    expect(asked).toHaveLength(2);
    expect(answers).toHaveLength(2);
  });
});

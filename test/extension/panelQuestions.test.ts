/** Questions of the panel: answered once, refused in words, and taken back. */
import { describe, expect, it } from 'vitest';
import { createPanelQuestions, type PanelAnswers, Refusal } from '../../src/extension/panel/panelQuestions';
import type { HostMessage } from '../../src/protocol/panelMessages';

function harness(answers: Partial<PanelAnswers>) {
  const posted: HostMessage[] = [];
  const failures: string[] = [];
  const questions = createPanelQuestions(
    answers as PanelAnswers,
    (message) => posted.push(message),
    (what, error) => failures.push(`${what}: ${(error as Error).message}`),
  );
  return { posted, failures, questions };
}

describe('a question of the panel', () => {
  it('is answered under its number', async () => {
    const { posted, questions } = harness({ save: async ({ name }) => ({ savedAs: `figures/${name}` }) });
    await questions.asked({
      type: 'ask',
      request: 7,
      name: 'save',
      ask: { name: 'a.svg', content: { text: '<svg/>' } },
    });
    expect(posted).toEqual([
      { type: 'answer', request: 7, name: 'save', answer: { savedAs: 'figures/a.svg' } },
    ]);
  });

  it('is refused where it cannot be read, with the path to what is wrong', async () => {
    const { posted, questions } = harness({ save: async () => ({ savedAs: null }) });
    await questions.asked({ type: 'ask', request: 1, name: 'save', ask: { name: 3 } });
    expect(posted).toMatchObject([{ type: 'refused', request: 1, because: expect.stringContaining('name') }]);
  });

  it('is refused in the words of a refusal, which is no failure for the log', async () => {
    const { posted, failures, questions } = harness({
      copy: () => Promise.reject(new Refusal('There is no clipboard here.')),
    });
    await questions.asked({ type: 'ask', request: 2, name: 'copy', ask: { text: 'x' } });
    expect(posted).toEqual([{ type: 'refused', request: 2, because: 'There is no clipboard here.' }]);
    expect(failures).toEqual([]);
  });

  it('that fails is told, and logged', async () => {
    const { posted, failures, questions } = harness({ copy: () => Promise.reject(new Error('broken')) });
    await questions.asked({ type: 'ask', request: 3, name: 'copy', ask: { text: 'x' } });
    expect(posted).toEqual([{ type: 'refused', request: 3, because: 'broken' }]);
    expect(failures).toEqual(['Answering “copy” to the panel: broken']);
  });

  it.each<[string, (questions: ReturnType<typeof createPanelQuestions>) => void]>([
    ['that was taken back', (questions) => questions.cancelled(4)],
    ['of a page that has gone', (questions) => questions.dispose()],
  ])('%s is cancelled where it is worked on, and gets no answer', async (_, end) => {
    const { posted, questions } = harness({
      objective: (_ask, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    const done = questions.asked({ type: 'ask', request: 4, name: 'objective', ask: { id: 'x' } });
    end(questions);
    await done;
    expect(posted).toEqual([]);
  });

  it('gets no answer of a dialog that outlives the page', async () => {
    const chosen: ((answer: { savedAs: string }) => void)[] = [];
    const { posted, failures, questions } = harness({
      save: () => new Promise((resolve) => chosen.push(resolve)),
    });
    const done = questions.asked({
      type: 'ask',
      request: 5,
      name: 'save',
      ask: { name: 'a.svg', content: { text: '<svg/>' } },
    });
    questions.dispose();
    chosen[0]({ savedAs: 'a.svg' });
    await done;
    expect([posted, failures]).toEqual([[], []]);
  });
});

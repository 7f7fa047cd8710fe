/** Values that are tried: one question at a time, the newest values last, and nothing of an objective that has gone. */
import { describe, expect, it } from 'vitest';
import type { Changes, ObjectiveView } from '../../../src/protocol/panelMessages';
import { createStore } from '../../../webview/store';
import { createWhatIfController } from '../../../webview/whatIf/whatIfController';
import { mergeChanges } from '../../../webview/whatIf/whatIfState';
import { type Asked, testHost } from '../fixtures/host';
import { control, viewWith } from '../fixtures/view';

const SOURCE = viewWith({ controls: [control('temperature', 0.5), control('across', 0.1)] });
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function harness() {
  const questions: { asked: Asked; answer(view: ObjectiveView): void; refuse(because: string): void }[] = [];
  const host = testHost(
    (asked) =>
      new Promise((resolve, reject) => {
        asked.signal?.addEventListener('abort', () => reject(asked.signal?.reason));
        questions.push({
          asked,
          answer: (view) => resolve({ view, problems: [] }),
          refuse: (because) => reject(new Error(because)),
        });
      }),
  );
  const store = createStore();
  const controller = createWhatIfController(store, host);
  const show = (source: ObjectiveView | null) => {
    const before = store.get().source;
    store.set({ source });
    controller.sourceChanged(before);
  };
  show(SOURCE);
  return { store, host, controller, questions, show };
}

describe('trying values', () => {
  it('shows what the objective would be, and the file’s values again after a reset', async () => {
    const { store, controller, questions } = harness();
    controller.change({ temperature: 0.2 });
    expect(store.get().whatIf).toMatchObject({ changes: { temperature: 0.2 }, pending: true });
    expect(questions[0].asked.ask).toEqual({ id: SOURCE.summary.id, changes: { temperature: 0.2 } });
    const tried = viewWith({ analysis: { verdict: 'realizable' } });
    questions[0].answer(tried);
    await turn();
    expect(store.get()).toMatchObject({ view: tried, source: SOURCE, whatIf: { pending: false } });
    controller.reset();
    expect(store.get()).toMatchObject({ view: SOURCE, whatIf: { changes: {} } });
  });

  it('asks one question at a time, and then about the newest values', async () => {
    const { controller, questions } = harness();
    for (const temperature of [0.4, 0.3, 0.2]) controller.change({ temperature });
    expect(questions).toHaveLength(1);
    questions[0].answer(viewWith());
    await turn();
    expect(questions.map(({ asked }) => (asked.ask as { changes: Changes }).changes)).toEqual([
      { temperature: 0.4 },
      { temperature: 0.2 },
    ]);
  });

  it('is the file again when all values are those of the file', () => {
    const { store, controller, questions } = harness();
    controller.change({ temperature: 0.2 });
    controller.change({ temperature: 0.5 });
    expect(questions[0].asked.signal?.aborted).toBe(true);
    expect(store.get()).toMatchObject({ view: SOURCE, whatIf: { changes: {}, pending: false } });
  });

  it('keeps what was tried when the file’s objective changes elsewhere', async () => {
    const { store, controller, questions, show } = harness();
    controller.change({ temperature: 0.2 });
    questions[0].answer(viewWith());
    await turn();
    show(viewWith({ controls: [control('temperature', 0.5), control('across', 0.9)] }));
    expect(store.get().whatIf.changes).toEqual({ temperature: 0.2 });
    expect(questions).toHaveLength(2);
  });

  it('forgets it when the file has the value now, and when another objective is shown', async () => {
    const { store, controller, show } = harness();
    controller.change({ temperature: 0.2 });
    show(viewWith({ controls: [control('temperature', 0.2)] }));
    expect(store.get().whatIf.changes).toEqual({});
    controller.change({ temperature: 0.7 });
    show(viewWith({ id: 'file:///b.objective.yaml#0' }));
    expect(store.get()).toMatchObject({ whatIf: { changes: {}, pending: false } });
  });

  it('says why there is no answer, leaves the picture, and asks again with the next value', async () => {
    const { store, controller, questions } = harness();
    controller.change({ temperature: 0.2 });
    questions[0].refuse('it is gone');
    await turn();
    expect(store.get()).toMatchObject({ view: SOURCE, whatIf: { failure: 'it is gone', pending: false } });
    controller.change({ temperature: 0.3 });
    questions[1].answer(viewWith());
    await turn();
    expect(store.get().whatIf.failure).toBeNull();
  });

  it('answers nothing to a panel that shows nothing', () => {
    const { controller, questions, show } = harness();
    show(null);
    controller.change({ temperature: 0.2 });
    expect(questions).toHaveLength(0);
  });
});

it.each<[string, Changes, Changes, Changes, Changes]>([
  ['a new value', {}, { a: 1 }, { a: 2 }, { a: 1 }],
  ['the later one', { a: 1 }, { a: 3 }, { a: 2 }, { a: 3 }],
  ['the file’s value again', { a: 1, b: 1 }, { a: 2 }, { a: 2 }, { b: 1 }],
  ['lists by what they hold', {}, { classes: [1, 2] }, { classes: [1, 2] }, {}],
  ['a value that the file does not have', {}, { batch: 64 }, {}, { batch: 64 }],
  ['a key that goes away', {}, { batch: null }, { batch: 64 }, { batch: null }],
])('merging: %s', (_, before, added, inFile, merged) =>
  expect(mergeChanges(before, added, inFile)).toEqual(merged),
);

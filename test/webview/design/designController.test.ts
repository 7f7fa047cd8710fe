/** The design that is under way: one question at a time, undone as it was done, and kept when objectives change. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import type { DesignAsk } from '../../../src/protocol/requests/design';
import { designWished, readWished } from '../../../src/server/designAnswer';
import { createDesignController } from '../../../webview/design/designController';
import { cellText, markOf, outcomeText } from '../../../webview/design/designText';
import { arcTarget, groupsOf, hierarchyTarget } from '../../../webview/design/templates';
import { equalWish, withClass, withoutClass, withSimilarity } from '../../../webview/design/wish';
import { createStore } from '../../../webview/store';
import { sketch } from '../../support/definitions';
import { testHost } from '../fixtures/host';
import { control, viewWith } from '../fixtures/view';

const SUPCON = analyze(sketch({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 }));
const VIEW = viewWith({ analysis: SUPCON, controls: [control('temperature', 0.5)] });
const KEPT = equalWish(
  [
    { name: 'cat', size: 3 },
    { name: 'dog', size: 1 },
  ],
  0,
);
const signal = new AbortController().signal;

/** Answers by the server's own mathematics, each when the test says. */
function harness() {
  const questions: {
    readonly ask: DesignAsk;
    answer(): Promise<void>;
    refuse(because: string): Promise<void>;
  }[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const host = testHost(({ name, ask }) => {
    if (name === 'read-target') return Promise.resolve(readWished(ask as never));
    return new Promise((resolve, reject) => {
      const asked = ask as DesignAsk;
      questions.push({
        ask: asked,
        async answer() {
          resolve(await designWished(async (it) => analyze(it), asked, signal));
          await settle();
        },
        async refuse(because) {
          reject(new Error(because));
          await settle();
        },
      });
    });
  });
  const store = createStore();
  const controller = createDesignController(store, host);
  store.set({ source: VIEW, view: VIEW });
  const design = () => store.get().design;
  const target = () => {
    const { wish } = design();
    if (wish === null) throw new Error('nothing is wished');
    return wish.target;
  };
  const change = (i: number, j: number, value: number, gesture?: string) =>
    controller.change(withSimilarity(target(), i, j, value), gesture);
  return { store, controller, questions, design, target, change };
}

function opened() {
  const made = harness();
  made.store.set({ tab: 'design' });
  return made;
}

describe('the page', () => {
  it('asks nothing before it is looked at, then starts from the objective at its temperature', async () => {
    const { store, questions, design } = harness();
    expect(questions).toEqual([]);
    store.set({ tab: 'design' });
    expect(questions[0].ask).toMatchObject({ temperature: 0.5, source: 'a' });
    expect(design()).toMatchObject({ pending: true, answer: null });
    await questions[0].answer();
    expect(design().pending).toBe(false);
    expect(outcomeText(design())).toMatch(
      /^Points have exactly these similarities\. They take 2 dimensions\./,
    );
  });

  it('follows another objective while nothing was changed, and keeps the work of a hand', () => {
    const { store, questions, design, change } = opened();
    const other = viewWith({ id: 'file:///b.yaml#0', analysis: SUPCON });
    store.set({ source: other, view: other });
    expect(design()).toMatchObject({ temperature: 0.1, past: [] });
    change(0, 1, 0.3);
    store.set({ source: VIEW, view: VIEW });
    expect(design().wish?.target.similarities[0][1]).toBe(0.3);
    expect(questions).toHaveLength(1);
  });
});

it('what was restored is the work of a hand: it stays, and is asked about at once', async () => {
  const { store, controller, questions, design } = harness();
  const kept = { target: withClass(withSimilarity(KEPT, 0, 1, 0.3)), source: 'a file', temperature: 0.25 };
  controller.restore(kept);
  store.set({ tab: 'design' });
  expect(questions.map(({ ask }) => ask)).toEqual([kept]);
  await questions[0].answer();
  expect(design()).toMatchObject({ isOwn: true, past: [], refused: null });
});

describe('questions', () => {
  it('are one at a time, and the last is about the newest wish', async () => {
    const { questions, design, change, target } = opened();
    for (const value of [0.1, 0.2, 0.3]) change(0, 1, value);
    expect(questions).toHaveLength(1);
    await questions[0].answer();
    expect(design()).toMatchObject({ pending: true });
    expect(questions).toHaveLength(2);
    expect(questions[1].ask.target).toEqual(target());
    await questions[1].answer();
    expect(design().answer?.target).toBe(target());
    expect(design().pending).toBe(false);
  });

  it('that fail, and wishes that are refused, are told; the next answer clears it', async () => {
    const { questions, design, change, controller } = opened();
    await questions[0].refuse('the server is gone');
    expect(outcomeText(design())).toBe('This wish was not answered: the server is gone.');
    controller.setTemperature(0.0005);
    await questions[1].answer();
    expect(design().refused).toMatchObject({ at: 'temperature' });
    expect(outcomeText(design())).toBe('No objective at this temperature.');
    controller.setTemperature(0.1);
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      change(i, j, 1);
    await questions[2].answer();
    await questions[3].answer();
    expect(outcomeText(design())).toMatch(/^No objective: all classes are wished at one point/);
    change(0, 1, 0);
    await questions[4].answer();
    expect(design()).toMatchObject({ refused: null, failure: null });
  });
});

describe('what was wished', () => {
  it('is undone and done again, the changes of one gesture together', () => {
    const { controller, change, target, design } = opened();
    const start = target();
    for (const value of [0.1, 0.2, 0.3]) change(0, 1, value, 'drag 1');
    change(0, 1, 0.4, 'drag 2');
    expect(design().past).toHaveLength(2);
    controller.undo();
    expect(target().similarities[0][1]).toBe(0.3);
    controller.undo();
    expect(target()).toBe(start);
    controller.undo();
    expect(target()).toBe(start);
    controller.redo();
    controller.redo();
    controller.redo();
    expect(target().similarities[1][0]).toBe(0.4);
    controller.undo();
    change(1, 2, 0, 'drag 2');
    expect(design().future).toEqual([]);
  });

  it('keeps a cell selected that there is', () => {
    const { controller, target, design } = opened();
    controller.change(withClass(target()));
    controller.select({ row: 3, column: 3 });
    controller.change(withoutClass(target(), 3));
    expect(design().selected).toEqual({ row: 2, column: 2 });
  });
});

describe('targets that are text', () => {
  it('become the wish, with their temperature, as one change', async () => {
    const { controller, target, design } = opened();
    const problems = await controller.read(hierarchyTarget('[[a, b], [c]]', '0.8, 0.2'), 'a hierarchy');
    expect(problems).toEqual([]);
    expect(target().similarities[0]).toEqual([1, 0.8, 0.2]);
    expect(design().wish?.source).toBe('a hierarchy');
    await controller.read(
      { fileName: 't.yaml', text: 'arc: {classes: [a, b], degrees: 90}\ntemperature: 0.7' },
      't',
    );
    expect(design().temperature).toBe(0.7);
    controller.undo();
    controller.undo();
    expect(target().classes[0].name).toBe('class 1');
  });

  it('tell what is wrong in their two lines, and leave the wish', async () => {
    const { controller, target } = opened();
    const before = target();
    const groups = await controller.read(hierarchyTarget('[[a, a]]', '[0.8]'), 'x');
    expect(groups[0].line).toBe(0);
    const heights = await controller.read(hierarchyTarget('[[a, b], [c]]\n', '0.8'), 'x');
    expect(heights).toMatchObject([{ line: 1 }]);
    const degrees = await controller.read(arcTarget(before.classes, 'wide'), 'x');
    expect(degrees[0].message).toMatch(/degrees/);
    expect(target()).toBe(before);
  });

  it.each([[['cat', 'no', 'a: b', '7', '"']], [['x', 'y', 'two words']]])(
    'offer groups of any names',
    (names) => {
      const groups = groupsOf(names.map((name) => ({ name, size: 1 })));
      const { target } = readWished(hierarchyTarget(groups, '0.5, 0'));
      expect(target?.classes.map(({ name }) => name)).toEqual(names);
    },
  );
});

it('cells say what was wished, what can be had, and where points are closer or farther', async () => {
  const { questions, design, target, change } = opened();
  change(0, 1, 0.9);
  change(0, 2, 0.9);
  change(1, 2, -0.5);
  await questions[0].answer();
  await questions[1].answer();
  expect(cellText(design(), target(), 1, 2)).toMatch(
    /^class 2 with class 3: wished −0\.50, nearest −0\.\d\d, closer/,
  );
  expect([markOf(design(), 1, 2), markOf(design(), 0, 1), markOf(design(), 1, 1)]).toEqual([
    'closer',
    'farther',
    null,
  ]);
  expect(outcomeText(design())).toMatch(
    /moves most is class 1 and class 2: 0\.90 becomes 0\.61\. Pairs move by 0\.27/,
  );
});

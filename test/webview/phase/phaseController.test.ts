/** The phase picture follows the panel: when it is begun, kept, begun anew, taken back, and what it says of failures. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Changes, ObjectiveView } from '../../../src/protocol/panelMessages';
import type { VerdictCell, VerdictsAsk } from '../../../src/protocol/requests/verdicts';
import { createPhaseController } from '../../../webview/phase/phaseController';
import { createStore, type Store } from '../../../webview/store';
import { createWhatIfController } from '../../../webview/whatIf/whatIfController';
import { control, viewWith } from '../fixtures/view';

const soft = (id: string, values: Changes): ObjectiveView => {
  const view = viewWith({ id, controls: Object.entries(values).map(([key, value]) => control(key, value)) });
  return { ...view, summary: { ...view.summary, kind: 'soft-supcon' } };
};
const VALUES = { temperature: 0.5, across: 0.05, dimension: 16 };
const SOURCE = soft('file:///a#0', VALUES);

/** Realizable up to temperature 0.3, as far as the test's mathematics goes. */
const decided = ({ temperature }: Changes): VerdictCell =>
  (temperature as number) <= 0.3
    ? { verdict: 'realizable', reason: 'exact', gap: 0, problem: null }
    : { verdict: 'inconsistent', reason: 'radius', gap: 0.01, problem: null };

interface Harness {
  readonly store: Store;
  readonly controller: ReturnType<typeof createPhaseController>;
  readonly asked: { ask: VerdictsAsk; signal: AbortSignal }[];
  show(source: ObjectiveView | null): void;
  change(changes: Changes): void;
  hide(isHidden: boolean): void;
  phase(): ReturnType<Store['get']>['phase'];
  answerWith(answer: (ask: VerdictsAsk) => Promise<readonly VerdictCell[]>): void;
}

function harness({ millisecondsEach = 1 } = {}): Harness {
  const asked: Harness['asked'] = [];
  const store = createStore();
  let time = 0;
  let isHidden = false;
  let follow: () => void = () => undefined;
  let answer = async (ask: VerdictsAsk): Promise<readonly VerdictCell[]> => ask.cells.map(decided);
  const host = {
    ask: (name: string, ask: unknown, signal: AbortSignal) => {
      // Other questions are of no interest here: values that are tried stay pending.
      if (name !== 'verdicts') return new Promise(() => undefined);
      const question = ask as VerdictsAsk;
      asked.push({ ask: question, signal });
      time += millisecondsEach * question.cells.length;
      return answer(question).then((cells) => ({ cells }));
    },
  };
  const whatIf = createWhatIfController(store, host as never);
  const controller = createPhaseController({
    store,
    host: host as never,
    whatIf,
    now: () => time,
    watchHidden: (listener) => {
      follow = listener;
      return () => isHidden;
    },
  });
  return {
    store,
    controller,
    asked,
    show(source) {
      const before = store.get().source;
      store.set({ source });
      whatIf.sourceChanged(before);
    },
    change: (changes) => whatIf.change(changes),
    hide(hidden) {
      isHidden = hidden;
      follow();
    },
    phase: () => store.get().phase,
    answerWith(next) {
      answer = next;
    },
  };
}

const all = () => vi.runAllTimersAsync();
const cellsOf = ({ asked }: Harness) => asked.flatMap(({ ask }) => ask.cells);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function done(options = {}): Promise<Harness> {
  const made = harness(options);
  made.show(SOURCE);
  made.store.set({ tab: 'phase' });
  await all();
  return made;
}

describe('the phase picture', () => {
  it('is begun when its page is first looked at, and goes from coarse to the border', async () => {
    const made = harness();
    made.show(SOURCE);
    await all();
    expect(made.asked).toHaveLength(0);
    made.store.set({ tab: 'phase' });
    await all();
    const { status, progress, cells, drawn } = made.phase();
    expect({ status, progress, plane: drawn?.plane.id }).toEqual({
      status: 'done',
      progress: 1,
      plane: 'temperature-across',
    });
    const known = cells.filter((cell) => cell !== null);
    expect(known.length).toBe(cellsOf(made).length);
    expect(known.length).toBeGreaterThan(25 ** 2);
    expect(known.length).toBeLessThan(25 ** 2 + 1000);
    expect(cellsOf(made)[0]).toEqual({ temperature: expect.any(Number), across: expect.any(Number) });
    expect(made.asked[0].ask).toMatchObject({ id: SOURCE.summary.id, changes: {} });
  });

  it('stays when only its own values change, and is begun anew when another does', async () => {
    const made = await done();
    const before = made.asked.length;
    made.change({ temperature: 0.2 });
    await all();
    expect(made.asked).toHaveLength(before);
    made.change({ dimension: 2 });
    expect(made.phase()).toMatchObject({ status: 'running', isStale: true });
    await all();
    expect(made.asked.length).toBeGreaterThan(before);
    expect(made.asked.at(-1)?.ask.changes).toEqual({ dimension: 2 });
    expect(made.phase()).toMatchObject({ status: 'done', isStale: false });
  });

  it('is begun once for a slider that moves', async () => {
    const made = await done();
    const before = made.asked.length;
    for (const dimension of [2, 3, 4, 5]) {
      made.change({ dimension });
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(made.asked).toHaveLength(before);
    await all();
    expect(made.asked[before].ask.changes).toEqual({ dimension: 5 });
  });

  it('goes on to where the values are when they leave it', async () => {
    const made = await done();
    expect(made.phase().drawn?.x).toEqual({ from: 0.05, to: 1 });
    made.change({ temperature: 3 });
    await all();
    expect(made.phase().drawn?.x).toEqual({ from: 0.05, to: 10 });
    expect(made.phase().status).toBe('done');
  });

  it('is taken back while nobody looks, and goes on where it was', async () => {
    const made = harness();
    let release: () => void = () => undefined;
    made.answerWith(
      (ask) =>
        new Promise((resolve) => {
          release = () => resolve(ask.cells.map(decided));
        }),
    );
    made.show(SOURCE);
    made.store.set({ tab: 'phase' });
    await vi.advanceTimersByTimeAsync(200);
    release();
    await vi.advanceTimersByTimeAsync(1);
    expect(made.asked).toHaveLength(2);
    made.hide(true);
    expect(made.phase().status).toBe('paused');
    expect(made.asked[1].signal.aborted).toBe(true);
    const first = made.asked[0].ask.cells.length;
    made.answerWith(async (ask) => ask.cells.map(decided));
    made.hide(false);
    await all();
    expect(made.phase().status).toBe('done');
    expect(made.asked.slice(2).flatMap(({ ask }) => ask.cells).length + first).toBe(
      made.phase().cells.filter((cell) => cell !== null).length,
    );
    made.store.set({ tab: 'geometry' });
    expect(made.phase().status).toBe('done');
  });

  it('ends at a press, with what it has, and goes on at another', async () => {
    const made = harness();
    made.answerWith(() => new Promise(() => undefined));
    made.show(SOURCE);
    made.store.set({ tab: 'phase' });
    await vi.advanceTimersByTimeAsync(200);
    made.controller.cancel();
    expect(made.phase().status).toBe('cancelled');
    expect(made.asked[0].signal.aborted).toBe(true);
    made.answerWith(async (ask) => ask.cells.map(decided));
    made.controller.resume();
    await all();
    expect(made.phase().status).toBe('done');
  });

  it('stays coarse where finer levels take long, until it is asked for', async () => {
    const made = await done({ millisecondsEach: 900 });
    expect(made.phase().status).toBe('coarse');
    expect(cellsOf(made)).toHaveLength(13 ** 2);
    made.controller.resume();
    await all();
    expect(made.phase().status).toBe('done');
  });

  it('asks for fewer points at a time the longer each takes', async () => {
    const slow = await done({ millisecondsEach: 60 });
    const quick = await done({ millisecondsEach: 2 });
    const most = (made: Harness) => Math.max(...made.asked.map(({ ask }) => ask.cells.length));
    expect(most(slow)).toBeLessThanOrEqual(9);
    expect(most(quick)).toBeGreaterThan(60);
  });

  it.each<[string, (ask: VerdictsAsk) => Promise<readonly VerdictCell[]>, string]>([
    [
      'a refusal',
      () => Promise.reject(new Error('This objective is not known any more.')),
      'not known any more',
    ],
    ['an answer of another length', async () => [], 'of 9 points of the plane 0 were answered'],
  ])('says what is wrong after %s, and tries again when asked', async (_, answer, words) => {
    const made = harness();
    made.answerWith(answer);
    made.show(SOURCE);
    made.store.set({ tab: 'phase' });
    await all();
    expect(made.phase()).toMatchObject({ status: 'failed', failure: expect.stringContaining(words) });
    made.answerWith(async (ask) => ask.cells.map(decided));
    made.controller.resume();
    await all();
    expect(made.phase()).toMatchObject({ status: 'done', failure: null });
  });

  it('keeps points without a verdict among the others', async () => {
    const made = harness();
    const failed: VerdictCell = { verdict: null, reason: null, gap: null, problem: 'too cold' };
    made.answerWith(async ({ cells }) =>
      cells.map((cell) => ((cell.across as number) < 0.01 ? failed : decided(cell))),
    );
    made.show(SOURCE);
    made.store.set({ tab: 'phase' });
    await all();
    expect(made.phase().status).toBe('done');
    expect(made.phase().cells).toContainEqual(failed);
  });

  it('goes where it is asked to, by the values of both axes', async () => {
    const made = await done();
    made.controller.go({ x: 0, y: 96 });
    expect(made.store.get().whatIf.changes).toEqual({ temperature: 0.05, across: 1 });
  });

  it('is another one for another objective, and none where there is none', async () => {
    const made = await done();
    made.controller.point({ x: 3, y: 3 });
    made.show(soft('file:///b#0', { ...VALUES, temperature: 3 }));
    expect(made.phase()).toMatchObject({ isStale: false, cursor: null, drawn: { x: { to: 10 } } });
    await all();
    expect(made.asked.at(-1)?.ask.id).toBe('file:///b#0');
    made.show(null);
    expect(made.phase()).toMatchObject({ drawn: null });
    made.show(viewWith({ id: 'file:///c#0', controls: [control('temperature', 0.1)] }));
    expect(made.phase().drawn).toBeNull();
  });

  it('is kept when the file takes over the values of the plane, and begun anew when it changes another', async () => {
    const made = await done();
    const before = made.asked.length;
    made.show(soft('file:///a#0', { ...VALUES, temperature: 0.2 }));
    await all();
    expect(made.asked).toHaveLength(before);
    made.show(soft('file:///a#0', { ...VALUES, temperature: 0.2, dimension: 3 }));
    await all();
    expect(made.asked.length).toBeGreaterThan(before);
  });

  it('is begun anew when data of which only the size is told may have changed', async () => {
    const labels = (bound: number) => {
      const view = viewWith({
        analysis: { bound },
        controls: [control('temperature', 0.1), control('bandwidth', 3), control('labels', null)],
      });
      return { ...view, summary: { ...view.summary, kind: 'y-aware' } };
    };
    const made = harness();
    made.show(labels(1));
    made.store.set({ tab: 'phase' });
    await all();
    const before = made.asked.length;
    made.show(labels(1));
    await all();
    expect(made.asked).toHaveLength(before);
    made.show(labels(2));
    await all();
    expect(made.asked.length).toBeGreaterThan(before);
  });
});

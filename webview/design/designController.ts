/** Changes the wish, and asks for the objective that comes nearest to it, as fast as answers come. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';
import type {
  DesignAnswer,
  DesignAsk,
  DesignTarget,
  ReadTargetAsk,
  TargetProblem,
} from '../../src/protocol/requests/design';
import type { Host } from '../host';
import { createLatestQuestion } from '../latestQuestion';
import type { Store } from '../store';
import {
  askOf,
  type Cell,
  type DesignState,
  redone,
  USUAL_TEMPERATURE,
  undone,
  type Wish,
  wished,
} from './designState';
import { wishOf } from './wish';

export interface DesignController {
  /** Changes of one `gesture` are undone together. */
  change(target: DesignTarget, gesture?: string): void;
  /** Wishes for what the objective on screen predicts. */
  startFromObjective(): void;
  start(wish: Wish, temperature?: number | null): void;
  /** Wishes for what a target file's text says; answers what is wrong with it. */
  read(target: ReadTargetAsk, source: string): Promise<readonly TargetProblem[]>;
  setTemperature(temperature: number): void;
  /** The work of a hand from before the window was loaded again. */
  restore(design: DesignAsk): void;
  undo(): void;
  redo(): void;
  select(cell: Cell): void;
}

export function createDesignController(store: Store, host: Pick<Host, 'ask'>): DesignController {
  let startedFrom: string | null = null;
  /** What the question under way is about. */
  let asked: DesignTarget | null = null;
  const now = () => store.get().design;
  const set = (change: Partial<DesignState>) => store.set({ design: { ...now(), ...change } });

  const question = createLatestQuestion<DesignAnswer>({
    ask(signal) {
      const ask = askOf(now());
      if (ask === null) throw new Error('A design was asked for before anything was wished.');
      asked = ask.target;
      return host.ask('design', ask, signal);
    },
    answered(answer, isNewest) {
      const target = asked;
      if (target === null) return;
      if ('refused' in answer) set({ refused: answer.refused, pending: !isNewest, failure: null });
      else
        set({
          answer: { target, designed: answer.designed },
          refused: null,
          pending: !isNewest,
          failure: null,
        });
    },
    failed: (failure, isNewest) => set({ failure, pending: !isNewest }),
  });
  function become(state: DesignState): void {
    if (state === now()) return;
    store.set({ design: { ...state, pending: true } });
    question.ask();
  }
  const start = (wish: Wish, temperature: number | null = null, isOwn = true) =>
    become({ ...wished(now(), wish), temperature: temperature ?? now().temperature, isOwn });
  function startFrom(view: ObjectiveView, isOwn: boolean): void {
    startedFrom = view.summary.id;
    const wish = { target: wishOf(view.analysis.geometry), source: view.summary.name };
    start(wish, temperatureOf(view), isOwn);
  }
  /** What nobody has changed follows the objective; work of a hand stays. */
  function follow(): void {
    const { tab, view, design } = store.get();
    if (tab !== 'design' || view === null || view.summary.id === startedFrom) return;
    if (design.isOwn) return;
    if (design.wish !== null) set({ wish: null });
    startFrom(view, false);
  }
  store.watch((state) => state.tab, follow);
  store.watch((state) => state.view, follow);

  return {
    change(target, gesture) {
      const { wish } = now();
      if (wish !== null && target !== wish.target)
        become({ ...wished(now(), { ...wish, target }, gesture), isOwn: true });
    },
    startFromObjective() {
      const { view } = store.get();
      if (view !== null) startFrom(view, true);
    },
    start: (wish, temperature) => start(wish, temperature),
    async read(target, source) {
      const answer = await host.ask('read-target', target);
      if (answer.target !== null) start({ target: answer.target, source }, answer.temperature);
      return answer.problems;
    },
    setTemperature: (temperature) => become({ ...now(), temperature, gesture: null, isOwn: true }),
    restore: ({ target, source, temperature }) => start({ target, source }, temperature),
    undo: () => become(undone(now())),
    redo: () => become(redone(now())),
    select(selected) {
      const before = now().selected;
      if (selected.row !== before.row || selected.column !== before.column) set({ selected });
    },
  };
}

function temperatureOf({ controls }: ObjectiveView): number {
  const value = controls.find(({ key }) => key === 'temperature')?.value;
  return typeof value === 'number' && value > 0 ? value : USUAL_TEMPERATURE;
}

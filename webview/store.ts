/** What the panel shows, in one place: messages and gestures change it, views only read it. */
import type { ObjectiveView } from '../src/protocol/panelMessages';
import { idleTraining, type TrainingState } from './trainingState';

/** A point of the geometry (`column` null), or a pair of points, under the pointer or the keyboard's cursor. */
export interface Hovered {
  readonly row: number;
  readonly column: number | null;
}

export type SceneContent = 'predicted' | 'training';

export interface PanelState {
  /** Null while nothing is shown; then `notice` says why. */
  readonly view: ObjectiveView | null;
  readonly notice: string | null;
  /** The objective that is being analysed at the moment. */
  readonly analyzing: string | null;
  /** Something went wrong that the user should know. */
  readonly problem: string | null;
  readonly hovered: Hovered | null;
  readonly scene: SceneContent;
  readonly training: TrainingState;
}

export interface Store {
  get(): PanelState;
  set(change: Partial<PanelState>): void;
  /** Calls back now and whenever what `select` picks has changed. */
  watch<T>(select: (state: PanelState) => T, show: (value: T) => void): void;
}

export const EMPTY_STATE: PanelState = {
  view: null,
  notice: null,
  analyzing: null,
  problem: null,
  hovered: null,
  scene: 'predicted',
  training: idleTraining(),
};

export function createStore(initial: PanelState = EMPTY_STATE): Store {
  let state = initial;
  const watchers: (() => void)[] = [];
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const notify of watchers) notify();
    },
    watch(select, show) {
      let shown = select(state);
      show(shown);
      watchers.push(() => {
        const value = select(state);
        if (Object.is(value, shown)) return;
        shown = value;
        show(value);
      });
    },
  };
}

/** What the panel shows, in one place: messages and gestures change it, views only read it. */
import type { ObjectiveView } from '../src/protocol/panelMessages';
import { type DesignState, NO_DESIGN } from './design/designState';
import { NO_PHASE, type PhaseState } from './phase/phaseState';
import { idleTraining, type TrainingState } from './trainingState';
import { FIRST_PICTURE, type PictureSettings } from './view/scene/pictureSettings';
import { NOTHING_TRIED, type WhatIfState } from './whatIf/whatIfState';

/** A point of the geometry (`column` null), or a pair of points, under the pointer or the keyboard's cursor. */
export interface Hovered {
  readonly row: number;
  readonly column: number | null;
}

export type SceneContent = 'predicted' | 'training';

/** What stands beside the words: one at a time. */
export const TABS = ['geometry', 'phase', 'compare', 'design'] as const;
export type Tab = (typeof TABS)[number];
export const isTab = (word: string): word is Tab => (TABS as readonly string[]).includes(word);

export interface PanelState {
  /** The objective as its file has it; null while nothing is shown, then `notice` says why. */
  readonly source: ObjectiveView | null;
  /** What all parts show: `source`, or what it would be with the values that are tried. */
  readonly view: ObjectiveView | null;
  readonly whatIf: WhatIfState;
  readonly tab: Tab;
  readonly notice: string | null;
  /** The objective that is being analysed at the moment. */
  readonly analyzing: string | null;
  /** Something went wrong that the user should know. */
  readonly problem: string | null;
  readonly hovered: Hovered | null;
  readonly scene: SceneContent;
  readonly picture: PictureSettings;
  readonly training: TrainingState;
  readonly phase: PhaseState;
  readonly design: DesignState;
}

export interface Store {
  get(): PanelState;
  set(change: Partial<PanelState>): void;
  /** Calls back now and whenever what `select` picks has changed. */
  watch<T>(select: (state: PanelState) => T, show: (value: T) => void): void;
}

export const EMPTY_STATE: PanelState = {
  source: null,
  view: null,
  whatIf: NOTHING_TRIED,
  tab: 'geometry',
  notice: null,
  analyzing: null,
  problem: null,
  hovered: null,
  scene: 'predicted',
  picture: FIRST_PICTURE,
  training: idleTraining(),
  phase: NO_PHASE,
  design: NO_DESIGN,
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

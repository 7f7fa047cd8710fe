/** What the panel knows of the design that is under way: pure, with all that was wished before. */
import type { DesignAsk, Designed, DesignRefusal, DesignTarget } from '../../src/protocol/requests/design';

export interface Wish {
  readonly target: DesignTarget;
  /** What it came from, in words. */
  readonly source: string;
}

/** A cell of the matrix, or the name of its row where `column` is `NAME`. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export const NAME = -1;

export interface DesignState {
  /** Null until the page is first looked at. */
  readonly wish: Wish | null;
  /** Somebody has worked on it: it stays when another objective is shown. */
  readonly isOwn: boolean;
  readonly past: readonly Wish[];
  readonly future: readonly Wish[];
  /** The movement of a hand that made the last change: what it changes further is undone together. */
  readonly gesture: string | null;
  readonly temperature: number;
  readonly selected: Cell;
  /** The last answer, and the wish that it answers. */
  readonly answer: { readonly target: DesignTarget; readonly designed: Designed } | null;
  /** Why the newest wish has no objective. */
  readonly refused: DesignRefusal | null;
  /** The newest wish is not answered yet. */
  readonly pending: boolean;
  /** Why the last question has no answer. */
  readonly failure: string | null;
}

/** What contrastive losses are most often trained at. */
export const USUAL_TEMPERATURE = 0.1;

export const NO_DESIGN: DesignState = {
  wish: null,
  isOwn: false,
  past: [],
  future: [],
  gesture: null,
  temperature: USUAL_TEMPERATURE,
  selected: { row: 0, column: 1 },
  answer: null,
  refused: null,
  pending: false,
  failure: null,
};

const MOST_KEPT = 200;

/** Another wish; one of the same gesture takes the last one's place. */
export function wished(state: DesignState, wish: Wish, gesture: string | null = null): DesignState {
  const continues = gesture !== null && gesture === state.gesture;
  const past = continues || state.wish === null ? state.past : [...state.past, state.wish].slice(-MOST_KEPT);
  return inBounds({ ...state, wish, past, future: [], gesture });
}

export function undone(state: DesignState): DesignState {
  const wish = state.past.at(-1);
  if (wish === undefined || state.wish === null) return state;
  const future = [state.wish, ...state.future];
  return inBounds({ ...state, wish, past: state.past.slice(0, -1), future, gesture: null });
}

export function redone(state: DesignState): DesignState {
  const [wish, ...future] = state.future;
  if (wish === undefined || state.wish === null) return state;
  return inBounds({ ...state, wish, past: [...state.past, state.wish], future, gesture: null });
}

export const askOf = ({ wish, temperature }: DesignState): DesignAsk | null =>
  wish && { ...wish, temperature };

/** The selected cell is one of those that there are. */
function inBounds(state: DesignState): DesignState {
  const last = (state.wish?.target.classes.length ?? 1) - 1;
  const { row, column } = state.selected;
  if (row <= last && column <= last) return state;
  return { ...state, selected: { row: Math.min(row, last), column: Math.min(column, last) } };
}

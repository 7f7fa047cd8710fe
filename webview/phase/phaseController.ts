/**
 * Keeps the phase picture that of the values on screen: starts it when it is first looked at, anew when other values
 * than the plane's own change, and takes its questions back when nobody looks any more.
 */
import type { ObjectiveView } from '../../src/protocol/panelMessages';
import type { Host } from '../host';
import type { Store } from '../store';
import { unansweredBecause } from '../unansweredBecause';
import type { WhatIfController } from '../whatIf/whatIfController';
import { fillPlane, PATIENCE } from './fillPlane';
import { type Cells, NO_CELLS, type Node } from './phaseGrid';
import {
  changesAt,
  type DrawnPlane,
  drawnPlane,
  isSamePlace,
  type PhaseState,
  presentValues,
  triedBeside,
} from './phaseState';
import { isSameBut } from './sameObjective';

export interface PhaseController {
  choose(plane: string): void;
  cancel(): void;
  /** Goes on after a cancellation, a failure, or where finer levels would take long. */
  resume(): void;
  point(cursor: Node | null): void;
  /** Tries the values of a node. */
  go(node: Node): void;
}

export interface PhaseNeeds {
  readonly store: Store;
  readonly host: Pick<Host, 'ask'>;
  readonly whatIf: Pick<WhatIfController, 'change'>;
  /** Milliseconds. */
  now(): number;
  /** Answers how to ask whether the panel is hidden; calls back when that changes. */
  watchHidden(listener: () => void): () => boolean;
}

/** Milliseconds before a new picture is begun: a slider that moves starts nothing. */
const PAUSE = 120;

export function createPhaseController({
  store,
  host,
  whatIf,
  now,
  watchHidden,
}: PhaseNeeds): PhaseController {
  const isHidden = watchHidden(() => follow());
  let chosen: string | null = null;
  /** What the picture is of. */
  let shown: { readonly source: ObjectiveView; readonly key: string } | null = null;
  /** Of the present values, while the picture may still show those before. */
  let cells: Cells = NO_CELLS;
  let current: AbortController | null = null;

  const set = (change: Partial<PhaseState>) => store.set({ phase: { ...store.get().phase, ...change } });
  function stop(): boolean {
    const wasUnderWay = current !== null;
    current?.abort();
    current = null;
    return wasUnderWay;
  }
  function follow(): void {
    const state = store.get();
    const { source, view, phase } = state;
    // Another objective arrives in two steps.
    if (source !== null && view?.summary.id !== source.summary.id) return;
    const isAnother = shown?.source.summary.id !== source?.summary.id;
    const { planes, drawn } = drawnPlane(state, chosen, isAnother ? null : phase.drawn);
    if (drawn === null || source === null) {
      stop();
      shown = null;
      if (phase.drawn !== null || phase.planes.length > 0) set({ planes, drawn: null, cells: NO_CELLS });
    } else if (state.tab !== 'phase' || isHidden()) {
      if (stop()) set({ status: 'paused' });
    } else {
      const key = keyOf(drawn);
      const own = [drawn.plane.x.key, drawn.plane.y.key];
      const isSame = shown?.key === key && isSameBut(shown.source, source, own);
      shown = { source, key };
      if (!isSame) begin(planes, drawn, isAnother);
      else if (phase.status === 'paused') void run(false);
    }
  }
  /** All that the verdicts of the plane depend on beside the file. */
  function keyOf(drawn: DrawnPlane): string {
    const state = store.get();
    const { plane, x, y } = drawn;
    const values = presentValues(state);
    const base = triedBeside(drawn, state.whatIf.changes);
    return JSON.stringify([plane.id, x, y, base, plane.x.basis(values), plane.y.basis(values)]);
  }
  function begin(planes: PhaseState['planes'], drawn: DrawnPlane, isAnother: boolean): void {
    const { phase } = store.get();
    const isInPlace = !isAnother && isSamePlace(phase.drawn, drawn);
    cells = NO_CELLS;
    set({
      planes,
      drawn,
      cells: isInPlace ? phase.cells : NO_CELLS,
      isStale: isInPlace && phase.cells !== NO_CELLS,
      progress: 0,
      cursor: isInPlace ? phase.cursor : null,
    });
    void run(false, PAUSE);
  }
  async function run(isPatient: boolean, pause = 0): Promise<void> {
    stop();
    const controller = new AbortController();
    const { signal } = controller;
    current = controller;
    set({ status: 'running', failure: null });
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const state = store.get();
    const { drawn } = state.phase;
    if (signal.aborted || drawn === null || state.source === null) return;
    const base = triedBeside(drawn, state.whatIf.changes);
    const values = presentValues(state);
    try {
      const job = { id: state.source.summary.id, drawn, base, values, cells, isPatient, signal };
      const status = await fillPlane(job, { host, now, onCells });
      if (!signal.aborted) set({ status, cells, isStale: false, progress: 1 });
    } catch (error) {
      if (!signal.aborted) set({ status: 'failed', failure: unansweredBecause(error, PATIENCE) });
    }
    if (current === controller) current = null;
  }
  function onCells(known: Cells, level: number, progress: number): void {
    cells = known;
    // A picture of the values before stays until all of it can be replaced.
    if (level === 0 && store.get().phase.isStale) set({ progress });
    else set({ cells, isStale: false, progress });
  }

  for (const part of ['source', 'view', 'whatIf', 'tab'] as const)
    store.watch((state) => state[part], follow);
  return {
    choose(plane) {
      chosen = plane;
      follow();
    },
    cancel() {
      if (stop()) set({ status: 'cancelled' });
    },
    resume: () => void run(true),
    point(cursor) {
      const before = store.get().phase.cursor;
      if (cursor?.x !== before?.x || cursor?.y !== before?.y) set({ cursor });
    },
    go(node) {
      const state = store.get();
      if (state.phase.drawn) whatIf.change(changesAt(state.phase.drawn, node, presentValues(state)));
    },
  };
}

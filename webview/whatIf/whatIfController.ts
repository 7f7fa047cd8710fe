/**
 * Tries other values: asks the extension what the objective would be, one question at a time. While one is under way
 * newer values wait, so that a slider shows every answer it can get and ends at the last one.
 */
import type { Changes, ObjectiveView } from '../../src/protocol/panelMessages';
import type { Host } from '../host';
import type { Store } from '../store';
import { mergeChanges, NOTHING_TRIED } from './whatIfState';

export interface WhatIfController {
  /** Adds to what is tried. */
  change(changes: Changes): void;
  /** The file's value again, for one key. */
  forget(key: string): void;
  /** Tries exactly these values. */
  replace(changes: Changes): void;
  /** Shows the file's values again. */
  reset(): void;
  /** Writes what is tried to the file; answers why that cannot be, or null. */
  apply(changes: Changes): Promise<string | null>;
  /** The file's objective has been analysed again, or another one is shown. */
  sourceChanged(before: ObjectiveView | null): void;
}

/** Milliseconds: the server gives up on an objective after a minute. */
const PATIENCE = 70_000;

export function createWhatIfController(store: Store, host: Host): WhatIfController {
  let current: AbortController | null = null;
  let waits = false;

  function stop(): void {
    current?.abort();
    current = null;
    waits = false;
  }
  function replace(changes: Changes): void {
    const { source } = store.get();
    if (source === null) return;
    if (Object.keys(changes).length === 0) return reset();
    store.set({ whatIf: { ...store.get().whatIf, changes, pending: true } });
    if (current) waits = true;
    else void ask(source);
  }
  function reset(): void {
    stop();
    const { source } = store.get();
    store.set({ whatIf: NOTHING_TRIED, ...(source === null ? {} : { view: source }) });
  }
  async function ask(source: ObjectiveView): Promise<void> {
    const controller = new AbortController();
    current = controller;
    waits = false;
    const { changes } = store.get().whatIf;
    const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      const { view, problems } = await host.ask('what-if', { id: source.summary.id, changes }, signal);
      if (controller.signal.aborted) return;
      store.set({ view, whatIf: { ...store.get().whatIf, problems, pending: waits, failure: null } });
    } catch (error) {
      if (controller.signal.aborted) return;
      store.set({ whatIf: { ...store.get().whatIf, pending: waits, failure: why(error) } });
    }
    current = null;
    if (waits) await ask(source);
  }

  return {
    change: (added) => replace(mergeChanges(store.get().whatIf.changes, added, valuesInFile(store))),
    forget: (key) => {
      const { [key]: _, ...kept } = store.get().whatIf.changes;
      replace(kept);
    },
    replace,
    reset,
    async apply(changes) {
      const { source } = store.get();
      if (source === null) return null;
      const { refusedBecause } = await host.ask('apply', { id: source.summary.id, changes });
      return refusedBecause;
    },
    sourceChanged(before) {
      stop();
      const { source, whatIf } = store.get();
      const isSame = before !== null && source !== null && before.summary.id === source.summary.id;
      const changes = isSame ? mergeChanges(whatIf.changes, {}, valuesInFile(store)) : {};
      store.set({ view: source, whatIf: NOTHING_TRIED });
      if (Object.keys(changes).length > 0) replace(changes);
    },
  };
}

export function valuesInFile(store: Store): Changes {
  const controls = store.get().source?.controls ?? [];
  return Object.fromEntries(controls.map(({ key, value }) => [key, value]));
}

function why(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `there was no answer after ${PATIENCE / 1000} seconds; fewer classes or labels are answered sooner`;
  return error instanceof Error ? error.message : String(error);
}

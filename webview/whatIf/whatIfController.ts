/** Tries other values: asks the extension what the objective would be, as fast as answers come. */
import type { Changes, ObjectiveView } from '../../src/protocol/panelMessages';
import type { WhatIfAnswer } from '../../src/protocol/requests/whatIf';
import type { Host } from '../host';
import type { Store } from '../store';
import { createRestingQuestion } from './restingQuestion';
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

export function createWhatIfController(store: Store, host: Host): WhatIfController {
  const question = createRestingQuestion<WhatIfAnswer>({
    ask(signal, isPassing) {
      const { source, whatIf } = store.get();
      if (source === null) throw new Error('Values were tried of no objective.');
      const asked = { id: source.summary.id, changes: whatIf.changes, ...(isPassing ? { isPassing } : {}) };
      return host.ask('what-if', asked, signal);
    },
    answered: ({ view, problems }, isNewest) =>
      store.set({ view, whatIf: { ...store.get().whatIf, problems, pending: !isNewest, failure: null } }),
    failed: (failure, isNewest) =>
      store.set({ whatIf: { ...store.get().whatIf, pending: !isNewest, failure } }),
  });

  function replace(changes: Changes): void {
    const { source } = store.get();
    if (source === null) return;
    if (Object.keys(changes).length === 0) {
      reset();
      return;
    }
    store.set({ whatIf: { ...store.get().whatIf, changes, pending: true } });
    question.ask();
  }
  function reset(): void {
    question.stop();
    const { source } = store.get();
    store.set({ whatIf: NOTHING_TRIED, ...(source === null ? {} : { view: source }) });
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
      question.stop();
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

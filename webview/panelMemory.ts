/** What the panel finds again after the window was reloaded: the page that was looked at, values that were tried, a design. */
import * as v from 'valibot';
import type { Changes } from '../src/protocol/panelMessages';
import { changes } from '../src/protocol/requests/changes';
import { design } from '../src/protocol/requests/design';
import type { DesignController } from './design/designController';
import { askOf } from './design/designState';
import type { Host } from './host';
import { isTab, type Store } from './store';
import type { WhatIfController } from './whatIf/whatIfController';

const memory = v.object({
  tab: v.string(),
  id: v.string(),
  changes,
  design: v.exactOptional(v.nullable(design.ask)),
});

export interface Remembered {
  readonly whatIf: WhatIfController;
  readonly design: DesignController;
}

/** Restores at the first objective that is shown, and keeps the memory up to date from then on. */
export function rememberPanel(store: Store, host: Host, { whatIf, design: designs }: Remembered): void {
  const kept = v.safeParse(memory, host.remembered());
  let toTry: { readonly id: string; readonly changes: Changes } | null = kept.success ? kept.output : null;
  if (kept.success && kept.output.design) designs.restore(kept.output.design);
  if (kept.success && isTab(kept.output.tab)) store.set({ tab: kept.output.tab });
  const save = () => {
    const { source, tab, whatIf: tried, design: designed } = store.get();
    if (source === null) return;
    const own = designed.isOwn ? askOf(designed) : null;
    host.remember({ tab, id: source.summary.id, changes: tried.changes, design: own });
  };
  store.watch(
    (state) => state.view,
    (view) => {
      const { source } = store.get();
      if (source === null || view !== source) return;
      const { id, changes: tried } = toTry ?? { id: null, changes: {} };
      toTry = null;
      if (id === source.summary.id) whatIf.replace(tried);
      save();
    },
  );
  store.watch((state) => state.tab, save);
  store.watch((state) => state.design.wish, save);
  store.watch((state) => state.design.temperature, save);
  store.watch((state) => state.whatIf.changes, save);
}

/** The section about the objective's data: where they come from, what was left out, how they are spread, what is guessed. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Host } from '../../host';
import type { Store } from '../../store';
import type { WhatIfController } from '../../whatIf/whatIfController';
import { button } from '../../widgets';
import { element, section } from '../dom';
import { keepFocus } from '../keepFocus';
import { type ChartView, createDataChart } from './dataChart';
import { createGuessCard } from './guessCard';

type Data = ObjectiveView['data'];
type Account = Data['accounts'][number];

export function createDataSection(store: Store, host: Host, whatIf: WhatIfController): HTMLElement {
  const guess = element('div', {});
  const bind = button('Bind data…', 'bind-data', () => {
    const { source } = store.get();
    if (source !== null) host.post({ type: 'bind-data', id: source.summary.id });
  });
  const accounts = createAccounts(store);
  const root = section(
    'Data',
    'data',
    accounts.root,
    guess,
    element('div', { className: 'buttons' }, bind.root),
  );

  store.watch(
    (state) => state.view,
    (view) => {
      const { source } = store.get();
      root.hidden = view === null || isEmpty(view, source);
      if (view === null || root.hidden) return;
      keepFocus(accounts.root, () => accounts.show(view));
      // Whether data can be bound is decided by the file, not by what is tried.
      bind.root.hidden = !(source ?? view).data.canBind;
      bind.setLabel((source ?? view).data.accounts.length === 0 ? 'Bind data…' : 'Bind other data…');
    },
  );
  store.watch(
    (state) => state.source?.guess ?? null,
    (guessed) =>
      keepFocus(guess, () =>
        guess.replaceChildren(...(guessed === null ? [] : [createGuessCard(guessed, whatIf)])),
      ),
  );
  store.watch(
    (state) => state.hovered,
    (hovered) => {
      accounts.mark(hovered !== null && hovered.column === null ? hovered.row : null);
    },
  );
  return root;
}

const isEmpty = ({ data }: ObjectiveView, source: ObjectiveView | null) =>
  data.accounts.length === 0 && data.lacking.length === 0 && source?.guess === undefined;

/** Charts are kept from view to view, so that they do not flicker while a slider moves. */
function createAccounts(store: Store) {
  const root = element('div', { className: 'data-body' });
  const kept: ChartView[] = [];
  let inUse = 0;
  const nextChart = (): ChartView => {
    const chart = kept[inUse] ?? createDataChart(store);
    kept[inUse++] = chart;
    return chart;
  };
  return {
    root,
    show(view: ObjectiveView): void {
      inUse = 0;
      const parts = view.data.accounts.map((account) => accountPart(account, account.charts.map(nextChart)));
      const lacking = view.data.lacking.map((text) => element('p', { testId: 'data-lacking' }, text));
      root.replaceChildren(...parts, ...lacking);
      // Drawn in the page, where they know their width.
      const drawn = view.data.accounts.flatMap(({ charts }) => charts);
      for (const [place, chart] of drawn.entries()) kept[place].show(view, chart);
    },
    mark(point: number | null): void {
      for (const chart of kept.slice(0, inUse)) chart.mark(point);
    },
  };
}

function accountPart(
  { title, source, rows, facts, undrawn }: Account,
  charts: readonly ChartView[],
): HTMLElement {
  const values = facts.map(({ label, value }) =>
    element(
      'div',
      { attributes: { 'data-fact': label } },
      element('dt', {}, label),
      element('dd', {}, value),
    ),
  );
  return element(
    'div',
    { className: 'data-account', testId: 'data-account' },
    element('h3', {}, title),
    element('p', { testId: 'data-source' }, source),
    rows === null ? null : element('p', { testId: 'data-rows' }, rows),
    ...charts.map(({ root }) => root),
    undrawn === 0 ? null : element('p', { className: 'hint' }, `${undrawn} more columns are not drawn.`),
    element('dl', { className: 'data-facts', testId: 'data-facts' }, ...values),
  );
}

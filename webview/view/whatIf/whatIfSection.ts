/** The strip below the verdict in which other values are tried: verdict and pictures follow at once. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { controlPlan } from '../../whatIf/controlPlan';
import type { WhatIfController } from '../../whatIf/whatIfController';
import { isTrying } from '../../whatIf/whatIfState';
import { button } from '../../widgets';
import { displayText, element, section } from '../dom';
import { foldInNarrow } from '../fold';
import { createApplyOutcome } from './applyOutcome';
import { type LabelledControl, labelledControl } from './labelledControl';

export function createWhatIfSection(store: Store, whatIf: WhatIfController): HTMLElement {
  const status = element('p', {
    className: 'hint',
    testId: 'what-if-status',
    attributes: { role: 'status' },
  });
  const apply = button('Apply to file', 'what-if-apply', () => void applyNow(), 'primary');
  const reset = button('Reset', 'what-if-reset', whatIf.reset);
  const main = element('div', { className: 'controls' });
  const others = element('div', { className: 'controls' });
  const more = element(
    'details',
    { className: 'more-controls', testId: 'what-if-more' },
    element('summary', {}, 'More values'),
    others,
  );
  const buttons = element('div', { className: 'buttons' }, apply.root, reset.root);
  const body = element('div', { className: 'what-if-body' }, main, more);
  const root = section('', 'what-if', body);
  const fold = foldInNarrow('Try other values', 'what-if-fold', body);
  const heading = root.querySelector('h2');
  heading?.append(fold.toggle);
  if (heading !== null) root.prepend(element('div', { className: 'section-head' }, heading, status, buttons));
  let planned = '';
  let controls: LabelledControl[] = [];
  const outcome = createApplyOutcome();

  async function applyNow(): Promise<void> {
    const { view, whatIf: tried } = store.get();
    apply.setEnabled(false);
    const refusal = await whatIf.apply(tried.changes).catch(messageOf);
    if (view !== null) outcome.tell(view, tried.changes, refusal);
    show();
  }
  function plan(view: ObjectiveView): void {
    const specs = controlPlan(view);
    const key = JSON.stringify([view.summary.id, specs.map((spec) => spec.key)]);
    if (key === planned) return;
    planned = key;
    const made = specs.map((spec) => labelledControl(spec, whatIf));
    controls = made;
    const rootsOf = (isMain: boolean) =>
      made.filter((_, index) => specs[index].isMain === isMain).map((control) => control.root);
    main.replaceChildren(...rootsOf(true));
    others.replaceChildren(...rootsOf(false));
    more.hidden = others.childElementCount === 0;
  }
  function show(): void {
    const state = store.get();
    const { view } = state;
    root.hidden = view === null || controlPlan(view).length === 0;
    if (view === null || root.hidden) return;
    plan(view);
    for (const control of controls) control.show(state);
    apply.setEnabled(isTrying(state.whatIf));
    reset.setEnabled(isTrying(state.whatIf));
    const told = outcome.read(view, state.whatIf.changes);
    status.classList.toggle('refused', told?.isRefusal ?? false);
    const text = displayText(told?.text ?? statusText(state.whatIf.failure, isTrying(state.whatIf)));
    // Words that stay are not read out again.
    if (status.textContent !== text) status.textContent = text;
    // What a remedy has changed is to be seen.
    if (isTrying(state.whatIf) && !root.classList.contains('trying')) fold.open();
    root.classList.toggle('trying', isTrying(state.whatIf));
    root.dataset.pending = String(state.whatIf.pending);
  }
  store.watch((state) => state.view, show);
  store.watch((state) => state.whatIf, show);
  return root;
}

function statusText(failure: string | null, isTried: boolean): string {
  if (failure !== null) return `These values were not analysed: ${failure}`;
  return isTried ? 'All that is shown is of these values, not of the file.' : '';
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What stands above or instead of an objective: it is stale, it is being analysed, there is none, something failed. */
import type { Store } from '../store';
import { displayText, element } from './dom';
import { sentence } from './sentence';

export function createNotices(store: Store): HTMLElement {
  const stale = notice('stale', 'stale-notice');
  const analyzing = notice('analyzing', 'analyzing-notice');
  const problem = notice('problem', 'problem-notice');
  const reason = element('p', {});
  const nothing = element(
    'div',
    { className: 'notice nothing', testId: 'nothing-notice' },
    element('h1', {}, 'No objective to show'),
    reason,
  );
  analyzing.setAttribute('role', 'status');
  problem.setAttribute('role', 'alert');

  store.watch(
    (state) => state.view,
    (view) => {
      const because = view?.summary.staleBecause ?? null;
      say(
        stale,
        because === null ? null : `This is the last analysis that was possible. ${sentence(because)}`,
      );
    },
  );
  store.watch(
    (state) => state.analyzing,
    (name) => say(analyzing, name === null ? null : `Analysing ${name}…`),
  );
  store.watch(
    (state) => state.problem,
    (text) => say(problem, text),
  );
  store.watch(
    (state) => state.notice,
    (text) => {
      nothing.hidden = text === null;
      reason.textContent = displayText(text ?? '');
    },
  );
  return element('div', { className: 'notices' }, problem, analyzing, stale, nothing);
}

function notice(kind: string, testId: string): HTMLElement {
  return element('p', { className: `notice ${kind}`, testId });
}

function say(root: HTMLElement, text: string | null): void {
  root.hidden = text === null;
  root.textContent = displayText(text ?? '');
}

/** The top of the panel: which objective this is, its verdict, why, and what to do. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';
import type { Host } from '../host';
import type { Store } from '../store';
import type { WhatIfController } from '../whatIf/whatIfController';
import { link } from '../widgets';
import { displayText, element } from './dom';
import { createFacts } from './facts';
import { foldInNarrow } from './fold';
import { keepFocus } from './keepFocus';
import { createRemedies } from './remedies';
import { sentence } from './sentence';
import { verdictBadge } from './verdictBadge';

export function createHeader(store: Store, host: Host, menu: HTMLElement): HTMLElement {
  const goToSource = link('Go to source', 'go-to-source', () => {
    const view = store.get().view;
    if (view !== null) host.post({ type: 'reveal-source', id: view.summary.id });
  });
  const name = element('h1', { testId: 'objective-name' });
  const kind = element('span', { className: 'kind', testId: 'objective-kind' });
  const badge = element('span', {});
  const headline = element('span', { testId: 'headline' });
  store.watch(
    (state) => state.view,
    (view) => {
      if (view === null) return;
      name.textContent = displayText(view.summary.name);
      kind.textContent = displayText(kindText(view));
      badge.replaceChildren(verdictBadge(view.summary.verdict));
      headline.textContent = displayText(headlineRest(view));
    },
  );
  return element(
    'header',
    { className: 'header', testId: 'header' },
    element('div', { className: 'title-line' }, name, kind, menu, goToSource),
    element('p', { className: 'verdict-line' }, badge, headline),
  );
}

/** Why the verdict is so, what to do, and its numbers; `below` stands what it was made of. */
export function createReasons(
  store: Store,
  whatIf: WhatIfController,
  ...below: readonly HTMLElement[]
): HTMLElement {
  const lead = element('p', {});
  const rest = element('div', { className: 'because' });
  const others = element('div', { className: 'reason-parts' });
  const more = element('div', { className: 'reason-parts' }, others, ...below);
  const fold = foldInNarrow('Why, and what to change', 'reasons-fold', rest, more);
  store.watch(
    (state) => state.view,
    (view) => {
      const [first = '', ...paragraphs] = view === null ? [] : withoutGuess(view);
      lead.textContent = displayText(first);
      rest.replaceChildren(...paragraphs.map((text) => element('p', {}, text)));
      keepFocus(others, () => others.replaceChildren(...(view === null ? [] : reasons(view, whatIf))));
    },
  );
  return element(
    'div',
    { className: 'reasons words-body' },
    element('div', { className: 'because', testId: 'because' }, lead, rest),
    fold.toggle,
    more,
  );
}

function reasons({ analysis, explanation, guess }: ObjectiveView, whatIf: WhatIfController): HTMLElement[] {
  const toDo = explanation.advice.filter((text) => text !== guess?.advice);
  return [
    condition(analysis.condition, explanation.because),
    analysis.remedies.length > 0 ? createRemedies(analysis, whatIf) : advice(toDo),
    explanation.facts.length > 0 ? createFacts(explanation.facts) : null,
  ].filter((child) => child !== null);
}

/** The guess at the data has a card of its own. */
const withoutGuess = ({ explanation, guess }: ObjectiveView) =>
  explanation.because.filter((text) => text !== guess?.sentence);

/** The headline without the verdict, which the badge has said. */
function headlineRest({ summary, explanation }: ObjectiveView): string {
  const { headline } = explanation;
  if (!headline.startsWith(summary.verdict)) return headline;
  return headline.slice(summary.verdict.length).replace(/^\s*[:·]\s*/, '');
}

function kindText({ summary }: ObjectiveView): string {
  return summary.dialect === 'objective-file' ? summary.kind : `${summary.kind} · ${summary.dialect}`;
}

/** Stands by itself only where the paragraphs have not said it. */
function condition(text: string | null, because: readonly string[]): HTMLElement | null {
  if (text === null) return null;
  const said = because.some((paragraph) => paragraph.toLowerCase().includes(text.toLowerCase()));
  if (said) return null;
  return element('p', { className: 'condition', testId: 'condition' }, sentence(text));
}

function advice(texts: readonly string[]): HTMLElement | null {
  if (texts.length === 0) return null;
  const items = texts.map((text) => element('li', {}, text));
  return element(
    'div',
    { className: 'advice', testId: 'advice' },
    element('h2', {}, 'What to do'),
    element('ul', {}, ...items),
  );
}

/** The top of the panel: which objective this is, its verdict, why, and what to do. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';
import type { Host } from '../host';
import type { Store } from '../store';
import type { WhatIfController } from '../whatIf/whatIfController';
import { link } from '../widgets';
import { element } from './dom';
import { createFacts } from './facts';
import { createRemedies } from './remedies';
import { sentence } from './sentence';
import { verdictBadge } from './verdictBadge';

export function createHeader(store: Store, host: Host, menu: HTMLElement): HTMLElement {
  const root = element('header', { className: 'header', testId: 'header' });
  const goToSource = link('Go to source', 'go-to-source', () => {
    const view = store.get().view;
    if (view !== null) host.post({ type: 'reveal-source', id: view.summary.id });
  });
  store.watch(
    (state) => state.view,
    (view) => root.replaceChildren(...(view === null ? [] : title(view, goToSource, menu))),
  );
  return root;
}

/** Why the verdict is so, what to do, and its numbers. */
export function createReasons(store: Store, whatIf: WhatIfController): HTMLElement {
  const root = element('div', { className: 'reasons' });
  store.watch(
    (state) => state.view,
    (view) => root.replaceChildren(...(view === null ? [] : reasons(view, whatIf))),
  );
  return root;
}

function title(view: ObjectiveView, goToSource: HTMLElement, menu: HTMLElement): HTMLElement[] {
  return [
    element(
      'div',
      { className: 'title-line' },
      element('h1', { testId: 'objective-name' }, view.summary.name),
      element('span', { className: 'kind', testId: 'objective-kind' }, kindText(view)),
      menu,
      goToSource,
    ),
    element(
      'p',
      { className: 'verdict-line' },
      verdictBadge(view.summary.verdict),
      element('span', { testId: 'headline' }, headlineRest(view)),
    ),
  ];
}

function reasons({ analysis, explanation }: ObjectiveView, whatIf: WhatIfController): HTMLElement[] {
  const because = explanation.because.map((text) => element('p', {}, text));
  return [
    element('div', { className: 'because', testId: 'because' }, ...because),
    condition(analysis.condition, explanation.because),
    analysis.remedies.length > 0 ? createRemedies(analysis, whatIf) : advice(explanation.advice),
    explanation.facts.length > 0 ? createFacts(explanation.facts) : null,
  ].filter((child) => child !== null);
}

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

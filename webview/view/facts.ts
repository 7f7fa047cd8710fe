/** The verdict's numbers, each with what it means to somebody who has not read the paper. */
import type { Fact } from '../../src/protocol/panelMessages';
import { element } from './dom';

export function createFacts(facts: readonly Fact[]): HTMLElement {
  const entries = facts.map(({ label, value, hint }) =>
    element(
      'div',
      { className: 'fact', attributes: { 'data-fact': label } },
      element('dt', {}, capitalised(label)),
      element('dd', { className: 'fact-value' }, value),
      element('dd', { className: 'hint' }, hint),
    ),
  );
  return element('dl', { className: 'facts', testId: 'facts' }, ...entries);
}

/** Words only: τ* with a capital would be another letter. */
function capitalised(label: string): string {
  return label.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** The verdict's numbers, each with what it means to somebody who has not read the paper. */
import type { Fact } from '../../src/protocol/panelMessages';
import { element } from './dom';

export function createFacts(facts: readonly Fact[]): HTMLElement {
  const entries = facts.map(({ label, value, hint }) =>
    element(
      'div',
      { className: 'fact', attributes: { 'data-fact': label } },
      element('dt', {}, label),
      element('dd', { className: 'fact-value' }, value),
      element('dd', { className: 'hint' }, hint),
    ),
  );
  return element('dl', { className: 'facts', testId: 'facts' }, ...entries);
}

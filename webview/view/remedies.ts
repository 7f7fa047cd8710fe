/** What to change: the remedies that were computed for the objective and tried on it, the best first. */
import type { Analysis, Remedy } from '../../src/protocol/panelMessages';
import type { WhatIfController } from '../whatIf/whatIfController';
import { button } from '../widgets';
import { displayText, element } from './dom';
import { remedyNumbers } from './remedyNumbers';

export function createRemedies(
  { remedies, gap }: Pick<Analysis, 'remedies' | 'gap'>,
  whatIf: WhatIfController,
): HTMLElement {
  const heading = 'heading-remedies';
  return element(
    'section',
    { className: 'remedies', testId: 'remedies', attributes: { 'aria-labelledby': heading } },
    element('h2', { attributes: { id: heading } }, 'What to change'),
    element('ol', {}, ...remedies.map((remedy) => card(remedy, gap, whatIf))),
  );
}

function card(remedy: Remedy, gap: number | null, whatIf: WhatIfController): HTMLElement {
  const { id, title, effect, changes } = remedy;
  const refusal = element('p', { className: 'refusal', attributes: { role: 'alert' } });
  const tell = (because: string | null) => {
    refusal.textContent = displayText(because ?? '');
  };
  const apply = () =>
    void whatIf
      .apply(changes)
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then(tell);
  return element(
    'li',
    { className: 'remedy', attributes: { 'data-remedy': id } },
    element('h3', {}, title),
    element('p', { className: 'remedy-numbers', testId: 'remedy-numbers' }, remedyNumbers(remedy, gap)),
    element('p', {}, effect),
    element(
      'div',
      { className: 'buttons' },
      button('Try', `try-${id}`, () => whatIf.change(changes)).root,
      button('Apply to file', `apply-${id}`, apply).root,
    ),
    refusal,
  );
}

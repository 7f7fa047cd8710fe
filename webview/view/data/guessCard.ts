/** The data that the text suggests, with what would hold for them: to be tried, written down, or replaced by real ones. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { WhatIfController } from '../../whatIf/whatIfController';
import { button } from '../../widgets';
import { displayText, element } from '../dom';
import { verdictBadge } from '../verdictBadge';

export function createGuessCard(
  guess: NonNullable<ObjectiveView['guess']>,
  whatIf: WhatIfController,
): HTMLElement {
  const refusal = element('p', {
    className: 'refusal',
    testId: 'guess-refusal',
    attributes: { role: 'alert' },
  });
  const write = () =>
    void whatIf
      .apply(guess.changes)
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then((because) => {
        refusal.textContent = displayText(because ?? '');
      });
  return element(
    'div',
    { className: 'guess', testId: 'guess' },
    element(
      'p',
      { className: 'guess-head' },
      element('strong', {}, 'A guess, not used:'),
      verdictBadge(guess.verdict, 'guess-verdict'),
    ),
    element('p', {}, guess.sentence),
    element(
      'div',
      { className: 'buttons' },
      button('Try', 'guess-try', () => whatIf.change(guess.changes)).root,
      button('Write it down', 'guess-write', write).root,
    ),
    refusal,
  );
}

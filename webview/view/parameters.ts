/** The values that the objective was analysed with, and where each came from. */
import type { ParameterView } from '../../src/protocol/panelMessages';
import { element } from './dom';

export function createParameters(parameters: readonly ParameterView[]): HTMLElement | null {
  if (parameters.length === 0) return null;
  const rows = parameters.map(({ name, value, origin }) =>
    element(
      'tr',
      {},
      element('th', { attributes: { scope: 'row' } }, name),
      element('td', { className: 'parameter-value' }, value),
      element('td', { className: 'hint' }, origin),
    ),
  );
  return element(
    'section',
    {
      className: 'parameters',
      testId: 'parameters',
      attributes: { 'aria-labelledby': 'heading-parameters' },
    },
    element('h2', { attributes: { id: 'heading-parameters' } }, 'Values'),
    element('table', {}, element('tbody', {}, ...rows)),
  );
}

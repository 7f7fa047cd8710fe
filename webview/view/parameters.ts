/** The values that the objective was analysed with, and where each came from. */
import type { ParameterView } from '../../src/protocol/panelMessages';
import type { Store } from '../store';
import { element, section } from './dom';

export function createParametersSection(store: Store): HTMLElement {
  const body = element('tbody', {});
  const root = section('Values', 'parameters', element('table', {}, body));
  store.watch(
    (state) => state.view?.parameters ?? null,
    (parameters) => {
      root.hidden = parameters === null || parameters.length === 0;
      body.replaceChildren(...rows(parameters ?? []));
    },
  );
  return root;
}

function rows(parameters: readonly ParameterView[]): HTMLElement[] {
  return parameters.map(({ name, value, origin }) =>
    element(
      'tr',
      {},
      element('th', { attributes: { scope: 'row' } }, name),
      element('td', { className: 'parameter-value' }, value),
      element('td', { className: 'hint' }, origin),
    ),
  );
}

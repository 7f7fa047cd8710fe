/** The list of the workspace's objectives, from which one is chosen to be compared with. */
import type { ObjectiveSummary } from '../../../src/protocol/panelMessages';
import type { Host } from '../../host';
import { button } from '../../widgets';
import { displayText, element } from '../dom';

export interface ObjectiveChooser {
  readonly root: HTMLElement;
  /** Asks for the objectives that there are now. */
  refresh(): Promise<void>;
  focus(): void;
}

/** A native list: it is searched by typing, and holds thousands of names. */
export function createObjectiveChooser(
  host: Host,
  onChoose: (objective: ObjectiveSummary) => void,
): ObjectiveChooser {
  const list = element('select', {
    className: 'native-select',
    testId: 'compare-choose',
    attributes: { 'aria-label': 'Objective to compare with' },
  });
  const problem = element('span', { className: 'field-problem', attributes: { role: 'alert' } });
  let known: readonly ObjectiveSummary[] = [];
  const add = button('Add', 'compare-add', () => {
    const chosen = known.find(({ id }) => id === list.value);
    if (chosen) onChoose(chosen);
  });
  return {
    root: element('div', { className: 'buttons' }, list, add.root, problem),
    focus: () => list.focus(),
    async refresh() {
      try {
        known = (await host.ask('objectives', {})).objectives;
        problem.textContent = '';
      } catch (error) {
        problem.textContent = displayText(error instanceof Error ? error.message : String(error));
      }
      const before = list.value;
      list.replaceChildren(
        ...known.map(({ id, name, verdict }) =>
          element('option', { attributes: { value: id } }, `${name} (${verdict})`),
        ),
      );
      if (known.some(({ id }) => id === before)) list.value = before;
      add.setEnabled(known.length > 0);
    },
  };
}

/** Where a design begins: the objective on screen, a template with its few numbers, or a file. */
import type { DesignController } from '../../design/designController';
import { arcTarget, groupsOf, hierarchyTarget } from '../../design/templates';
import { equalWish, readCosine } from '../../design/wish';
import type { Host } from '../../host';
import type { Store } from '../../store';
import { button, type TextFieldWidget, textField } from '../../widgets';
import { displayText, element } from '../dom';

const ENDINGS = ['yaml', 'yml', 'json', 'csv'];

interface Template {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly TextFieldWidget[];
  /** Fills the fields before they are shown. */
  offer(): void;
  use(): Promise<void> | void;
}

export function createStartForm(store: Store, host: Host, design: DesignController): HTMLElement {
  const classes = () => store.get().design.wish?.target.classes ?? [];
  const templates = [
    fromObjective(design),
    equal(design, classes),
    hierarchy(design, classes),
    arc(design, classes),
  ];
  const list = element(
    'select',
    { className: 'native-select', testId: 'design-template', attributes: { 'aria-label': 'Start from' } },
    ...templates.map(({ id, label }) => element('option', { attributes: { value: id } }, label)),
  );
  const fields = element('div', { className: 'design-fields' });
  const problem = element('p', {
    className: 'field-problem',
    testId: 'design-start-problem',
    attributes: { role: 'alert' },
  });
  const chosen = () => templates.find(({ id }) => id === list.value) ?? templates[0];
  const attempt = async (work: () => Promise<void> | void) => {
    problem.textContent = '';
    for (const field of templates.flatMap((template) => template.fields)) field.setProblem(null);
    try {
      await work();
    } catch (error) {
      problem.textContent = displayText(error instanceof Error ? error.message : String(error));
    }
  };
  const use = button('Start', 'design-start', () => void attempt(() => chosen().use()));
  const load = button('Load…', 'design-load', () => void attempt(() => loadFile(host, design)));
  list.addEventListener('change', () => {
    const { fields: own, offer } = chosen();
    offer();
    fields.replaceChildren(...own.map(({ root }) => root));
    fields.hidden = own.length === 0;
  });
  fields.hidden = true;
  return element(
    'div',
    { className: 'design-start' },
    element(
      'div',
      { className: 'design-choice' },
      element('span', { attributes: { 'aria-hidden': 'true' } }, 'Start from'),
      list,
      use.root,
      load.root,
    ),
    fields,
    problem,
  );
}

type Classes = () => readonly { readonly name: string; readonly size: number }[];

const fromObjective = (design: DesignController): Template => ({
  id: 'objective',
  label: 'what this objective predicts',
  fields: [],
  offer: () => undefined,
  use: design.startFromObjective,
});

function equal(design: DesignController, classes: Classes): Template {
  const cosine = textField('Cosine of all pairs', 'design-equal', '0', () => cosine.setProblem(null));
  return {
    id: 'equal',
    label: 'all pairs equal',
    fields: [cosine],
    offer: () => undefined,
    use() {
      const value = readCosine(cosine.value());
      if (typeof value === 'string') return cosine.setProblem(value);
      design.start({ target: equalWish(classes(), value), source: 'equal cosines' });
    },
  };
}

function hierarchy(design: DesignController, classes: Classes): Template {
  const groups = textField('Groups, innermost first', 'design-groups', '', () => groups.setProblem(null));
  const heights = textField('Cosine of each level', 'design-heights', '0.8, 0.2', () =>
    heights.setProblem(null),
  );
  groups.root.classList.add('wide');
  return {
    id: 'hierarchy',
    label: 'a hierarchy',
    fields: [groups, heights],
    offer: () => groups.show(groupsOf(classes())),
    async use() {
      const problems = await design.read(hierarchyTarget(groups.value(), heights.value()), 'a hierarchy');
      for (const { line, message } of problems)
        (line === 0 ? groups : heights).setProblem(displayText(message));
    },
  };
}

function arc(design: DesignController, classes: Classes): Template {
  const degrees = textField('Degrees from first to last', 'design-degrees', '120', () =>
    degrees.setProblem(null),
  );
  return {
    id: 'arc',
    label: 'an arc, in the order of the classes',
    fields: [degrees],
    offer: () => undefined,
    async use() {
      const problems = await design.read(arcTarget(classes(), degrees.value()), 'an arc');
      if (problems.length > 0) degrees.setProblem(displayText(problems.map((it) => it.message).join(' ')));
    },
  };
}

async function loadFile(host: Host, design: DesignController): Promise<void> {
  const { file } = await host.ask('choose-file', { title: 'Design target', endings: ENDINGS });
  if (file === null) return;
  const problems = await design.read({ fileName: file.name, text: file.text }, file.name);
  const told = problems.map(({ line, message }) => `${file.name}, line ${line + 1}: ${message}`);
  if (told.length > 0) throw new Error(told.join(' '));
}

/** The page on which an objective is designed: from wished cosines to the nearest that points have, and to a file. */
import type { DesignController } from '../../design/designController';
import { canAdd, canRemove, withClass, withoutClass } from '../../design/wish';
import type { Host } from '../../host';
import type { Store } from '../../store';
import { scaleAround } from '../../whatIf/logScale';
import { button } from '../../widgets';
import { displayText, element, section } from '../dom';
import { sentence } from '../sentence';
import { onThemeChange } from '../theme';
import { readPositive } from '../whatIf/readNumber';
import { createSlider } from '../whatIf/slider';
import { createDesignLegend } from './designLegend';
import { createDesignOutcome } from './designOutcome';
import { createStartForm } from './startForm';
import { createTakeDesign } from './takeDesign';
import { createWishGrid } from './wishGrid';

const LEAD =
  'Wish how similar the classes shall be, and take the loss whose optimum comes nearest: a weighted InfoNCE on your classes.';
const HINT =
  'Drag a cell up or down, or choose it and type a number; Shift + ↑ ↓ moves it by 0.01, Page Up and Down by 0.1. Double-click a name to change it.';

const TEMPERATURES = scaleAround({ from: 0.01, to: 1 }, []);

export function createDesignSection(store: Store, host: Host, design: DesignController): HTMLElement {
  const wish = createWishGrid(store, design);
  const outcome = createDesignOutcome(design);
  const take = createTakeDesign(store, host);
  const tools = createTools(store, design);
  const legend = createDesignLegend();
  const temperature = createSlider(
    'Temperature',
    'design-temperature',
    (text) => readPositive(text),
    design.setTemperature,
  );
  const matrices = element(
    'div',
    { className: 'design-matrices' },
    figure('Wished', wish.root, tools.root),
    figure('Nearest that points have', outcome.matrix, legend.root),
  );
  const root = section(
    'Design',
    'design',
    element('p', { className: 'caption' }, LEAD),
    createStartForm(store, host, design),
    element('p', { className: 'hint' }, HINT),
    matrices,
    outcome.words,
    element(
      'div',
      { className: 'design-result' },
      outcome.picture,
      element(
        'div',
        { className: 'design-take' },
        element(
          'div',
          { className: 'control', attributes: { role: 'group', 'aria-label': 'Temperature' } },
          element('div', { className: 'control-head' }, element('span', {}, 'Temperature')),
          temperature.root,
        ),
        take.root,
      ),
    ),
  );
  const heading = root.querySelector('h2');
  if (heading !== null) root.prepend(element('div', { className: 'section-head' }, heading, tools.history));
  function show(): void {
    const state = store.get().design;
    root.dataset.pending = String(state.pending);
    if (state.wish === null) return;
    matrices.style.setProperty('--classes', String(state.wish.target.classes.length));
    wish.show(state);
    outcome.show(state);
    tools.show();
    legend.show();
    temperature.show(state.temperature, TEMPERATURES, []);
    const { refused } = state;
    temperature.setProblem(refused?.at === 'temperature' ? sentence(refused.because) : null);
    take.setEnabled(refused === null);
  }
  store.watch((state) => state.design, show);
  onThemeChange(show);
  return root;
}

function createTools(store: Store, design: DesignController) {
  const now = () => store.get().design;
  const withWish = (work: (wish: NonNullable<ReturnType<typeof now>['wish']>) => void) => () => {
    const { wish } = now();
    if (wish !== null) work(wish);
  };
  const add = button(
    'Add class',
    'design-add',
    withWish(({ target }) => design.change(withClass(target))),
  );
  const remove = button(
    'Remove class',
    'design-remove',
    withWish(({ target }) => design.change(withoutClass(target, now().selected.row))),
  );
  const undo = button('Undo', 'design-undo', design.undo);
  const redo = button('Redo', 'design-redo', design.redo);
  return {
    root: element('div', { className: 'buttons' }, add.root, remove.root),
    history: element('div', { className: 'buttons' }, undo.root, redo.root),
    show() {
      const { wish, past, future, selected } = now();
      if (wish === null) return;
      const { name } = wish.target.classes[selected.row];
      remove.root.title = displayText(`Remove ${name}`);
      add.setEnabled(canAdd(wish.target));
      remove.setEnabled(canRemove(wish.target));
      undo.setEnabled(past.length > 0);
      redo.setEnabled(future.length > 0);
    },
  };
}

const figure = (title: string, ...content: readonly HTMLElement[]) =>
  element('figure', { className: 'design-matrix' }, element('figcaption', {}, title), ...content);

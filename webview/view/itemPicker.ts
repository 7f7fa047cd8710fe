/** A field that finds one of many items by its name: type, go through what is found with the arrows, take one. */
import { element } from './dom';
import { searchItems } from './itemSearch';
import { formatCount } from './numbers';

export interface ItemPicker {
  readonly root: HTMLElement;
  setItems(names: readonly string[]): void;
  select(index: number): void;
}

/** More are not read but narrowed down by typing. */
const MOST_OPTIONS = 50;

export function createItemPicker(label: string, testId: string, onPick: (index: number) => void): ItemPicker {
  const { root, input, list } = createParts(label, testId);
  let names: readonly string[] = [];
  let selected = 0;
  let found: readonly number[] = [];
  let active = 0;

  function close(): void {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    input.value = names[selected] ?? '';
  }
  function pick(index: number | undefined): void {
    if (index !== undefined) selected = index;
    close();
    if (index !== undefined) onPick(index);
  }
  function open(text: string): void {
    found = searchItems(names, text);
    active = text === '' ? Math.max(0, found.indexOf(selected)) : 0;
    const first = Math.max(0, Math.min(active - 5, found.length - MOST_OPTIONS));
    list.replaceChildren(...optionsFrom(first));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(active);
  }
  function optionsFrom(first: number): HTMLElement[] {
    const shown = found.slice(first, first + MOST_OPTIONS);
    const options = shown.map((index, k) =>
      optionElement(`${list.id}-${first + k}`, names[index], () => pick(index)),
    );
    const note = noteOf(found.length, found.length - shown.length);
    return note === null ? options : [...options, note];
  }
  function activate(next: number): void {
    input.removeAttribute('aria-activedescendant');
    if (found.length === 0) return;
    active = (next + found.length) % found.length;
    let option = document.getElementById(`${list.id}-${active}`);
    if (option === null) {
      list.replaceChildren(...optionsFrom(Math.max(0, Math.min(active, found.length - MOST_OPTIONS))));
      option = document.getElementById(`${list.id}-${active}`);
    }
    for (const other of list.querySelectorAll('[aria-selected="true"]'))
      other.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  }
  function press(event: KeyboardEvent): void {
    const isOpen = !list.hidden;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => (isOpen ? activate(active + 1) : open('')),
      ArrowUp: () => (isOpen ? activate(active - 1) : open('')),
      Enter: isOpen ? () => pick(found[active]) : undefined,
      Escape: isOpen ? close : undefined,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  }
  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => open(''));
  input.addEventListener('input', () => open(input.value));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', press);
  return {
    root,
    setItems(next) {
      names = next;
      if (list.hidden) input.value = names[selected] ?? '';
    },
    select(index) {
      selected = index;
      if (list.hidden) input.value = names[index] ?? '';
    },
  };
}

function createParts(label: string, testId: string) {
  const listId = `${testId}-list`;
  const input = element('input', {
    className: 'item-field',
    testId,
    attributes: {
      type: 'text',
      role: 'combobox',
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': listId,
      autocomplete: 'off',
      spellcheck: 'false',
    },
  });
  const list = element('ul', {
    className: 'item-options',
    testId: `${testId}-options`,
    attributes: { id: listId, role: 'listbox', 'aria-label': label },
  });
  list.hidden = true;
  return { input, list, root: element('div', { className: 'item-picker' }, input, list) };
}

function optionElement(id: string, name: string, onTake: () => void): HTMLElement {
  const option = element('li', { attributes: { id, role: 'option', 'aria-selected': 'false' } }, name);
  // The field must keep the focus until its value is taken.
  option.addEventListener('pointerdown', (event) => event.preventDefault());
  option.addEventListener('click', onTake);
  return option;
}

/** What stands below the options; null where they are all. */
function noteOf(found: number, more: number): HTMLElement | null {
  if (found > 0 && more === 0) return null;
  const text = found === 0 ? 'Nothing has this name.' : `${formatCount(more)} more: type to find them.`;
  return element('li', { className: 'item-note', attributes: { role: 'presentation' } }, text);
}

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
  const root = element('div', { className: 'item-picker' }, input, list);
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
    const options = shown.map((index, k) => {
      const id = `${listId}-${first + k}`;
      const option = element(
        'li',
        { attributes: { id, role: 'option', 'aria-selected': 'false' } },
        names[index],
      );
      // The field must keep the focus until its value is taken.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => pick(index));
      return option;
    });
    const more = found.length - shown.length;
    const note =
      found.length === 0
        ? 'Nothing has this name.'
        : more > 0
          ? `${formatCount(more)} more: type to find them.`
          : null;
    if (note === null) return options;
    return [
      ...options,
      element('li', { className: 'item-note', attributes: { role: 'presentation' } }, note),
    ];
  }
  function activate(next: number): void {
    input.removeAttribute('aria-activedescendant');
    if (found.length === 0) return;
    active = (next + found.length) % found.length;
    let option = document.getElementById(`${listId}-${active}`);
    if (option === null) {
      list.replaceChildren(...optionsFrom(Math.max(0, Math.min(active, found.length - MOST_OPTIONS))));
      option = document.getElementById(`${listId}-${active}`);
    }
    for (const other of list.querySelectorAll('[aria-selected="true"]'))
      other.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${listId}-${active}`);
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

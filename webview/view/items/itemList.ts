/** A list of thousands of items that has elements for those in sight only. */
import { element, onResize } from '../dom';
import { rowAfterKey, rowsInSight, scrollToRow } from './virtualRows';

export interface ItemRow {
  readonly color: string;
  readonly name: string;
  readonly cells: readonly ItemCell[];
}

export interface ItemCell {
  /** What is only read out, before the text: a column's place says it to the eye. */
  readonly spoken: string;
  readonly text: string;
}

export interface ItemList {
  readonly root: HTMLElement;
  /** `rowAt` is asked for rows in sight. */
  setRows(count: number, rowAt: (row: number) => ItemRow): void;
  /** Marks rows; the first one is brought into sight, unless somebody is using the list. */
  mark(rows: readonly number[]): void;
  focus(): void;
  /** Goes back to the first row. */
  toStart(): void;
}

interface ListListener {
  /** The row under the pointer or the keyboard's cursor. */
  onPoint(row: number | null): void;
  onTake(row: number): void;
}

const ROW_HEIGHT = 26;

export function createItemList(label: string, { onPoint, onTake }: ListListener): ItemList {
  const body = element('div', { className: 'item-rows', attributes: { role: 'presentation' } });
  const root = element(
    'div',
    {
      className: 'item-list',
      testId: 'items-list',
      attributes: { role: 'listbox', tabindex: '0', 'aria-label': label },
    },
    body,
  );
  let count = 0;
  let rowAt: (row: number) => ItemRow = () => ({ color: '', name: '', cells: [] });
  let marked: readonly number[] = [];
  let active = 0;

  function show(): void {
    const { first, end } = rowsInSight(count, ROW_HEIGHT, root.scrollTop, root.clientHeight);
    const rows = Array.from({ length: Math.max(0, end - first) }, (_, k) => rowElement(first + k));
    body.style.height = `${count * ROW_HEIGHT}px`;
    body.replaceChildren(...rows);
  }
  function rowElement(row: number): HTMLElement {
    const { color, name, cells } = rowAt(row);
    const isMarked = marked.includes(row) || (row === active && document.activeElement === root);
    const swatch = element('span', { className: 'item-swatch' });
    swatch.style.background = color;
    const made = element(
      'div',
      {
        className: isMarked ? 'item-row marked' : 'item-row',
        attributes: {
          role: 'option',
          id: `item-row-${row}`,
          'aria-selected': String(isMarked),
          'aria-posinset': String(row + 1),
          'aria-setsize': String(count),
          'data-row': String(row),
        },
      },
      swatch,
      element('span', { className: 'item-name' }, name),
      ...cells.map(cellElement),
    );
    made.style.transform = `translateY(${row * ROW_HEIGHT}px)`;
    return made;
  }
  function reveal(row: number): void {
    root.scrollTop = scrollToRow(row, ROW_HEIGHT, root.scrollTop, root.clientHeight);
  }
  function activate(row: number): void {
    active = row;
    reveal(row);
    onPoint(row);
    show();
    root.setAttribute('aria-activedescendant', `item-row-${row}`);
  }
  listen(root, { count: () => count, active: () => active, activate, onPoint, onTake });
  root.addEventListener('scroll', show);
  onResize(root, show);
  return {
    root,
    focus: () => root.focus(),
    toStart() {
      active = 0;
      root.scrollTop = 0;
    },
    setRows(next, at) {
      count = next;
      rowAt = at;
      active = Math.min(active, Math.max(0, count - 1));
      root.removeAttribute('aria-activedescendant');
      show();
    },
    mark(rows) {
      marked = rows;
      const inUse = root.matches(':hover') || document.activeElement === root;
      if (rows.length > 0 && !inUse) reveal(rows[0]);
      show();
    },
  };
}

function cellElement({ spoken, text }: ItemCell): HTMLElement {
  const words = text === '' ? null : element('span', { className: 'visually-hidden' }, spoken);
  return element('span', { className: 'item-cell' }, words, text);
}

interface Moves extends ListListener {
  count(): number;
  active(): number;
  activate(row: number): void;
}

function listen(root: HTMLElement, { count, active, activate, onPoint, onTake }: Moves): void {
  const rowUnder = (event: Event): number | null => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    return row instanceof HTMLElement ? Number(row.dataset.row) : null;
  };
  root.addEventListener('pointermove', (event) => onPoint(rowUnder(event)));
  root.addEventListener('pointerleave', () => onPoint(null));
  root.addEventListener('blur', () => onPoint(null));
  root.addEventListener('focus', () => {
    if (count() > 0) activate(active());
  });
  root.addEventListener('click', (event) => {
    const row = rowUnder(event);
    if (row === null) return;
    activate(row);
    onTake(row);
  });
  root.addEventListener('keydown', (event) => {
    const pageRows = Math.max(1, Math.floor(root.clientHeight / ROW_HEIGHT) - 1);
    const next = rowAfterKey(event.key, active(), count(), pageRows);
    if (next === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== null) activate(next);
    else if (count() > 0) onTake(active());
  });
}

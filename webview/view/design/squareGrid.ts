/** A square matrix as a grid of cells that keys walk through and assistive technology reads one by one. */
import { type Cell, NAME } from '../../design/designState';
import type { Mark } from '../../design/designText';
import { displayText, element, onResize } from '../dom';
import { formatSimilarity } from '../numbers';
import { similarityScale, textOn } from '../palette';
import { readTheme } from '../theme';
import { cellAfterGridKey } from './gridKeys';

export interface GridContent {
  readonly names: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly selected: Cell;
  /** Of the classes in a picture; null where none is shown. */
  readonly colors: readonly string[] | null;
  /** What is said of a cell. */
  label(row: number, column: number): string;
  mark(row: number, column: number): Mark | null;
}

export interface SquareGrid {
  readonly root: HTMLElement;
  show(content: GridContent): void;
  cell(at: Cell): HTMLElement;
  /** The cell that an event happened in; null beside all. */
  cellOf(event: Event): Cell | null;
  focus(at: Cell): void;
}

export interface GridOptions {
  readonly label: string;
  readonly testId: string;
  /** Rows' names are cells to walk to, and the cells take values. */
  readonly isEditable: boolean;
  onSelect(cell: Cell): void;
}

/** Pixels that a value of five characters needs. */
const VALUE_WIDTH = 29;

export function createSquareGrid({ label, testId, isEditable, onSelect }: GridOptions): SquareGrid {
  const root = element('div', {
    className: 'square-grid',
    testId,
    attributes: { role: 'grid', 'aria-label': label, 'aria-readonly': String(!isEditable) },
  });
  let rows: GridRow[] = [];
  let heads: HTMLElement[] = [];
  let selected: HTMLElement | null = null;

  function rebuild(count: number): void {
    heads = Array.from({ length: count }, () =>
      element('div', { className: 'grid-column', attributes: { role: 'columnheader' } }),
    );
    rows = Array.from({ length: count }, (_, row) => createRow(row, count, isEditable));
    const corner = element(
      'div',
      { className: 'grid-corner', attributes: { role: 'columnheader' } },
      hidden(),
    );
    root.style.setProperty('--count', String(count));
    root.replaceChildren(
      element('div', { className: 'grid-row', attributes: { role: 'row' } }, corner, ...heads),
      ...rows.map(({ root: row }) => row),
    );
    measure();
  }
  /** Which of names and values find room. */
  function measure(): void {
    const width = rows[0]?.cells[0].root.clientWidth ?? 0;
    if (width > 0) root.dataset.room = width >= VALUE_WIDTH ? 'values' : 'colours';
  }
  const cell = ({ row, column }: Cell) => (column === NAME ? rows[row].name : rows[row].cells[column].root);
  function cellOf({ target }: Event): Cell | null {
    const found = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return found && { row: Number(found.dataset.row), column: Number(found.dataset.column) };
  }
  function select(at: Cell): void {
    selected?.setAttribute('tabindex', '-1');
    selected?.removeAttribute('aria-selected');
    selected = cell(isEditable ? at : { row: at.row, column: Math.max(0, at.column) });
    selected.setAttribute('tabindex', '0');
    selected.setAttribute('aria-selected', 'true');
  }
  root.addEventListener('keydown', (event) => {
    const from = event.target === selected ? cellOf(event) : null;
    const next = from && cellAfterGridKey(event, from, rows.length, isEditable);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
    cell(next).focus();
  });
  root.addEventListener('focusin', (event) => {
    const at = cellOf(event);
    if (at) onSelect(at);
  });
  onResize(root, measure);
  return {
    root,
    cell,
    cellOf,
    focus: (at) => cell(at).focus(),
    show(content) {
      if (content.names.length !== rows.length) rebuild(content.names.length);
      const scale = similarityScale(true, [1], readTheme());
      content.names.forEach((name, place) => {
        showName(heads[place], name);
        showName(rows[place].name, name);
        rows[place].dot.style.background = content.colors?.[place] ?? '';
        rows[place].cells.forEach((shown, column) => {
          const value = content.values[place][column];
          shown.show(value, scale.color(value), content.label(place, column), content.mark(place, column));
        });
      });
      const { row, column } = content.selected;
      select({ row: Math.min(row, rows.length - 1), column: Math.min(column, rows.length - 1) });
    },
  };
}

interface GridRow {
  readonly root: HTMLElement;
  readonly name: HTMLElement;
  readonly dot: HTMLElement;
  readonly cells: readonly GridCell[];
}

interface GridCell {
  readonly root: HTMLElement;
  show(value: number, color: string, label: string, mark: Mark | null): void;
}

function createRow(row: number, count: number, isEditable: boolean): GridRow {
  const place = (column: number) => ({ 'data-row': String(row), 'data-column': String(column) });
  const dot = element('i', { className: 'grid-dot', attributes: { 'aria-hidden': 'true' } });
  const name = element(
    'div',
    {
      className: 'grid-name',
      attributes: { role: 'rowheader', ...(isEditable ? { ...place(NAME), tabindex: '-1' } : {}) },
    },
    element('span', {}),
    dot,
  );
  const cells = Array.from({ length: count }, (_, column) => {
    const isOwn = row === column;
    const attributes = { role: 'gridcell', tabindex: '-1', ...place(column) };
    const root = element('div', {
      className: isOwn ? 'grid-cell own' : 'grid-cell',
      attributes: isOwn && isEditable ? { ...attributes, 'aria-readonly': 'true' } : attributes,
    });
    return createCell(root, isOwn);
  });
  return {
    root: element(
      'div',
      { className: 'grid-row', attributes: { role: 'row' } },
      name,
      ...cells.map((cell) => cell.root),
    ),
    name,
    dot,
    cells,
  };
}

/** Thousands of cells are shown at each movement of a hand: only what is another is touched. */
function createCell(root: HTMLElement, isOwn: boolean): GridCell {
  const text = element('span', { attributes: { 'aria-hidden': 'true' } });
  root.append(text);
  let shown = { text: '', color: '', label: '', mark: null as Mark | null };
  return {
    root,
    show(value, color, spoken, mark) {
      const next = { text: isOwn ? '1' : formatSimilarity(value), color, label: displayText(spoken), mark };
      if (next.text !== shown.text) text.textContent = next.text;
      if (next.color !== shown.color && !isOwn) {
        root.style.backgroundColor = color;
        root.style.color = textOn(color);
      }
      if (next.label !== shown.label) root.setAttribute('aria-label', next.label);
      if (next.mark !== shown.mark || root.dataset.mark === undefined) root.dataset.mark = mark ?? 'none';
      shown = next;
    },
  };
}

function showName(root: HTMLElement, name: string): void {
  const text = displayText(name);
  const holder = root.querySelector('span') ?? root.appendChild(element('span', {}));
  if (holder.textContent === text) return;
  holder.textContent = text;
  root.title = text;
}

const hidden = () => element('span', { className: 'visually-hidden' }, 'Class');

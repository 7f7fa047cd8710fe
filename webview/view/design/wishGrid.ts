/** The matrix of wishes: cells are dragged, turned with the wheel, stepped by keys and typed into; so are names. */
import type { DesignController } from '../../design/designController';
import { type Cell, type DesignState, NAME } from '../../design/designState';
import { cellText, pairText } from '../../design/designText';
import { readCosine, renamed, stepped, withSimilarity } from '../../design/wish';
import type { Store } from '../../store';
import { displayText, element } from '../dom';
import { createSquareGrid, type SquareGrid } from './squareGrid';
import { typeInto } from './typing';

export interface WishGrid {
  readonly root: HTMLElement;
  show(state: DesignState): void;
}

/** What a key, the wheel, and a pixel of dragging add to a cosine; less with Shift. */
const STEPS: Readonly<Record<string, number>> = { PageUp: 0.1, PageDown: -0.1 };
const FINE_STEPS: Readonly<Record<string, number>> = { ArrowUp: 0.01, ArrowDown: -0.01 };
const WHEEL = 0.01;
const PIXEL = 0.01;
const FINE = 0.1;

/** Pixels before a press becomes a drag. */
const SLACK = 2;

const PROBLEM_ID = 'design-wish-problem';

export function createWishGrid(store: Store, design: DesignController): WishGrid {
  const grid = createSquareGrid({
    label: 'Wished cosines: Enter or a number sets a cell, Enter on a name renames its class',
    testId: 'design-wish',
    isEditable: true,
    onSelect: design.select,
  });
  const problem = element('p', {
    className: 'field-problem',
    testId: PROBLEM_ID,
    attributes: { role: 'alert', id: PROBLEM_ID },
  });
  /** Of the chosen cell: small cells show no numbers. */
  const readout = element('p', { className: 'readout', testId: 'design-readout' });
  const tell = (text: string | null) => {
    problem.textContent = displayText(text ?? '');
  };
  const wishNow = () => store.get().design.wish?.target ?? null;
  const valueAt = ({ row, column }: Cell) => wishNow()?.similarities[row][column] ?? 0;
  const isPair = ({ row, column }: Cell) => column !== NAME && row !== column;
  const set = (cell: Cell, value: number, gesture?: string) => {
    const target = wishNow();
    if (target === null || !isPair(cell)) return;
    tell(null);
    design.change(withSimilarity(target, cell.row, cell.column, value), gesture);
  };
  const step = (cell: Cell, by: number) =>
    set(cell, stepped(valueAt(cell), by), `step ${cell.row} ${cell.column}`);

  function type(cell: Cell, text?: string): void {
    const target = wishNow();
    if (target === null || (cell.column !== NAME && !isPair(cell))) return;
    const { name } = target.classes[cell.row];
    const isName = cell.column === NAME;
    typeInto(
      {
        cell: grid.cell(cell),
        label: isName ? `Name of ${name}` : pairText(target, cell.row, cell.column),
        text: text ?? (isName ? name : String(Number(valueAt(cell).toFixed(4)))),
        testId: 'design-typing',
        commit: (typed) => (isName ? commitName(cell.row, typed) : commitCosine(cell, typed)),
        tell,
        ended: (byKey) => {
          if (byKey) grid.focus(cell);
        },
      },
      PROBLEM_ID,
    );
  }
  function commitName(row: number, typed: string): string | null {
    const target = wishNow();
    const next = target && renamed(target, row, typed);
    if (typeof next === 'string') return next;
    if (next) design.change(next);
    return null;
  }
  function commitCosine(cell: Cell, typed: string): string | null {
    const value = readCosine(typed);
    if (typeof value === 'string') return value;
    set(cell, value);
    return null;
  }
  listenToKeys(grid, { step, type, set, undo: design.undo, redo: design.redo });
  listenToPointer(grid, { step, type, set, valueAt, isPair });
  return {
    root: element('div', { className: 'wish-grid' }, grid.root, readout, problem),
    show(state) {
      const target = state.wish?.target;
      if (target === undefined) return;
      const { row, column } = state.selected;
      readout.textContent = displayText(
        column === NAME ? target.classes[row].name : cellText(state, target, row, column),
      );
      grid.show({
        names: target.classes.map(({ name }) => name),
        values: target.similarities,
        selected: state.selected,
        label: (i, j) => cellText(state, target, i, j),
        mark: () => null,
        colors: null,
      });
    },
  };
}

interface Edits {
  step(cell: Cell, by: number): void;
  type(cell: Cell, text?: string): void;
  set(cell: Cell, value: number, gesture?: string): void;
}

function listenToKeys(grid: SquareGrid, edits: Edits & { undo(): void; redo(): void }): void {
  grid.root.addEventListener('keydown', (event) => {
    const cell = grid.cellOf(event);
    if (cell === null) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const by = event.shiftKey ? FINE_STEPS[event.key] : STEPS[event.key];
    const key = event.key.toLowerCase();
    if (isCommand && key === 'z') (event.shiftKey ? edits.redo : edits.undo)();
    else if (isCommand && key === 'y') edits.redo();
    else if (isCommand || event.altKey) return;
    else if (by !== undefined) edits.step(cell, by);
    else if (event.key === 'Enter' || event.key === 'F2') edits.type(cell);
    else if (event.key === 'Delete' || event.key === 'Backspace') edits.set(cell, 0);
    else if (cell.column !== NAME && /^[-−.\d]$/.test(event.key)) edits.type(cell, event.key);
    else return;
    event.preventDefault();
  });
}

interface Pointed extends Edits {
  valueAt(cell: Cell): number;
  isPair(cell: Cell): boolean;
}

function listenToPointer(grid: SquareGrid, edits: Pointed): void {
  let drag: { readonly cell: Cell; readonly from: number; y: number; value: number; moved: boolean } | null =
    null;
  let drags = 0;
  grid.root.addEventListener('pointerdown', (event) => {
    const cell = grid.cellOf(event);
    if (cell === null || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    grid.focus(cell);
    if (!edits.isPair(cell)) return;
    event.preventDefault();
    grid.root.setPointerCapture(event.pointerId);
    drag = { cell, from: event.clientY, y: event.clientY, value: edits.valueAt(cell), moved: false };
    drags++;
  });
  grid.root.addEventListener('pointermove', (event) => {
    if (drag === null || event.buttons === 0) return;
    if (!drag.moved && Math.abs(event.clientY - drag.from) < SLACK) return;
    const size = event.shiftKey ? PIXEL * FINE : PIXEL;
    // The wish stops at ±1, where a hand that turns around is followed at once.
    drag.value = Math.min(1, Math.max(-1, drag.value + (drag.y - event.clientY) * size));
    drag.y = event.clientY;
    drag.moved = true;
    grid.root.classList.add('dragging');
    edits.set(drag.cell, stepped(drag.value, 0), `drag ${drags}`);
  });
  const release = () => {
    drag = null;
    grid.root.classList.remove('dragging');
  };
  grid.root.addEventListener('pointerup', release);
  grid.root.addEventListener('pointercancel', release);
  grid.root.addEventListener('dblclick', (event) => {
    const cell = grid.cellOf(event);
    if (cell !== null) edits.type(cell);
  });
  grid.root.addEventListener(
    'wheel',
    (event) => {
      const cell = grid.cellOf(event);
      // A page is scrolled over a matrix; only the cell that was chosen turns.
      if (cell === null || !edits.isPair(cell) || grid.cell(cell) !== document.activeElement) return;
      event.preventDefault();
      const size = event.shiftKey ? WHEEL * FINE : WHEEL;
      edits.step(cell, -Math.sign(event.deltaY || event.deltaX) * size);
    },
    { passive: false },
  );
}

/** One matrix with its title: fits its canvas to the room it has, and turns pointer and keys into cells. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import type { Hovered, Store } from '../../store';
import { afterPaint, element, fitCanvas, onResize } from '../dom';
import { readTheme } from '../theme';
import { cellAfterKey, type MatrixLayout, markAt, matrixLayout } from './matrixLayout';
import { type Marked, paintCells, paintMarks } from './matrixPainter';
import { type MatrixContent, type MatrixSnapshot, matrixSnapshot } from './matrixSnapshot';

export interface MatrixPicture {
  readonly root: HTMLElement;
  /** `geometry` tells which points the rows stand for. */
  setContent(content: MatrixContent, geometry: PointRows): void;
  paintHovered(): void;
  /** As it stands on the screen, without the crosshair; null before it is drawn. */
  snapshot(): MatrixSnapshot | null;
}

type PointRows = Pick<Geometry, 'rows' | 'rowOf'>;

export function createMatrixPicture(title: string, testId: string, store: Store): MatrixPicture {
  const canvas = element('canvas', {
    testId,
    attributes: { tabindex: '0', role: 'application', 'aria-label': `${title}: arrow keys read the cells` },
  });
  const frame = element('div', { className: 'matrix-frame' }, canvas);
  const root = element('figure', { className: 'matrix' }, element('figcaption', {}, title), frame);
  /** The cells as painted last; a moving crosshair only copies them. */
  const cells = document.createElement('canvas');
  let content: MatrixContent | null = null;
  let rows: PointRows = { rows: [], rowOf: [] };
  let layout: MatrixLayout | null = null;
  let snapshot: MatrixSnapshot | null = null;
  let paintedWidth = 0;

  function paintIfResized(): void {
    if (snapshot === null || frame.clientWidth !== paintedWidth) paintAll();
  }
  /** The first time it takes longer than the words that it stands beside. */
  function paintSoon(): void {
    if (snapshot === null) afterPaint(paintIfResized);
    else paintIfResized();
  }
  function paintAll(): void {
    const context = cells.getContext('2d');
    const width = frame.clientWidth;
    paintedWidth = width;
    if (context === null || content === null || width === 0) return;
    const theme = readTheme();
    context.font = `600 11px ${theme.fontFamily}`;
    const widest = content.names.reduce((most, name) => Math.max(most, context.measureText(name).width), 0);
    layout = matrixLayout(content.names.length, width, widest);
    snapshot = matrixSnapshot(layout, content, theme);
    fitCanvas(canvas, snapshot.width, snapshot.height);
    const ratio = fitCanvas(cells, snapshot.width, snapshot.height);
    context.scale(ratio, ratio);
    paintCells(context, snapshot, theme);
    paintHovered();
  }
  function paintHovered(): void {
    const context = canvas.getContext('2d');
    if (context === null || snapshot === null || layout === null) return;
    context.resetTransform();
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(cells, 0, 0);
    const ratio = window.devicePixelRatio || 1;
    context.scale(ratio, ratio);
    paintMarks(context, layout, snapshot, rowsOfPoints(store.get().hovered, rows), readTheme());
  }
  onResize(frame, paintSoon);
  listen(canvas, store, () => layout && { layout, rows });
  return {
    root,
    paintHovered,
    snapshot: () => snapshot,
    setContent(next, geometry) {
      content = next;
      rows = geometry;
      if (snapshot === null) paintSoon();
      else paintAll();
    },
  };
}

/** The rows of what is pointed at; null where the matrix has none for it. */
export function rowsOfPoints(hovered: Hovered | null, { rowOf }: PointRows): Marked | null {
  const row = hovered === null ? null : (rowOf[hovered.row] ?? null);
  if (hovered === null || row === null) return null;
  const column = hovered.column === null ? null : (rowOf[hovered.column] ?? null);
  return hovered.column !== null && column === null ? null : { row, column };
}

interface Shown {
  readonly layout: MatrixLayout;
  readonly rows: PointRows;
}

function listen(canvas: HTMLCanvasElement, store: Store, shownNow: () => Shown | null): void {
  const point = (marked: Marked | null, { rows }: PointRows): Hovered | null =>
    marked && { row: rows[marked.row], column: marked.column === null ? null : rows[marked.column] };
  canvas.addEventListener('pointermove', (event) => {
    const shown = shownNow();
    const hovered = shown && point(markAt(shown.layout, event.offsetX, event.offsetY), shown.rows);
    const before = store.get().hovered;
    if (before?.row === hovered?.row && before?.column === hovered?.column) return;
    store.set({ hovered });
  });
  canvas.addEventListener('pointerleave', () => store.set({ hovered: null }));
  canvas.addEventListener('blur', () => store.set({ hovered: null }));
  canvas.addEventListener('keydown', (event) => {
    const shown = shownNow();
    if (shown === null) return;
    const { row, column } = rowsOfPoints(store.get().hovered, shown.rows) ?? { row: 0, column: null };
    const next = cellAfterKey(event.key, { row, column: column ?? -1 }, shown.layout.count);
    if (next === null) return;
    event.preventDefault();
    store.set({ hovered: point(next, shown.rows) });
  });
}

/** One matrix with its title: fits its canvas to the room it has, and turns pointer and keys into cells. */
import type { Store } from '../../store';
import { element, fitCanvas, onResize } from '../dom';
import { readTheme } from '../theme';
import { cellAfterKey, cellAt, type MatrixLayout, matrixLayout } from './matrixLayout';
import { type MatrixContent, paintCells, paintMarks } from './matrixPainter';

export interface MatrixPicture {
  readonly root: HTMLElement;
  setContent(content: MatrixContent): void;
  paintHovered(): void;
}

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
  let layout: MatrixLayout | null = null;

  function paintAll(): void {
    const context = cells.getContext('2d');
    const width = frame.clientWidth;
    if (context === null || content === null || width === 0) return;
    const theme = readTheme();
    context.font = `600 11px ${theme.fontFamily}`;
    const widest = content.names.reduce((most, name) => Math.max(most, context.measureText(name).width), 0);
    layout = matrixLayout(content.names.length, width, widest);
    const size = [layout.gutter + layout.side + 1, layout.header + layout.side + 1] as const;
    fitCanvas(canvas, ...size);
    const ratio = fitCanvas(cells, ...size);
    context.scale(ratio, ratio);
    paintCells(context, layout, content, theme);
    paintHovered();
  }
  function paintHovered(): void {
    const context = canvas.getContext('2d');
    if (context === null || content === null || layout === null) return;
    context.resetTransform();
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(cells, 0, 0);
    const ratio = window.devicePixelRatio || 1;
    context.scale(ratio, ratio);
    paintMarks(context, layout, content.names, store.get().hovered, readTheme());
  }
  onResize(frame, paintAll);
  listen(canvas, store, () => layout);
  return {
    root,
    paintHovered,
    setContent(next) {
      content = next;
      paintAll();
    },
  };
}

function listen(canvas: HTMLCanvasElement, store: Store, layoutNow: () => MatrixLayout | null): void {
  canvas.addEventListener('pointermove', (event) => {
    const layout = layoutNow();
    const cell = layout && cellAt(layout, event.offsetX, event.offsetY);
    const before = store.get().hovered;
    if (cell === null ? before === null : before?.row === cell.row && before.column === cell.column) return;
    store.set({ hovered: cell });
  });
  canvas.addEventListener('pointerleave', () => store.set({ hovered: null }));
  canvas.addEventListener('blur', () => store.set({ hovered: null }));
  canvas.addEventListener('keydown', (event) => {
    const layout = layoutNow();
    if (layout === null) return;
    const { row, column } = store.get().hovered ?? { row: 0, column: null };
    const next = cellAfterKey(event.key, { row, column: column ?? -1 }, layout.count);
    if (next === null) return;
    event.preventDefault();
    store.set({ hovered: next });
  });
}

/** One matrix with its title: fits its canvas to the room it has, and turns pointer and keys into cells. */
import type { Store } from '../../store';
import { element, fitCanvas } from '../dom';
import { readTheme } from '../theme';
import { cellAfterKey, cellAt, type MatrixLayout, matrixLayout } from './matrixLayout';
import { type MatrixContent, paintMatrix } from './matrixPainter';

export interface MatrixPicture {
  readonly root: HTMLElement;
  setContent(content: MatrixContent): void;
  draw(): void;
}

export function createMatrixPicture(title: string, testId: string, store: Store): MatrixPicture {
  const canvas = element('canvas', {
    testId,
    attributes: { tabindex: '0', role: 'application', 'aria-label': `${title}: arrow keys read the cells` },
  });
  const frame = element('div', { className: 'matrix-frame' }, canvas);
  const root = element('figure', { className: 'matrix' }, element('figcaption', {}, title), frame);
  let content: MatrixContent | null = null;
  let layout: MatrixLayout | null = null;

  function draw(): void {
    const context = canvas.getContext('2d');
    const width = frame.clientWidth;
    if (context === null || content === null || width === 0) return;
    const theme = readTheme();
    context.font = `11px ${theme.fontFamily}`;
    const measure = (name: string) => context.measureText(name).width;
    layout = matrixLayout(content.names.length, width, Math.max(0, ...content.names.map(measure)));
    const ratio = fitCanvas(canvas, layout.gutter + layout.side + 1, layout.header + layout.side + 1);
    context.scale(ratio, ratio);
    paintMatrix(context, layout, content, store.get().hovered, theme);
  }
  new ResizeObserver(draw).observe(frame);
  listen(canvas, store, () => layout);
  return {
    root,
    draw,
    setContent(next) {
      content = next;
      draw();
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

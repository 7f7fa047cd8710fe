/** The canvas of the phase picture: painted when cells, point or theme change; pointer and keys move its cursor. */
import type { Cells, Node } from '../../phase/phaseGrid';
import type { DrawnPlane } from '../../phase/phaseState';
import { paintedSvg } from '../../takeAway/drawnSvg';
import { element, fitCanvas, onResize } from '../dom';
import { readTheme, type Theme } from '../theme';
import { fieldImage } from './fieldImage';
import { paintLines } from './paintLines';
import { paintAxes } from './phaseAxes';
import type { GapScale } from './phaseColors';
import { phaseField } from './phaseField';
import { nodeAfterKey, nodeAt, type PhaseLayout, phaseLayout } from './phaseLayout';
import { type PhaseMarks, paintCrosshair, paintCursor, paintMarks, paintNames } from './phaseMarks';
import { type RegionName, regionNames } from './regionNames';

export interface PhaseContent {
  readonly drawn: DrawnPlane;
  readonly cells: Cells;
  readonly isStale: boolean;
  readonly scale: GapScale;
  readonly marks: PhaseMarks;
}

export interface PhaseGestures {
  point(node: Node | null): void;
  go(node: Node): void;
  /** Where the keyboard begins. */
  start(): Node;
}

export interface PhasePicture {
  readonly root: HTMLElement;
  setLabel(label: string): void;
  setContent(content: PhaseContent): void;
  setCursor(cursor: Node | null): void;
  /** As an SVG file; null while the picture is not on the screen. */
  svg(title: string): string | null;
}

export function createPhasePicture(gestures: PhaseGestures): PhasePicture {
  const canvas = element('canvas', {
    testId: 'phase-canvas',
    attributes: { tabindex: '0', role: 'application' },
  });
  const root = element('div', { className: 'phase-frame' }, canvas);
  /** The colours alone, which neither point nor cursor changes. */
  const ground = document.createElement('canvas');
  let content: PhaseContent | null = null;
  let cursor: Node | null = null;
  let layout: PhaseLayout | null = null;
  let names: readonly RegionName[] = [];
  let painted: { readonly cells: Cells; readonly width: number; readonly theme: string } | null = null;

  function paint(): void {
    const width = root.clientWidth;
    if (content === null || width === 0) return;
    const theme = readTheme();
    const looks = JSON.stringify([theme, content.isStale, content.scale.most, window.devicePixelRatio]);
    layout = phaseLayout(width);
    if (painted?.cells !== content.cells || painted.width !== width || painted.theme !== looks) {
      names = paintGround(ground, layout, content, theme);
      painted = { cells: content.cells, width, theme: looks };
    }
    const ratio = fitCanvas(canvas, layout.width, layout.height);
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.drawImage(ground, 0, 0);
    context.scale(ratio, ratio);
    paintAxes(context, layout, content.drawn, theme);
    paintCrosshair(context, layout, content.marks, theme);
    paintNames(context, layout, names, content.marks.present, theme);
    paintMarks(context, layout, content.marks, theme);
    if (cursor !== null) paintCursor(context, layout, cursor, theme);
  }
  onResize(root, paint);
  listen(
    canvas,
    gestures,
    () => layout,
    () => cursor,
  );
  return {
    root,
    setLabel: (label) => canvas.setAttribute('aria-label', label),
    setContent(next) {
      content = next;
      paint();
    },
    setCursor(next) {
      cursor = next;
      paint();
    },
    svg: (title) => paintedSvg(canvas, readTheme(), title),
  };
}

/** Answers where the verdicts' names belong, which are written over the lines. */
function paintGround(
  ground: HTMLCanvasElement,
  layout: PhaseLayout,
  { cells, scale, isStale }: PhaseContent,
  theme: Theme,
): readonly RegionName[] {
  const ratio = fitCanvas(ground, layout.width, layout.height);
  const context = ground.getContext('2d');
  if (context === null) return [];
  const field = phaseField(cells, scale.strength);
  const [width, height] = [Math.round(layout.planeWidth * ratio), Math.round(layout.planeHeight * ratio)];
  const image = fieldImage(field, width, height, ratio, theme);
  context.putImageData(image, Math.round(layout.left * ratio), Math.round(layout.top * ratio));
  context.scale(ratio, ratio);
  paintLines(context, layout, field, theme);
  const names = regionNames(field);
  if (!isStale) return names;
  context.globalAlpha = 0.55;
  context.fillStyle = theme.background;
  context.fillRect(layout.left, layout.top, layout.planeWidth, layout.planeHeight);
  return names;
}

function listen(
  canvas: HTMLCanvasElement,
  gestures: PhaseGestures,
  layoutNow: () => PhaseLayout | null,
  cursorNow: () => Node | null,
): void {
  const under = (event: MouseEvent) => {
    const layout = layoutNow();
    return layout && nodeAt(layout, event.offsetX, event.offsetY);
  };
  canvas.addEventListener('pointermove', (event) => {
    const node = under(event);
    canvas.classList.toggle('over-plane', node !== null);
    gestures.point(node);
  });
  canvas.addEventListener('pointerleave', () => gestures.point(null));
  canvas.addEventListener('blur', () => gestures.point(null));
  canvas.addEventListener('click', (event) => {
    const node = under(event);
    if (node !== null) gestures.go(node);
  });
  canvas.addEventListener('keydown', (event) => {
    const cursor = cursorNow();
    if (event.key === 'Escape') return gestures.point(null);
    if (event.key === 'Home') gestures.point(gestures.start());
    else if ((event.key === 'Enter' || event.key === ' ') && cursor !== null) gestures.go(cursor);
    else {
      const next = nodeAfterKey(event.key, event.shiftKey, cursor ?? gestures.start());
      if (next === null) return;
      gestures.point(next);
    }
    event.preventDefault();
  });
}

/** Pointer, wheel and keys on the 3D picture. Everything that the pointer can do, the keyboard can too. */
import type { Hovered, Store } from '../../store';
import { element, svgElement } from '../dom';
import type { LiveScene } from './liveScene';
import { pickEdge, pickPoint } from './picking';
import type { SceneEdge } from './sceneModel';
import { pointText, spoken } from './sceneText';

export function listenToPointer(
  canvas: HTMLCanvasElement,
  three: LiveScene,
  store: Store,
  edgesNow: () => readonly SceneEdge[],
): void {
  canvas.addEventListener('pointermove', (event) => {
    const dragging = event.buttons !== 0;
    const hovered = dragging ? null : under(three, edgesNow(), event.offsetX, event.offsetY);
    const before = store.get().hovered;
    if (before?.row === hovered?.row && before?.column === hovered?.column) return;
    store.set({ hovered });
    canvas.classList.toggle('over-point', hovered !== null);
  });
  canvas.addEventListener('pointerleave', () => store.set({ hovered: null }));
  // The wheel scrolls the page past the picture until somebody has shown by a click that the picture is meant.
  canvas.addEventListener('focus', () => three.setWheelZoom(true));
  canvas.addEventListener('blur', () => three.setWheelZoom(false));
}

export function listenToKeys(
  canvas: HTMLCanvasElement,
  three: LiveScene,
  store: Store,
  announce: (text: string) => void,
): void {
  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => three.turn(-1, 0),
    ArrowRight: () => three.turn(1, 0),
    ArrowUp: () => three.turn(0, 1),
    ArrowDown: () => three.turn(0, -1),
    '+': () => three.zoom(1),
    '=': () => three.zoom(1),
    '-': () => three.zoom(-1),
    '0': three.resetCamera,
    n: () => goToPoint(store, 1, announce),
    p: () => goToPoint(store, -1, announce),
    Escape: () => store.set({ hovered: null }),
  };
  canvas.addEventListener('keydown', (event) => {
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
}

/** The point there, else the pair whose line runs there. */
function under(three: LiveScene, edges: readonly SceneEdge[], x: number, y: number): Hovered | null {
  const points = three.screenPoints();
  const row = pickPoint(points, x, y);
  if (row !== null) return { row, column: null };
  const edge = pickEdge(edges, points, x, y);
  return edge === null ? null : { row: edge.a, column: edge.b };
}

/** Buttons in the picture's corner. */
export function createCameraButtons(three: LiveScene): HTMLElement {
  const make = (name: string, testId: string, path: string, onPress: () => void) => {
    const icon = svgElement('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' });
    icon.append(svgElement('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.3 }));
    const made = element(
      'button',
      { className: 'icon-button', testId, attributes: { type: 'button', 'aria-label': name, title: name } },
      icon,
    );
    made.addEventListener('click', onPress);
    return made;
  };
  return element(
    'div',
    { className: 'scene-buttons' },
    make('Zoom in', 'scene-zoom-in', 'M3 8h10M8 3v10', () => three.zoom(2)),
    make('Zoom out', 'scene-zoom-out', 'M3 8h10', () => three.zoom(-2)),
    make('Reset view', 'scene-reset', 'M3.2 8a4.8 4.8 0 1 0 1.6-3.6M4.9 1.6v3h3', three.resetCamera),
  );
}

function goToPoint(store: Store, step: number, announce: (text: string) => void): void {
  const { view, hovered } = store.get();
  const geometry = view?.analysis.geometry;
  if (!geometry || geometry.points.length === 0) return;
  const count = geometry.points.length;
  const from = hovered?.row ?? (step > 0 ? -1 : 0);
  const row = (from + step + count) % count;
  store.set({ hovered: { row, column: null } });
  announce(spoken(pointText(geometry, row)));
}

/**
 * The 3D picture that turns: its camera, and whoever can draw it. It is loaded when a geometry is first shown, and
 * draws only when something has changed.
 */
import type { Theme } from '../theme';
import { createCanvasPainter } from './canvasPainter';
import type { Point } from './orientation';
import type { ScreenPoint } from './picking';
import { createSceneCamera, type SceneCamera } from './sceneCamera';
import type { SceneModel } from './sceneModel';
import type { ScenePainter } from './scenePainter';
import { perspective, type Size } from './viewpoint';
import { createWebglPainter } from './webglPainter';

export interface LiveScene extends Pick<SceneCamera, 'setWheelZoom' | 'turn' | 'zoom'> {
  setModel(model: SceneModel, keepCamera: boolean): void;
  /** Points to ring; two of them are joined by a line. */
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
  resize(size: Size): void;
  resetCamera(): void;
  /** Turns until the point is in front of the origin. */
  face(point: number): void;
  screenPoints(): readonly ScreenPoint[];
  eye(): Point;
}

/** Why the picture is drawn without WebGL; null when it is drawn with it. */
export type WithoutWebgl = { readonly because: string; readonly lost: boolean } | null;

/** A finer screen than this costs time and shows nothing more. */
const FINEST = 2;

interface Canvases {
  /** Takes pointer, keys and WebGL. */
  readonly canvas: HTMLCanvasElement;
  /** Lies over it where there is no WebGL. */
  readonly plain: HTMLCanvasElement;
}

/** `afterDrawing` runs after each frame, for what lies over the picture. */
export function createLiveScene(
  { canvas, plain }: Canvases,
  theme: Theme,
  afterDrawing: () => void,
  onWebgl: (without: WithoutWebgl) => void,
): LiveScene {
  let model: SceneModel | null = null;
  let size: Size = { width: 1, height: 1 };
  let places: ScreenPoint[] = [];
  let isLost = false;
  let colors = theme;
  const requestDraw = onceAFrame(() => {
    const eye = view.eye();
    places = model === null ? [] : project(model, eye, size);
    (isLost ? fallback : painter).draw(eye);
    afterDrawing();
  });
  const view = createSceneCamera(canvas, requestDraw);
  const fallback = createCanvasPainter(plain);
  const painter = withWebgl(() => createWebglPainter(canvas, view.camera), onWebgl) ?? fallback;
  const painters = new Set<ScenePainter>([painter, fallback]);
  plain.hidden = painter !== fallback;
  if (painter !== fallback)
    watchCard(canvas, (lost) => {
      isLost = lost;
      plain.hidden = !lost;
      onWebgl(lost ? { because: 'the graphics card was reset', lost } : null);
      // A card that comes back has forgotten its background.
      scene.setTheme(colors);
    });
  const resetCamera = () => view.lookAt(model?.radius ?? 1);
  const scene: LiveScene = {
    setModel(next, keepCamera) {
      model = next;
      for (const each of painters) each.setModel(next);
      if (keepCamera) requestDraw();
      else resetCamera();
    },
    highlight(indices) {
      for (const each of painters) each.highlight(indices);
      requestDraw();
    },
    setTheme(changed) {
      colors = changed;
      for (const each of painters) each.setTheme(changed);
      requestDraw();
    },
    resize(next) {
      size = next;
      const ratio = Math.min(FINEST, window.devicePixelRatio || 1);
      for (const each of painters) each.resize(size, ratio);
      view.setAspect(size.width / size.height);
    },
    resetCamera,
    face(point) {
      const place = model?.coordinates[point];
      if (place !== undefined) view.face(place);
    },
    screenPoints: () => places,
    eye: view.eye,
    setWheelZoom: view.setWheelZoom,
    turn: view.turn,
    zoom: view.zoom,
  };
  scene.setTheme(theme);
  return scene;
}

/** Null, and why, where the browser gives no WebGL. */
function withWebgl(
  create: () => ScenePainter,
  onWebgl: (without: WithoutWebgl) => void,
): ScenePainter | null {
  try {
    return create();
  } catch (error) {
    onWebgl({ because: error instanceof Error ? error.message : String(error), lost: false });
    return null;
  }
}

function watchCard(canvas: HTMLCanvasElement, setLost: (lost: boolean) => void): void {
  canvas.addEventListener('webglcontextlost', () => setLost(true));
  canvas.addEventListener('webglcontextrestored', () => setLost(false));
}

/** Draws in the next frame, however often it is asked before. */
function onceAFrame(draw: () => void): () => void {
  let frame = 0;
  return () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
}

/** Where points are on screen, in CSS pixels. */
function project({ coordinates, radii }: SceneModel, eye: Point, size: Size): ScreenPoint[] {
  const place = perspective(eye, size);
  return coordinates.map((point, index) => {
    const seen = radii[index] > 0 ? place(point) : null;
    if (seen === null) return NOWHERE;
    return { x: seen.x, y: seen.y, radius: radii[index] * seen.perUnit, depth: seen.depth };
  });
}

const NOWHERE: ScreenPoint = { x: -1e6, y: -1e6, radius: 0, depth: Number.POSITIVE_INFINITY };

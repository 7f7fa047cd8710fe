/**
 * The 3D picture itself: shaded points, their sphere or axes, and the camera. It is loaded when a geometry is first
 * shown, and draws only when something has changed.
 */
import { type PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import type { Theme } from '../theme';
import { createBackdrop } from './backdrop';
import { addLights, setFog, setFogColor } from './light';
import type { ScreenPoint } from './picking';
import { createPointCloud } from './pointCloud';
import { createSceneCamera, FIELD_OF_VIEW, type SceneCamera } from './sceneCamera';
import type { SceneModel } from './sceneModel';

export interface ThreeScene extends Pick<SceneCamera, 'setWheelZoom' | 'turn' | 'zoom'> {
  setModel(model: SceneModel, keepCamera: boolean): void;
  /** Points to ring, and whether a line joins them. */
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
  resize(width: number, height: number): void;
  resetCamera(): void;
  screenPoints(): ScreenPoint[];
}

/** Throws where the browser gives no WebGL. `afterDrawing` runs after each frame, for what lies over the picture. */
export function createThreeScene(
  canvas: HTMLCanvasElement,
  theme: Theme,
  afterDrawing: () => void,
): ThreeScene {
  const renderer = new WebGLRenderer({ canvas, antialias: true });
  const scene = new Scene();
  const backdrop = createBackdrop();
  const cloud = createPointCloud();
  let model: SceneModel | null = null;
  let size = { width: 1, height: 1 };
  const requestDraw = onceAFrame(() => {
    backdrop.face(view.camera);
    setFog(scene, view.camera, model?.radius ?? 1);
    renderer.render(scene, view.camera);
    afterDrawing();
  });
  const view = createSceneCamera(canvas, requestDraw);
  const { camera, setWheelZoom, turn, zoom } = view;
  scene.add(backdrop.root, cloud.root, camera);
  addLights(camera);
  canvas.addEventListener('webglcontextrestored', requestDraw);

  const resetCamera = () => view.lookAt(model?.radius ?? 1);
  function setTheme(changed: Theme): void {
    renderer.setClearColor(changed.background);
    setFogColor(scene, changed.background);
    for (const part of [backdrop, cloud]) part.setTheme(changed);
    requestDraw();
  }
  function setModel(next: SceneModel, keepCamera: boolean): void {
    model = next;
    for (const part of [backdrop, cloud]) part.setModel(next);
    if (keepCamera) requestDraw();
    else resetCamera();
  }
  function highlight(indices: readonly number[]): void {
    cloud.highlight(indices);
    requestDraw();
  }
  function resize(width: number, height: number): void {
    size = { width, height };
    renderer.setPixelRatio(window.devicePixelRatio || 1);
    renderer.setSize(width, height, false);
    view.setAspect(width / height);
  }
  setTheme(theme);
  const screenPoints = () => project(model, camera, size);
  return { setModel, highlight, setTheme, resize, resetCamera, screenPoints, setWheelZoom, turn, zoom };
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
function project(
  model: SceneModel | null,
  camera: PerspectiveCamera,
  size: { readonly width: number; readonly height: number },
): ScreenPoint[] {
  if (model === null) return [];
  camera.updateMatrixWorld();
  const perUnit = size.height / (2 * Math.tan((FIELD_OF_VIEW * Math.PI) / 360));
  const place = new Vector3();
  return model.coordinates.map((point, index) => {
    const depth = place.set(...point).distanceTo(camera.position);
    place.project(camera);
    return {
      x: ((place.x + 1) / 2) * size.width,
      y: ((1 - place.y) / 2) * size.height,
      radius: (model.radii[index] * perUnit) / depth,
      depth,
    };
  });
}

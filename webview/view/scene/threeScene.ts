/**
 * The 3D picture itself: shaded points, their sphere or axes, and the camera. It is loaded when a geometry is first
 * shown, and draws only when something has changed.
 */
import { PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import type { Theme } from '../theme';
import { createBackdrop } from './backdrop';
import { addLights, setFog, setFogColor } from './light';
import { CAMERA_DIRECTION } from './orientation';
import type { ScreenPoint } from './picking';
import { createPointCloud } from './pointCloud';
import { cameraDistance } from './pointRadii';
import type { SceneModel } from './sceneModel';

const FIELD_OF_VIEW = 30;

/** Of a full turn, for one press of an arrow key. */
const KEY_TURN = 1 / 48;
const KEY_ZOOM = 1.15;

export interface ThreeScene {
  setModel(model: SceneModel, keepCamera: boolean): void;
  /** Points to ring, and whether a line joins them. */
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
  resize(width: number, height: number): void;
  setWheelZoom(enabled: boolean): void;
  turn(sideways: number, upwards: number): void;
  zoom(steps: number): void;
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
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.01, 1000);
  const controls = new OrbitControls(camera, canvas);
  const backdrop = createBackdrop();
  const cloud = createPointCloud();
  scene.add(backdrop.root, cloud.root, camera);
  addLights(camera);
  let model: SceneModel | null = null;
  let size = { width: 1, height: 1 };
  let frame = 0;

  function draw(): void {
    frame = 0;
    backdrop.face(camera);
    setFog(scene, camera, model?.radius ?? 1);
    renderer.render(scene, camera);
    afterDrawing();
  }
  function requestDraw(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }
  function resetCamera(): void {
    const distance = cameraDistance(model?.radius ?? 1, FIELD_OF_VIEW, size.width / size.height);
    camera.position.set(...CAMERA_DIRECTION).multiplyScalar(distance);
    controls.target.set(0, 0, 0);
    controls.minDistance = 0.3 * distance;
    controls.maxDistance = 4 * distance;
    controls.update();
    requestDraw();
  }

  function setTheme(changed: Theme): void {
    renderer.setClearColor(changed.background);
    setFogColor(scene, changed.background);
    backdrop.setTheme(changed);
    cloud.setTheme(changed);
    requestDraw();
  }

  setTheme(theme);
  controls.enablePan = false;
  controls.enableZoom = false;
  controls.rotateSpeed = 0.8;
  controls.addEventListener('change', requestDraw);
  canvas.addEventListener('webglcontextrestored', requestDraw);

  return {
    setModel(next, keepCamera) {
      model = next;
      backdrop.setModel(next);
      cloud.setModel(next);
      if (keepCamera) requestDraw();
      else resetCamera();
    },
    highlight(indices) {
      cloud.highlight(indices);
      requestDraw();
    },
    setTheme,
    resize(width, height) {
      const before = size.width / size.height;
      size = { width, height };
      renderer.setPixelRatio(window.devicePixelRatio || 1);
      renderer.setSize(width, height, false);
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
      // The part of the way that the user has zoomed stays; the distance that fits is of the new shape.
      const radius = model?.radius ?? 1;
      const fits = (aspect: number) => cameraDistance(radius, FIELD_OF_VIEW, aspect);
      camera.position.multiplyScalar(fits(width / height) / fits(before));
      controls.minDistance = 0.3 * fits(width / height);
      controls.maxDistance = 4 * fits(width / height);
      controls.update();
      requestDraw();
    },
    setWheelZoom(enabled) {
      controls.enableZoom = enabled;
    },
    turn(sideways, upwards) {
      turnCamera(camera, sideways * KEY_TURN * 2 * Math.PI, upwards * KEY_TURN * 2 * Math.PI);
      controls.update();
      requestDraw();
    },
    zoom(steps) {
      camera.position.multiplyScalar(KEY_ZOOM ** -steps);
      controls.update();
      requestDraw();
    },
    resetCamera,
    screenPoints: () => project(model, camera, size),
  };
}

/** Moves the camera on its sphere, never over a pole. */
function turnCamera(camera: PerspectiveCamera, sideways: number, upwards: number): void {
  const { x, y, z } = camera.position;
  const distance = camera.position.length();
  const azimuth = Math.atan2(x, z) + sideways;
  const limit = Math.PI / 2 - 0.01;
  const elevation = Math.min(limit, Math.max(-limit, Math.asin(y / distance) + upwards));
  camera.position
    .set(
      Math.cos(elevation) * Math.sin(azimuth),
      Math.sin(elevation),
      Math.cos(elevation) * Math.cos(azimuth),
    )
    .multiplyScalar(distance);
}

/** Where points are on screen, in CSS pixels. */
function project(
  model: SceneModel | null,
  camera: PerspectiveCamera,
  size: { width: number; height: number },
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

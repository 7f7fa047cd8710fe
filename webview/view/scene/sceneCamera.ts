/** The camera of the 3D picture: where it starts, and how pointer, wheel and keys move it around the origin. */
import { PerspectiveCamera } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { CAMERA_DIRECTION, type Point } from './orientation';
import { cameraDistance } from './pointRadii';
import { FIELD_OF_VIEW } from './viewpoint';

/** Radians for one press of an arrow key, and the factor for one press of a zoom key. */
const KEY_TURN = Math.PI / 24;
const KEY_ZOOM = 1.15;

export interface SceneCamera {
  readonly camera: PerspectiveCamera;
  setWheelZoom(enabled: boolean): void;
  turn(sideways: number, upwards: number): void;
  zoom(steps: number): void;
  /** Looks from the first place at a scene of this radius. */
  lookAt(radius: number): void;
  /** Goes around the origin until this place lies before it, as far away as now. */
  face(place: Point): void;
  /** Where the camera stands. */
  eye(): Point;
  setAspect(aspect: number): void;
}

export function createSceneCamera(canvas: HTMLCanvasElement, onMove: () => void): SceneCamera {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.01, 1000);
  const controls = new OrbitControls(camera, canvas);
  let distance = cameraDistance(1, FIELD_OF_VIEW, 1);
  let shownRadius = 1;
  controls.enablePan = false;
  controls.enableZoom = false;
  controls.rotateSpeed = 0.8;
  controls.addEventListener('change', onMove);

  /** Keeps the part of the way that the user has zoomed, unless told otherwise. */
  function fillWith(radius: number): void {
    shownRadius = radius;
    const fitting = cameraDistance(radius, FIELD_OF_VIEW, camera.aspect);
    camera.position.multiplyScalar(fitting / distance);
    distance = fitting;
    controls.minDistance = 0.3 * distance;
    controls.maxDistance = 4 * distance;
    controls.update();
    onMove();
  }
  return {
    camera,
    setWheelZoom(enabled) {
      controls.enableZoom = enabled;
    },
    turn(sideways, upwards) {
      turnCamera(camera, sideways * KEY_TURN, upwards * KEY_TURN);
      controls.update();
      onMove();
    },
    zoom(steps) {
      camera.position.multiplyScalar(KEY_ZOOM ** -steps);
      controls.update();
      onMove();
    },
    lookAt(radius) {
      camera.position.set(...CAMERA_DIRECTION).multiplyScalar(distance);
      fillWith(radius);
    },
    face([x, y, z]) {
      const length = Math.hypot(x, y, z);
      if (length === 0) return;
      const away = camera.position.length();
      // Straight above or below the origin the camera would not know what is upwards.
      const side = Math.max(Math.hypot(x, z), 0.05 * length);
      const turned = Math.hypot(x, z) > 0 ? side / Math.hypot(x, z) : 0;
      camera.position.set(x * turned, y, turned > 0 ? z * turned : side).setLength(away);
      controls.update();
      onMove();
    },
    eye: () => [camera.position.x, camera.position.y, camera.position.z],
    setAspect(aspect) {
      camera.aspect = aspect;
      camera.updateProjectionMatrix();
      fillWith(shownRadius);
    },
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

/** What points are seen against: the unit sphere's graticule and outline, or the three axes through the centre. */
import {
  BufferGeometry,
  type Camera,
  Group,
  LineBasicMaterial,
  LineLoop,
  LineSegments,
  Vector3,
} from 'three';
import type { Theme } from '../theme';
import type { SceneModel } from './sceneModel';

/** Degrees between two meridians and between two parallels. */
const GRATICULE = 30;
const SEGMENTS = 96;

export interface Backdrop {
  readonly root: Group;
  setModel(model: SceneModel): void;
  setTheme(theme: Theme): void;
  /** The outline of a sphere depends on where it is seen from. */
  face(camera: Camera): void;
}

export function createBackdrop(): Backdrop {
  const root = new Group();
  const faint = new LineBasicMaterial({ transparent: true, depthWrite: false });
  const strong = new LineBasicMaterial({ transparent: true, depthWrite: false });
  const graticule = new LineSegments(graticuleLines(), faint);
  const outline = new LineLoop(circle(), strong);
  const axes = new LineSegments(axisLines(), strong);
  root.add(graticule, outline, axes);

  return {
    root,
    setTheme({ muted, border, highContrast }) {
      for (const material of [faint, strong]) material.color.set(highContrast ? border : muted);
      faint.opacity = highContrast ? 0.5 : 0.24;
      strong.opacity = highContrast ? 0.9 : 0.5;
    },
    setModel({ onSphere, radius }) {
      graticule.visible = onSphere;
      outline.visible = onSphere;
      axes.visible = !onSphere;
      axes.scale.setScalar(radius);
    },
    face(camera) {
      const distance = camera.position.length();
      outline.quaternion.copy(camera.quaternion);
      // From the distance D a unit sphere covers the same angle as a circle of this radius through its centre.
      outline.scale.setScalar(distance / Math.sqrt(Math.max(1e-6, distance * distance - 1)));
    },
  };
}

function circle(): BufferGeometry {
  return new BufferGeometry().setFromPoints(
    Array.from({ length: SEGMENTS }, (_, k) => {
      const angle = (2 * Math.PI * k) / SEGMENTS;
      return new Vector3(Math.cos(angle), Math.sin(angle), 0);
    }),
  );
}

function graticuleLines(): BufferGeometry {
  const points: Vector3[] = [];
  const addArc = (at: (share: number) => Vector3) => {
    for (let k = 0; k < SEGMENTS; k++) points.push(at(k / SEGMENTS), at((k + 1) / SEGMENTS));
  };
  const onSphere = (latitude: number, longitude: number) =>
    new Vector3(
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude),
      Math.cos(latitude) * Math.cos(longitude),
    );
  const radians = Math.PI / 180;
  for (let degrees = 0; degrees < 180; degrees += GRATICULE)
    addArc((share) => onSphere(2 * Math.PI * share, degrees * radians));
  for (let degrees = -90 + GRATICULE; degrees < 90; degrees += GRATICULE)
    addArc((share) => onSphere(degrees * radians, 2 * Math.PI * share));
  return new BufferGeometry().setFromPoints(points);
}

/** Three axes a little longer than the scene. */
function axisLines(): BufferGeometry {
  const ends = [new Vector3(1.1, 0, 0), new Vector3(0, 1.1, 0), new Vector3(0, 0, 1.1)];
  return new BufferGeometry().setFromPoints(ends.flatMap((end) => [end, end.clone().negate()]));
}

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
import { axisPaths, graticulePaths, outlineRadius } from './backdropLines';
import type { Point } from './orientation';
import { LINE_STRENGTH } from './sceneMeasures';
import type { SceneModel } from './sceneModel';

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
  const graticule = new LineSegments(segments(graticulePaths()), faint);
  const outline = new LineLoop(circle(), strong);
  const axes = new LineSegments(segments(axisPaths(1)), strong);
  root.add(graticule, outline, axes);

  return {
    root,
    setTheme({ muted, border, highContrast }) {
      for (const material of [faint, strong]) material.color.set(highContrast ? border : muted);
      faint.opacity = highContrast ? LINE_STRENGTH.faintHighContrast : LINE_STRENGTH.faint;
      strong.opacity = highContrast ? LINE_STRENGTH.strongHighContrast : LINE_STRENGTH.strong;
    },
    setModel({ onSphere, radius }) {
      graticule.visible = onSphere;
      outline.visible = onSphere;
      axes.visible = !onSphere;
      axes.scale.setScalar(radius);
    },
    face(camera) {
      outline.quaternion.copy(camera.quaternion);
      outline.scale.setScalar(outlineRadius(camera.position.length()));
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

/** Paths as pairs of ends. */
function segments(paths: readonly (readonly Point[])[]): BufferGeometry {
  const ends = paths.flatMap((path) => path.slice(1).flatMap((end, k) => [path[k], end]));
  return new BufferGeometry().setFromPoints(ends.map((point) => new Vector3(...point)));
}

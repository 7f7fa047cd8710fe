/** The sphere's lines, or the axes, as paths on the screen. */
import { mixed } from '../palette';
import type { Theme } from '../theme';
import { axisPaths, graticulePaths, outlineRadius } from './backdropLines';
import type { Point } from './orientation';
import { LINE_STRENGTH } from './sceneMeasures';
import type { SceneModel } from './sceneModel';
import { perspective, type Size } from './viewpoint';

export interface SnapshotLine {
  readonly path: readonly (readonly [x: number, y: number])[];
  readonly color: string;
  readonly width: number;
}

export function backdropSnapshot(
  model: Pick<SceneModel, 'onSphere' | 'radius'>,
  eye: Point,
  theme: Theme,
  size: Size,
): SnapshotLine[] {
  const place = perspective(eye, size);
  const color = theme.highContrast ? theme.border : theme.muted;
  const faint = theme.highContrast ? LINE_STRENGTH.faintHighContrast : LINE_STRENGTH.faint;
  const strong = theme.highContrast ? LINE_STRENGTH.strongHighContrast : LINE_STRENGTH.strong;
  const line = (path: readonly Point[], strength: number): SnapshotLine => ({
    path: path
      .map(place)
      .filter((seen) => seen !== null)
      .map(({ x, y }) => [x, y] as const),
    color: mixed(theme.background, color, strength),
    width: 1,
  });
  if (!model.onSphere) return axisPaths(model.radius).map((path) => line(path, strong));
  return [
    ...graticulePaths().map((path) => line(path, faint)),
    outline(eye, size, mixed(theme.background, color, strong)),
  ];
}

/** The sphere's outline is a circle around the picture's middle. */
function outline(eye: Point, size: Size, color: string): SnapshotLine {
  const distance = Math.hypot(...eye);
  const centre = perspective(eye, size)([0, 0, 0]);
  const radius = (centre?.perUnit ?? 0) * outlineRadius(distance);
  const path = Array.from({ length: 97 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 96;
    return [size.width / 2 + radius * Math.cos(angle), size.height / 2 + radius * Math.sin(angle)] as const;
  });
  return { path, color, width: 1 };
}

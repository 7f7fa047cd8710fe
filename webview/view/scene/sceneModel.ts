/** What the 3D picture draws, made from a predicted geometry and, while training, from where its points are now. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { pointColors } from '../palette';
import { chooseOrientation, orient, type Point } from './orientation';
import { pointRadii, sceneRadius, showsSphere } from './pointRadii';

/** Coordinates are turned already, so that the camera's first place is the same for every geometry. */
export interface SceneModel {
  readonly coordinates: readonly Point[];
  readonly radii: readonly number[];
  readonly colors: readonly string[];
  /** Where points are predicted to end, drawn faintly while others move. */
  readonly ghosts: readonly Point[] | null;
  readonly radius: number;
  readonly onSphere: boolean;
  /** Lines from the origin show the angles between few points. */
  readonly spokes: boolean;
}

/** More lines from the origin than this hide more than they show. */
const MOST_SPOKES = 12;

/** `moving` are the points of a training run in the prediction's axes; null shows the prediction itself. */
export function buildSceneModel(geometry: Geometry, moving: readonly Point[] | null): SceneModel {
  const { points, coordinates, onSphere } = geometry;
  const importantFirst = points
    .map((_, index) => index)
    .sort((a, b) => points[b].size - points[a].size)
    .map((index) => coordinates[index]);
  const orientation = chooseOrientation(importantFirst);
  const predicted = coordinates.map((point) => orient(orientation, point));
  const radius = sceneRadius(predicted, onSphere);
  const sizes = points.map((point) => point.size);
  return {
    coordinates: moving?.map((point) => orient(orientation, point)) ?? predicted,
    radii: pointRadii(sizes, radius),
    colors: pointColors(points.length),
    ghosts: moving === null ? null : predicted,
    radius,
    onSphere: onSphere && showsSphere(predicted),
    spokes: onSphere && points.length <= MOST_SPOKES,
  };
}

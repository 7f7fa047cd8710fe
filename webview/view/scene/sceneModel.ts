/** What the 3D picture draws, made from a predicted geometry and, while training, from where its points are now. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { pointColors, strainColor } from '../palette';
import type { Theme } from '../theme';
import { chooseOrientation, orient, type Point } from './orientation';
import { type Axes, type PictureSettings, TOP_AXES } from './pictureSettings';
import { pointRadii, sceneRadius, showsSphere } from './pointRadii';
import { type Placed, type Projection, placeOn, projectPoints } from './projection';
import { type Strain, strainOf } from './strain';

/** Coordinates are turned already, so that the camera's first place is the same for every geometry. */
export interface SceneModel {
  readonly coordinates: readonly Point[];
  /** 0 for a point that is not drawn. */
  readonly radii: readonly number[];
  readonly colors: readonly string[];
  /** Where points are predicted to end, drawn faintly while others move. */
  readonly ghosts: readonly Point[] | null;
  readonly radius: number;
  readonly onSphere: boolean;
  /** Lines from the origin show the angles between few points. */
  readonly spokes: boolean;
  readonly edges: readonly SceneEdge[];
}

/** A line between two points. */
export interface SceneEdge {
  readonly a: number;
  readonly b: number;
  readonly color: string;
  /** Of the strongest, above 0 and up to 1. */
  readonly strength: number;
}

/** What the model was made of, for the words beside the picture. */
export interface Drawing {
  readonly model: SceneModel;
  /** Those that are drawn: a run is seen on the top axes whatever was chosen. */
  readonly axes: Axes;
  readonly projection: Projection;
  readonly placed: Placed;
  readonly strain: Strain | null;
}

/** More lines from the origin than this hide more than they show. */
const MOST_SPOKES = 12;

const CENTRE: Point = [0, 0, 0];

/** `moving` are the points of a training run on the top axes; null shows the prediction itself. */
export function buildDrawing(
  geometry: Geometry,
  settings: PictureSettings,
  theme: Pick<Theme, 'dark'>,
  moving: readonly Point[] | null = null,
): Drawing {
  const { points, onSphere } = geometry;
  const axes = moving === null ? settings.axes : TOP_AXES;
  const projection = projectPoints(geometry, axes);
  const surface = onSphere ? settings.surface : 'ball';
  const placed = placeOn(surface, projection.coordinates);
  const orientation = chooseOrientation(importantFirst(geometry, placed.coordinates));
  const turned = (point: Point | null) => orient(orientation, point ?? CENTRE);
  const predicted = placed.coordinates.map(turned);
  const now = moving === null ? predicted : placeOn(surface, moving).coordinates.map(turned);
  const radius = sceneRadius(predicted, onSphere);
  const radii = pointRadii(
    points.map((point) => point.size),
    radius,
  );
  const strain = settings.strain && moving === null ? strainOf(geometry) : null;
  const isDrawn = (point: number) => placed.coordinates[point] !== null;
  return {
    axes,
    projection,
    placed,
    strain,
    model: {
      coordinates: now,
      radii: radii.map((r, point) => (isDrawn(point) ? r : 0)),
      colors: pointColors(points.length, theme),
      ghosts: moving === null ? null : predicted,
      radius,
      onSphere: onSphere && showsSphere(predicted),
      spokes: onSphere && points.length <= MOST_SPOKES,
      edges: strain === null ? [] : edgesOf(strain, isDrawn, theme),
    },
  };
}

function importantFirst({ points }: Geometry, coordinates: readonly (Point | null)[]): Point[] {
  return points
    .map((_, index) => index)
    .sort((a, b) => points[b].size - points[a].size)
    .map((index) => coordinates[index])
    .filter((point) => point !== null);
}

function edgesOf(
  { pairs, largest }: Strain,
  isDrawn: (point: number) => boolean,
  theme: Pick<Theme, 'dark'>,
): SceneEdge[] {
  return pairs
    .filter(({ a, b }) => isDrawn(a) && isDrawn(b))
    .map(({ a, b, strain }) => ({
      a,
      b,
      color: strainColor(strain, theme),
      strength: Math.abs(strain) / largest,
    }));
}

/**
 * The 3D picture as plain shapes on a plane, far ones first: what is drawn without WebGL, what is saved as an image of
 * lines and discs, and what a review of a change compares.
 */
import { mixed } from '../palette';
import type { Theme } from '../theme';
import { backdropSnapshot, type SnapshotLine } from './backdropSnapshot';
import type { Point } from './orientation';
import { edgeRadius, GHOST_OPACITY, HIGHLIGHT_RING, SPOKE_RADIUS } from './sceneMeasures';
import type { SceneModel } from './sceneModel';
import { haze, perspective, type ScreenPlace, type Size } from './viewpoint';

export interface SceneSnapshot extends Size {
  readonly background: string;
  readonly foreground: string;
  readonly fontFamily: string;
  /** Of the sphere or the axes, behind everything. */
  readonly lines: readonly SnapshotLine[];
  readonly shapes: readonly SnapshotShape[];
  readonly labels: readonly SnapshotLabel[];
}

export type SnapshotShape =
  | {
      readonly kind: 'ball';
      readonly point: number;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly color: string;
      /** 1, or less for where a moving point is predicted to end. */
      readonly opacity: number;
      /** Width of the ring around a highlighted point, else 0. */
      readonly ring: number;
    }
  | {
      readonly kind: 'stroke';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly color: string;
      readonly width: number;
    };

export interface SnapshotLabel {
  readonly text: string;
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly bold: boolean;
}

/** `eye` is where the camera stands; it looks at the origin with y upwards. */
export function sceneSnapshot(
  model: SceneModel,
  eye: Point,
  size: Size,
  theme: Theme,
  highlighted: readonly number[] = [],
  labels: readonly SnapshotLabel[] = [],
): SceneSnapshot {
  const place = perspective(eye, size);
  const distance = Math.hypot(...eye);
  const hazed = (color: string, depth: number) =>
    mixed(color, theme.background, haze(depth, distance, model.radius));
  const shapes = [
    ...strokes(model, place, hazed, theme, highlighted),
    ...balls(model, place, hazed, highlighted),
  ].sort((a, b) => b.depth - a.depth);
  return {
    ...size,
    background: theme.background,
    foreground: theme.foreground,
    fontFamily: theme.fontFamily,
    lines: backdropSnapshot(model, eye, theme, size),
    shapes: shapes.map(({ shape }) => shape),
    labels,
  };
}

const CENTRE: Point = [0, 0, 0];

type Place = (point: Point) => ScreenPlace | null;
type Hazed = (color: string, depth: number) => string;

interface Deep {
  readonly depth: number;
  readonly shape: SnapshotShape;
}

function balls(model: SceneModel, place: Place, hazed: Hazed, highlighted: readonly number[]): Deep[] {
  const { coordinates, ghosts, radii, colors, radius } = model;
  const ball = (at: Point, point: number, opacity: number): Deep[] => {
    const seen = radii[point] > 0 ? place(at) : null;
    if (seen === null) return [];
    const isRinged = opacity === 1 && highlighted.includes(point);
    const shape: SnapshotShape = {
      kind: 'ball',
      point,
      x: seen.x,
      y: seen.y,
      radius: radii[point] * seen.perUnit,
      color: hazed(colors[point], seen.depth),
      opacity,
      ring: isRinged ? HIGHLIGHT_RING * radius * seen.perUnit : 0,
    };
    // What is pointed at is seen, whatever stands before it.
    return [{ depth: isRinged ? 0 : seen.depth, shape }];
  };
  return [
    ...(ghosts ?? []).flatMap((at, point) => ball(at, point, GHOST_OPACITY)),
    ...coordinates.flatMap((at, point) => ball(at, point, 1)),
  ];
}

function strokes(
  model: SceneModel,
  place: Place,
  hazed: Hazed,
  theme: Theme,
  highlighted: readonly number[],
): Deep[] {
  const { coordinates, colors, radii, radius, edges, spokes } = model;
  const stroke = (from: Point, to: Point, color: string, thickness: number): Deep[] => {
    const [start, end] = [place(from), place(to)];
    if (start === null || end === null) return [];
    const depth = (start.depth + end.depth) / 2;
    const width = Math.max(0.6, thickness * ((start.perUnit + end.perUnit) / 2));
    const shape: SnapshotShape = {
      kind: 'stroke',
      from: [start.x, start.y],
      to: [end.x, end.y],
      color: hazed(color, depth),
      width,
    };
    return [{ depth, shape }];
  };
  const pair = highlighted.length === 2 ? [coordinates[highlighted[0]], coordinates[highlighted[1]]] : [];
  return [
    ...(spokes
      ? coordinates.flatMap((to, point) =>
          stroke(CENTRE, shortOf(to, CENTRE, radii[point]), colors[point], 2 * SPOKE_RADIUS * radius),
        )
      : []),
    ...edges.flatMap(({ a, b, color, strength }) =>
      stroke(
        shortOf(coordinates[a], coordinates[b], radii[a]),
        shortOf(coordinates[b], coordinates[a], radii[b]),
        color,
        2 * edgeRadius(strength) * radius,
      ),
    ),
    ...(pair[0] && pair[1] ? stroke(pair[0], pair[1], theme.foreground, 0) : []),
  ];
}

/** Where a line from elsewhere meets a ball: on a plane it would be drawn over the ball to its middle. */
function shortOf(centre: Point, from: Point, radius: number): Point {
  const [x, y, z] = [from[0] - centre[0], from[1] - centre[1], from[2] - centre[2]];
  const length = Math.hypot(x, y, z);
  const share = length > radius ? radius / length : 0;
  return [centre[0] + share * x, centre[1] + share * y, centre[2] + share * z];
}

/**
 * The 3D picture as plain shapes on a plane, far ones first: what is drawn without WebGL, what is saved as an image of
 * lines and discs, and what a review of a change compares.
 */
import { mixed } from '../palette';
import type { Theme } from '../theme';
import { axisPaths, graticulePaths, outlineRadius } from './backdropLines';
import type { Point } from './orientation';
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

export interface SnapshotLine {
  readonly path: readonly (readonly [x: number, y: number])[];
  readonly color: string;
  readonly width: number;
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

/** Of the scene's radius; the same in every drawing. */
export const RIM = 0.006;
export const HIGHLIGHT_RING = 0.018;
export const SPOKE_RADIUS = 0.0045;
export const EDGE_RADIUS = { least: 0.0022, most: 0.0075 };
export const GHOST_OPACITY = 0.28;
/** Shares of the background in the sphere's lines. */
export const LINE_STRENGTH = { faint: 0.24, strong: 0.5, faintHighContrast: 0.5, strongHighContrast: 0.9 };

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
    lines: backdrop(model, eye, place, theme, size),
    shapes: shapes.map(({ shape }) => shape),
    labels,
  };
}

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
  const { coordinates, colors, radius, edges, spokes } = model;
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
      ? coordinates.flatMap((to, point) => stroke([0, 0, 0], to, colors[point], 2 * SPOKE_RADIUS * radius))
      : []),
    ...edges.flatMap(({ a, b, color, strength }) =>
      stroke(coordinates[a], coordinates[b], color, 2 * edgeRadius(strength) * radius),
    ),
    ...(pair[0] && pair[1] ? stroke(pair[0], pair[1], theme.foreground, 0) : []),
  ];
}

/** Thicker where a pair misses more. */
export function edgeRadius(strength: number): number {
  return EDGE_RADIUS.least + strength * (EDGE_RADIUS.most - EDGE_RADIUS.least);
}

function backdrop(model: SceneModel, eye: Point, place: Place, theme: Theme, size: Size): SnapshotLine[] {
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

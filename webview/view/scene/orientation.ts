/**
 * Turns the predicted points so that the first look shows them apart: a planar geometry face-on, a line from its side,
 * and anything else from the direction that keeps its points farthest from hiding each other.
 */
import { symmetricEigen } from '../../training/symmetricEigen';

export type Point = readonly [number, number, number];

/** Rows are the points' new axes in old coordinates: to the right, up, towards the viewer. Orthonormal. */
export type Orientation = readonly [Point, Point, Point];

/** Where the camera stands, seen from what it looks at: a little above and beside, so that a globe looks round. */
export const CAMERA_DIRECTION: Point = unit([0.16, 0.24, 1]);

/** A spread below this share of the largest one, in variance, is drawn as none. */
const FLAT = 1e-4;

/** Directions that are tried for points in space; finer ones change the picture less than an eye notices. */
const CANDIDATES = 160;

/** The nearest pair among the largest points decides; more of them cost time and cannot all be kept apart anyway. */
const MOST_COMPARED = 40;

/** How the points are turned before the camera looks. Points must come with the most important first. */
export function chooseOrientation(points: readonly Point[]): Orientation {
  const centre = mean(points);
  const { values, vectors } = symmetricEigen(covariance(points, centre));
  if (points.length < 2 || values[0] <= Number.MIN_VALUE) return identity();
  const main = vectors[0] as unknown as Point;
  if (values[1] <= FLAT * values[0]) return upright(frame(perpendicularTo(main), main), centre);
  if (values[2] <= FLAT * values[0]) {
    const normal = facing(vectors[2] as unknown as Point, centre);
    return upright(frame(normal, main), centre);
  }
  const compared = points.slice(0, MOST_COMPARED);
  const best = facing(clearestDirection(compared), centre);
  return turnedToCamera(upright(frame(best, main), centre));
}

/** R applied to a point. */
export function orient(orientation: Orientation, point: Point): Point {
  return [dot(orientation[0], point), dot(orientation[1], point), dot(orientation[2], point)];
}

/** The direction along which the nearest two projected points are farthest apart. */
function clearestDirection(points: readonly Point[]): Point {
  let best: Point = [0, 0, 1];
  let bestScore = -1;
  for (const direction of hemisphere(CANDIDATES)) {
    const score = smallestProjectedDistance(points, direction, bestScore);
    if (score > bestScore) {
      bestScore = score;
      best = direction;
    }
  }
  return best;
}

/** Stops early when it cannot beat `beaten` any more. Coincident points are one point to the eye and do not count. */
function smallestProjectedDistance(points: readonly Point[], direction: Point, beaten: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < i; j++) {
      const difference = subtract(points[i], points[j]);
      const full = dot(difference, difference);
      if (full < 1e-6) continue;
      smallest = Math.min(smallest, full - dot(difference, direction) ** 2);
      if (smallest <= beaten) return smallest;
    }
  }
  return smallest;
}

/** Evenly spread unit vectors with z ≥ 0 (Fibonacci lattice). */
function hemisphere(count: number): Point[] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, k) => {
    const z = (k + 0.5) / count;
    const radius = Math.sqrt(1 - z * z);
    return [radius * Math.cos(golden * k), radius * Math.sin(golden * k), z];
  });
}

/** Orthonormal axes with `towards` to the viewer and `main`, as far as it is seen, to the right. */
function frame(towards: Point, main: Point): Orientation {
  const projected = subtract(main, scale(towards, dot(main, towards)));
  const right = dot(projected, projected) > 1e-12 ? unit(projected) : perpendicularTo(towards);
  return [right, cross(towards, right), towards];
}

/** Turned by half around the direction of view where the points would hang from the origin. */
function upright([right, up, towards]: Orientation, centre: Point): Orientation {
  return dot(up, centre) < -1e-9 ? [scale(right, -1), scale(up, -1), towards] : [right, up, towards];
}

/** Turns a frame on, from facing along z to facing the camera. */
function turnedToCamera([right, up, towards]: Orientation): Orientation {
  const [x, y, z] = CAMERA_DIRECTION;
  const sideways = unit([z, 0, -x]);
  const upwards = cross([x, y, z], sideways);
  const mixed = (k: 0 | 1 | 2): Point => [
    sideways[k] * right[0] + upwards[k] * up[0] + CAMERA_DIRECTION[k] * towards[0],
    sideways[k] * right[1] + upwards[k] * up[1] + CAMERA_DIRECTION[k] * towards[1],
    sideways[k] * right[2] + upwards[k] * up[2] + CAMERA_DIRECTION[k] * towards[2],
  ];
  return [mixed(0), mixed(1), mixed(2)];
}

/** Of a direction and its opposite the one on which the points lie, so that they are in front of their sphere. */
function facing(direction: Point, centre: Point): Point {
  const side = dot(direction, centre);
  const front = Math.abs(side) > 1e-9 ? side : direction[2];
  return front < 0 ? scale(direction, -1) : direction;
}

function perpendicularTo(direction: Point): Point {
  const axes: Point[] = [
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
  ];
  const axis = axes.find((candidate) => Math.abs(dot(candidate, direction)) < 0.9) as Point;
  return unit(subtract(axis, scale(direction, dot(axis, direction))));
}

function covariance(points: readonly Point[], centre: Point): number[][] {
  const axes = [0, 1, 2] as const;
  return axes.map((a) =>
    axes.map((b) => points.reduce((sum, point) => sum + (point[a] - centre[a]) * (point[b] - centre[b]), 0)),
  );
}

export function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, point) => add(total, point), [0, 0, 0] as Point);
  return scale(sum, 1 / Math.max(1, points.length));
}

function identity(): Orientation {
  return [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function add(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function subtract(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function scale(a: Point, factor: number): Point {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Point): Point {
  return scale(a, 1 / Math.sqrt(dot(a, a)));
}

/** The first look at a geometry shows its points apart: lines from their side, planes face-on, the rest clearly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CAMERA_DIRECTION,
  chooseOrientation,
  orient,
  type Point,
} from '../../../webview/view/scene/orientation';

const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Points as the camera sees them, without perspective: distances across the direction of view. */
function seenDistance(a: Point, b: Point): number {
  const difference: Point = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return Math.sqrt(Math.max(0, dot(difference, difference) - dot(difference, CAMERA_DIRECTION) ** 2));
}

function oriented(points: readonly Point[]): Point[] {
  const orientation = chooseOrientation(points);
  return points.map((point) => orient(orientation, point));
}

/** A regular triangle in the plane that has this normal. */
function triangleFacing(normal: Point): Point[] {
  const length = Math.hypot(...normal);
  const [x, y, z] = normal.map((value) => value / length);
  const side: Point = Math.abs(x) < 0.9 ? [0, z, -y] : [-z, 0, x];
  const across = side.map((value) => value / Math.hypot(...side)) as unknown as Point;
  const up: Point = [
    y * across[2] - z * across[1],
    z * across[0] - x * across[2],
    x * across[1] - y * across[0],
  ];
  return [0, 1, 2].map((k) => {
    const [c, s] = [Math.cos((2 * Math.PI * k) / 3), Math.sin((2 * Math.PI * k) / 3)];
    return [0, 1, 2].map((axis) => c * across[axis] + s * up[axis]) as unknown as Point;
  });
}

const NORMALS: Point[] = [
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
  [1, 1, 1],
  [-0.3, 0.9, 0.2],
];

describe('chooseOrientation', () => {
  test.each(NORMALS)('a planar simplex with normal %d %d %d is seen face-on', (...normal) => {
    const points = oriented(triangleFacing(normal as Point));
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ])
      expect(seenDistance(points[a], points[b])).toBeGreaterThan(0.93 * Math.sqrt(3));
  });

  test.each(NORMALS)('two opposite points on the line %d %d %d are seen from its side', (...direction) => {
    const length = Math.hypot(...direction);
    const end = direction.map((value) => value / length) as unknown as Point;
    const [a, b] = oriented([end, [-end[0], -end[1], -end[2]]]);
    expect(seenDistance(a, b)).toBeGreaterThan(1.9);
    expect(Math.abs(a[0])).toBeGreaterThan(0.99);
  });

  test('points in space are farther apart than along the axis that hides two of them', () => {
    const hidden: Point[] = [
      [0, 0, 1],
      [0, 0, -1],
      [1, 0, 0],
      [0, 1, 0],
      [-0.7, -0.7, 0],
    ];
    const points = oriented(hidden);
    const distances = points.flatMap((a, i) => points.slice(0, i).map((b) => seenDistance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(0.6);
  });

  test('points in one cap stand upright and on the near side', () => {
    const cap: Point[] = [
      [0.9, 0.4, 0.1],
      [0.9, -0.4, 0.1],
      [0.9, 0, -0.43],
    ];
    const points = oriented(cap);
    const centre = points.reduce<Point>((sum, p) => [sum[0] + p[0], sum[1] + p[1], sum[2] + p[2]], [0, 0, 0]);
    expect(dot(centre, CAMERA_DIRECTION)).toBeGreaterThan(0);
  });

  const degenerate: { name: string; points: Point[] }[] = [
    { name: 'no point', points: [] },
    { name: 'one point', points: [[1, 0, 0]] },
    { name: 'points at one place', points: Array.from({ length: 5 }, () => [0.2, 0.3, 0.4]) },
    { name: 'points at the origin', points: Array.from({ length: 3 }, () => [0, 0, 0]) },
  ];
  test.each(degenerate)('$name: the orientation is a rotation', ({ points }) => {
    expectRotation(points);
  });

  test('it is a rotation, so that it changes no distance', () => {
    const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
    const points = fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(points, expectRotation), { seed: 20260513, numRuns: 60 });
  });
});

function expectRotation(points: readonly Point[]): void {
  const [right, up, towards] = chooseOrientation(points);
  for (const axis of [right, up, towards]) expect(dot(axis, axis)).toBeCloseTo(1, 9);
  expect(dot(right, up)).toBeCloseTo(0, 9);
  expect(dot(up, towards)).toBeCloseTo(0, 9);
  expect(dot(right, towards)).toBeCloseTo(0, 9);
  const handedness = dot(right, [
    up[1] * towards[2] - up[2] * towards[1],
    up[2] * towards[0] - up[0] * towards[2],
    up[0] * towards[1] - up[1] * towards[0],
  ]);
  expect(handedness).toBeCloseTo(1, 9);
}

/** The lines that points are seen against, as plain paths: the unit sphere's graticule and outline, or three axes. */
import type { Point } from './orientation';

/** Degrees between two meridians and between two parallels. */
const GRATICULE = 30;
const SEGMENTS = 96;

/** Meridians and parallels of the unit sphere, each a closed path. */
export function graticulePaths(): Point[][] {
  const radians = Math.PI / 180;
  const onSphere = (latitude: number, longitude: number): Point => [
    Math.cos(latitude) * Math.sin(longitude),
    Math.sin(latitude),
    Math.cos(latitude) * Math.cos(longitude),
  ];
  const arc = (at: (angle: number) => Point) =>
    Array.from({ length: SEGMENTS + 1 }, (_, k) => at((2 * Math.PI * k) / SEGMENTS));
  const paths: Point[][] = [];
  for (let degrees = 0; degrees < 180; degrees += GRATICULE)
    paths.push(arc((angle) => onSphere(angle, degrees * radians)));
  for (let degrees = -90 + GRATICULE; degrees < 90; degrees += GRATICULE)
    paths.push(arc((angle) => onSphere(degrees * radians, angle)));
  return paths;
}

/** Three axes a little longer than a scene of this radius. */
export function axisPaths(radius: number): Point[][] {
  const end = 1.1 * radius;
  return [
    [
      [-end, 0, 0],
      [end, 0, 0],
    ],
    [
      [0, -end, 0],
      [0, end, 0],
    ],
    [
      [0, 0, -end],
      [0, 0, end],
    ],
  ];
}

/** From the distance D the unit sphere covers the same angle as a circle of this radius through its centre. */
export function outlineRadius(eyeDistance: number): number {
  return eyeDistance / Math.sqrt(Math.max(1e-6, eyeDistance * eyeDistance - 1));
}

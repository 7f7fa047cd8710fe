/** The perspective of the 3D picture as plain arithmetic: where a point is on screen, whatever draws it. */
import type { Point } from './orientation';

/** Degrees from the picture's lower edge to its upper one. */
export const FIELD_OF_VIEW = 30;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ScreenPlace {
  readonly x: number;
  readonly y: number;
  /** Along the direction of view, in the scene's unit. */
  readonly depth: number;
  /** Pixels that one unit covers at this depth. */
  readonly perUnit: number;
}

/** Perspective from `eye` to the origin, y upwards. Answers null for what lies behind the eye. */
export function perspective(eye: Point, { width, height }: Size): (point: Point) => ScreenPlace | null {
  const distance = Math.hypot(...eye);
  const back: Point = [eye[0] / distance, eye[1] / distance, eye[2] / distance];
  const sideways = Math.hypot(back[0], back[2]) || 1;
  const right: Point = [back[2] / sideways, 0, -back[0] / sideways];
  const up: Point = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  const focal = height / (2 * Math.tan((FIELD_OF_VIEW * Math.PI) / 360));
  return (point) => {
    const depth = distance - dot(back, point);
    if (depth <= 1e-6 * distance) return null;
    const perUnit = focal / depth;
    return {
      x: width / 2 + perUnit * dot(right, point),
      y: height / 2 - perUnit * dot(up, point),
      depth,
      perUnit,
    };
  };
}

/** Share of the background in what is seen at this depth: the back of the scene fades but stays visible. */
export function haze(depth: number, eyeDistance: number, sceneRadius: number): number {
  const { near, far } = hazeRange(eyeDistance, sceneRadius);
  const share = Math.min(1, Math.max(0, (depth - near) / (far - near)));
  return share * share * (3 - 2 * share);
}

export function hazeRange(
  eyeDistance: number,
  sceneRadius: number,
): { readonly near: number; readonly far: number } {
  return { near: eyeDistance - 0.9 * sceneRadius, far: eyeDistance + 2.6 * sceneRadius };
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

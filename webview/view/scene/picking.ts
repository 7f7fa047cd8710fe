/** Finds the point under the pointer. */

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
  /** Of its disc, in pixels. */
  readonly radius: number;
  /** Distance from the camera. */
  readonly depth: number;
}

/** Small points are easier to hit than they are large. */
const REACH = 5;

/** Index of the nearest disc under (x, y): of those in reach the one in front; null when none is. */
export function pickPoint(points: readonly ScreenPoint[], x: number, y: number): number | null {
  let picked: number | null = null;
  points.forEach((point, index) => {
    if (Math.hypot(point.x - x, point.y - y) > point.radius + REACH) return;
    if (picked === null || point.depth < points[picked].depth) picked = index;
  });
  return picked;
}

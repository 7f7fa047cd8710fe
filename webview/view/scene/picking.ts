/** Finds the point, or the line between two points, under the pointer. */

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
  /** Of its disc, in pixels; 0 for a point that is not drawn. */
  readonly radius: number;
  /** Distance from the camera. */
  readonly depth: number;
}

/** Small points are easier to hit than they are large. */
const REACH = 5;

/** Pixels beside a line that still belong to it. */
const LINE_REACH = 4;

/**
 * Index of the point under (x, y): of discs that cover it the one in front, else of those in reach the nearest; null
 * when none is.
 */
export function pickPoint(points: readonly ScreenPoint[], x: number, y: number): number | null {
  let [covering, near]: (number | null)[] = [null, null];
  let nearest = REACH;
  points.forEach((point, index) => {
    if (point.radius === 0) return;
    const beside = Math.hypot(point.x - x, point.y - y) - point.radius;
    if (beside <= 0 && (covering === null || point.depth < points[covering].depth)) covering = index;
    if (beside <= nearest) [near, nearest] = [index, beside];
  });
  return covering ?? near;
}

/** The nearest line within reach of (x, y), away from its ends' discs; null when none is. */
export function pickEdge<E extends { readonly a: number; readonly b: number }>(
  edges: readonly E[],
  points: readonly ScreenPoint[],
  x: number,
  y: number,
): E | null {
  let picked: E | null = null;
  let nearest = LINE_REACH;
  for (const edge of edges) {
    const away = distanceToLine(points[edge.a], points[edge.b], x, y);
    if (away <= nearest) [picked, nearest] = [edge, away];
  }
  return picked;
}

function distanceToLine(from: ScreenPoint, to: ScreenPoint, x: number, y: number): number {
  if (from.radius === 0 || to.radius === 0) return Number.POSITIVE_INFINITY;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const share = squared > 0 ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / squared)) : 0;
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}

/** How large points are drawn, and how far away the camera must be to see them all. */
import type { Point } from './orientation';

/** Of the scene's radius. Larger points would hide others; smaller ones could not be hovered. */
const LARGEST = 0.115;
const SMALLEST = 0.022;

/** With more points than this, all shrink so that together they cover no more of the picture. */
const ROOMY = 10;

/**
 * Radii with areas in proportion to the sizes, between two bounds.
 * Formula: r_i = r_max √(size_i / size_max), at least r_min. Units: those of `sceneRadius`.
 */
export function pointRadii(sizes: readonly number[], sceneRadius: number): number[] {
  const largestSize = Math.max(...sizes);
  const crowding = Math.sqrt(Math.min(1, ROOMY / sizes.length));
  const largest = Math.max(LARGEST * crowding, 1.4 * SMALLEST);
  // Points of one size tell nothing by it, so they need not be as large as the largest class.
  const top = sizes.every((size) => size === largestSize) ? 0.62 * largest : largest;
  return sizes.map((size) => {
    const share = largestSize > 0 ? Math.sqrt(Math.max(0, size) / largestSize) : 1;
    return sceneRadius * Math.max(SMALLEST, top * share);
  });
}

/** Unit vectors that three axes show at less than this length are magnified, and their sphere is left out. */
const LEAST_REACH = 0.6;

/** Radius of the ball around the origin that holds all points; 1 when they are all at the origin. */
export function sceneRadius(points: readonly Point[], onSphere: boolean): number {
  const farthest = farthestPoint(points);
  if (onSphere && showsSphere(points)) return Math.max(1, farthest);
  return farthest > 0 ? farthest : 1;
}

/** Whether points in many dimensions come near enough to their sphere, on three axes, for it to be in the picture. */
export function showsSphere(points: readonly Point[]): boolean {
  const farthest = farthestPoint(points);
  return farthest >= LEAST_REACH || farthest === 0;
}

export function farthestPoint(points: readonly Point[]): number {
  return Math.max(0, ...points.map((point) => Math.hypot(...point)));
}

/** Distance from which a ball fits into a picture of this aspect (width over height), with room for labels. */
export function cameraDistance(radius: number, fieldOfView: number, aspect: number): number {
  const vertical = (fieldOfView * Math.PI) / 360;
  const horizontal = Math.atan(Math.tan(vertical) * aspect);
  return (1.16 * radius) / Math.sin(Math.min(vertical, horizontal));
}

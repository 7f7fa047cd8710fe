/** Three axes out of many: where points stand in the picture, and what the picture leaves out. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { reachedSimilarity } from '../pairs';
import type { Point } from './orientation';
import type { Axes, Surface } from './pictureSettings';

export interface Projection {
  /** Null for points whose similarities to the chosen three are not known. */
  readonly coordinates: readonly (Point | null)[];
  /** Share of the drawn points' spread that the three axes hold, 0 to 1. */
  readonly explained: number;
  /** How many axes the chosen points span; less than three where they coincide or lie in a plane. */
  readonly dimensions: number;
}

/** Of a point's own squared length: what is left of it outside the span before it counts as inside. */
const SPAN_TOL = 1e-6;

export function projectPoints(geometry: Geometry, axes: Axes): Projection {
  if (axes.kind === 'top')
    return { coordinates: geometry.coordinates, explained: geometry.explained, dimensions: 3 };
  return projectOnSpan(geometry, axes.points);
}

/**
 * Orthogonal projection on the span of three points, whose axes are theirs made orthonormal one after the other.
 * Formula: G_KK = L Lᵀ by Cholesky (Gram–Schmidt on the Gram matrix), x_p = L⁻¹ G_Kp; a point within SPAN_TOL of the
 * span of those before it adds no axis. Shape: m × 3. The Euclidean similarities are taken about the mean.
 */
function projectOnSpan(geometry: Geometry, chosen: readonly [number, number, number]): Projection {
  const inner = innerProducts(geometry);
  const axes = orthonormalised(chosen, inner);
  const coordinates = geometry.points.map((_, point): Point | null => {
    const products = chosen.map((other) => inner(point, other));
    if (products.some((product) => product === null)) return null;
    return [0, 1, 2].map((axis) =>
      axes[axis].reduce((sum, weight, k) => sum + weight * (products[k] as number), 0),
    ) as unknown as Point;
  });
  let [held, all] = [0, 0];
  for (const [point, place] of coordinates.entries()) {
    if (place === null) continue;
    held += place[0] ** 2 + place[1] ** 2 + place[2] ** 2;
    all += inner(point, point) ?? 0;
  }
  return {
    coordinates,
    explained: all > 0 ? Math.min(1, held / all) : 1,
    dimensions: axes.filter((weights) => weights.some((weight) => weight !== 0)).length,
  };
}

/** Each axis as weights of the chosen points; all zero for one that adds no direction. */
function orthonormalised(
  chosen: readonly number[],
  inner: (a: number, b: number) => number | null,
): number[][] {
  const gram = chosen.map((a) => chosen.map((b) => inner(a, b) ?? 0));
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, xi, i) => sum + xi * y.reduce((inside, yj, j) => inside + gram[i][j] * yj, 0), 0);
  const axes: number[][] = [];
  for (const k of chosen.keys()) {
    let rest: number[] = chosen.map((_, i) => (i === k ? 1 : 0));
    for (const axis of axes) {
      const part = product(axis, rest);
      rest = rest.map((weight, i) => weight - part * axis[i]);
    }
    const left = product(rest, rest);
    const length = left > SPAN_TOL * Math.max(gram[k][k], Number.MIN_VALUE) ? Math.sqrt(left) : 0;
    axes.push(rest.map((weight) => (length > 0 ? weight / length : 0)));
  }
  return axes;
}

/** Entries of the Gram matrix: the similarities themselves, or from squared distances about the mean of the rows. */
function innerProducts(geometry: Geometry): (a: number, b: number) => number | null {
  const { similarity, attainable, rowOf } = geometry;
  const similarityOf = (a: number, b: number) => reachedSimilarity(geometry, a, b);
  if (similarity === 'cosine' || similarity === 'dot') return similarityOf;
  const squared = (s: number) => (similarity === 'negative-euclidean' ? s * s : -s);
  const means = attainable.map((row) => row.reduce((sum, s) => sum + squared(s), 0) / row.length);
  const mean = means.reduce((sum, value) => sum + value, 0) / Math.max(1, means.length);
  return (a, b) => {
    const [row, column, s] = [rowOf[a], rowOf[b], similarityOf(a, b)];
    if (row === null || column === null || s === null) return null;
    return (means[row] + means[column] - mean - squared(s)) / 2;
  };
}

/** Shorter than this, of the longest, a shadow has no direction that means anything. */
const NO_DIRECTION = 1e-6;

export interface Placed {
  readonly coordinates: readonly (Point | null)[];
  /** Points that stay at the centre of the sphere, having no part in the three axes. */
  readonly atCentre: number;
}

/** Shadows as they are, or each pushed along its direction to the unit sphere. */
export function placeOn(surface: Surface, coordinates: readonly (Point | null)[]): Placed {
  if (surface === 'ball') return { coordinates, atCentre: 0 };
  const length = (point: Point) => Math.hypot(...point);
  const longest = coordinates.reduce(
    (most, point) => (point === null ? most : Math.max(most, length(point))),
    0,
  );
  let atCentre = 0;
  const placed = coordinates.map((point): Point | null => {
    if (point === null) return null;
    const own = length(point);
    if (own <= NO_DIRECTION * longest || own === 0) {
      atCentre++;
      return [0, 0, 0];
    }
    return [point[0] / own, point[1] / own, point[2] / own];
  });
  return { coordinates: placed, atCentre };
}

/**
 * Turns trained embeddings so that they lie over the predicted points. A loss of this kind knows no direction, so
 * without this a perfect run would look like a different picture.
 */
import { symmetricEigen } from './symmetricEigen';
import { addScaled, combine, dot, normalise, withoutDirections } from './vectors';

export type Point = readonly [number, number, number];

/** A singular value of ZᵀP below this share of the largest gives no direction: there the rotation is free. */
const RANK_TOLERANCE = 1e-6;

/** Iterations for the direction that is drawn where the rotation is free; the picture needs two digits. */
const POWER_ITERATIONS = 30;

/**
 * The first three columns of ZR, R orthogonal d × d minimising ‖ZR − [P 0]‖_F: R's first columns are the polar factor
 * of M = ZᵀP, which is M(MᵀM)^(−1/2).
 * Shape: rows m × d, predicted m × 3. Where M has no full rank, the third axis shows what is left most of Z.
 * Source: [Schonemann1966]
 */
export function alignToPrediction(rows: readonly Float32Array[], predicted: readonly Point[]): Point[] {
  const axes = completeAxes(rows, alignedAxes(rows, predicted));
  return rows.map((row) => [dot(row, axes[0]), dot(row, axes[1]), dot(row, axes[2])]);
}

/** Moves the centre of the rows to the origin: a Euclidean similarity knows no place either. */
export function centreRows(rows: readonly Float32Array[]): Float32Array[] {
  const shares = rows.map(() => 1 / rows.length);
  const mean = combine(rows, shares, rows[0]?.length ?? 0);
  return rows.map((row) => row.map((value, k) => value - mean[k]));
}

interface Axes {
  /** Axes in the embedding space for the predicted axes 0..2; null where the prediction says nothing. */
  readonly axes: readonly (Float64Array | null)[];
  /** Orthonormal vectors with the same span. */
  readonly span: readonly Float64Array[];
}

function alignedAxes(rows: readonly Float32Array[], predicted: readonly Point[]): Axes {
  const dimension = rows[0]?.length ?? 0;
  const columns = [0, 1, 2].map((axis) =>
    combine(
      rows,
      predicted.map((point) => point[axis]),
      dimension,
    ),
  );
  const { values, vectors } = symmetricEigen(columns.map((a) => columns.map((b) => dot(a, b))));
  const rank = values.filter((value) => value > RANK_TOLERANCE ** 2 * values[0]).length;
  const right = vectors.slice(0, rank);
  const span = right.map((vector, k) => {
    const shares = vector.map((entry) => entry / Math.sqrt(values[k]));
    return combine(columns, shares, dimension);
  });
  const axes = [0, 1, 2].map((axis) => {
    const shares = right.map((vector) => vector[axis]);
    return shares.some((share) => Math.abs(share) > RANK_TOLERANCE) ? combine(span, shares, dimension) : null;
  });
  return { axes, span };
}

/** Fills axes that the prediction leaves free with the directions in which the rest of the rows spreads most. */
function completeAxes(rows: readonly Float32Array[], { axes, span }: Axes): Float64Array[] {
  const dimension = rows[0]?.length ?? 0;
  const found = [...span];
  return axes.map((axis) => {
    if (axis !== null) return axis;
    if (found.length >= dimension) return new Float64Array(dimension);
    const free = mainDirection(rows, found, dimension);
    found.push(free);
    return free;
  });
}

/** The leading right singular vector of the rows without the directions in `found`, by power iteration. */
function mainDirection(
  rows: readonly Float32Array[],
  found: readonly Float64Array[],
  dimension: number,
): Float64Array {
  const rest = rows.map((row) => withoutDirections(Float64Array.from(row), found));
  const longest = rest.reduce((best, row) => (dot(row, row) > dot(best, best) ? row : best));
  const start = normalise(longest);
  const isRounding = sumOfSquares(rest) <= RANK_TOLERANCE ** 2 * sumOfSquares(rows);
  if (start === null || isRounding) return firstDirectionOutside(found, dimension);
  let direction = start;
  for (let iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
    const next = new Float64Array(dimension);
    for (const row of rest) addScaled(next, row, dot(row, direction));
    const unit = normalise(next);
    if (unit === null) break;
    direction = unit;
  }
  // Otherwise the picture could flip between two frames.
  return dot(rest[0], direction) < 0 ? direction.map((value) => -value) : direction;
}

function sumOfSquares(rows: readonly ArrayLike<number>[]): number {
  return rows.reduce((sum, row) => sum + dot(row, row), 0);
}

function firstDirectionOutside(found: readonly Float64Array[], dimension: number): Float64Array {
  for (let k = 0; k < dimension; k++) {
    const basis = new Float64Array(dimension);
    basis[k] = 1;
    const outside = withoutDirections(basis, found);
    // Among `dimension` basis vectors one keeps at least this much length outside fewer directions.
    if (dot(outside, outside) >= (dimension - found.length) / dimension - 1e-9) {
      const unit = normalise(outside);
      if (unit !== null) return unit;
    }
  }
  throw new Error('no direction is left outside the found ones');
}

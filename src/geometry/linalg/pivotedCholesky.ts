/** Factors of positive semidefinite matrices, or the direction that shows a matrix is none, without any eigenvalue. */
import { type Interrupt, NEVER } from '../interrupt';

export interface PivotedCholesky {
  /** A ≈ L Lᵀ; row i has an entry for each pivot. On the pivots themselves L is lower triangular. */
  readonly rows: readonly Float64Array[];
  readonly pivots: readonly number[];
  /** A unit vector x with xᵀAx = `value` < 0, or null where no such x was found. */
  readonly negative: { readonly x: Float64Array; readonly value: number } | null;
  /** The interrupt came before the end: nothing is proved. */
  readonly isCutShort: boolean;
}

export interface PivotLimits {
  /** Pivots up to this are rounding: they add nothing to the rank. */
  readonly floor: number;
  /** xᵀAx ≥ −psd for unit x counts as not negative. */
  readonly psd: number;
}

/**
 * Cholesky's factorisation with the largest remaining diagonal entry as pivot. Where a diagonal entry of what remains is
 * negative, or an entry beside a diagonal of zeros is not zero, A is not positive semidefinite, and back substitution
 * gives x with xᵀAx < 0; its value is computed from A itself.
 * Shape: n × n, symmetric; time n r²/2 multiplications for rank r, n³/6 at most. Error: what remains is within some
 * n · 1e-16 of the largest diagonal entry. Source: [Higham1990].
 */
export function pivotedCholesky(
  matrix: readonly Float64Array[],
  { floor, psd }: PivotLimits,
  interrupt: Interrupt = NEVER,
): PivotedCholesky {
  const n = matrix.length;
  const rows = Array.from({ length: n }, () => new Float64Array(n));
  const rest = Float64Array.from(matrix, (row, i) => row[i]);
  const isPivot = new Uint8Array(n);
  const pivots: number[] = [];
  let tolerated = floor;
  const answer = (negative: PivotedCholesky['negative'], isCutShort = false): PivotedCholesky => ({
    rows: rows.map((row) => row.subarray(0, pivots.length)),
    pivots,
    negative,
    isCutShort,
  });
  for (;;) {
    if (interrupt.isRaised()) return answer(null, true);
    const { largest, smallest } = extremes(rest, isPivot);
    if (smallest >= 0 && rest[smallest] < -tolerated) {
      const found = direction(matrix, rows, pivots, [[smallest, 1]]);
      if (found.value < -psd) return answer(found);
      tolerated = -2 * rest[smallest];
    }
    if (largest < 0 || rest[largest] <= floor) break;
    eliminate(matrix, rows, rest, isPivot, pivots.length, largest);
    isPivot[largest] = 1;
    pivots.push(largest);
  }
  const pair = largestBeside(matrix, rows, isPivot, pivots.length);
  if (pair !== null && Math.abs(pair.entry) > floor) {
    const found = direction(matrix, rows, pivots, [
      [pair.i, 1],
      [pair.j, -Math.sign(pair.entry)],
    ]);
    if (found.value < -psd) return answer(found);
  }
  return answer(null);
}

function extremes(rest: Float64Array, isPivot: Uint8Array): { largest: number; smallest: number } {
  let largest = -1;
  let smallest = -1;
  for (let i = 0; i < rest.length; i++) {
    if (isPivot[i] === 1) continue;
    if (largest < 0 || rest[i] > rest[largest]) largest = i;
    if (smallest < 0 || rest[i] < rest[smallest]) smallest = i;
  }
  return { largest, smallest };
}

/** Column k of the factor, from the pivot p. */
function eliminate(
  matrix: readonly Float64Array[],
  rows: readonly Float64Array[],
  rest: Float64Array,
  isPivot: Uint8Array,
  k: number,
  p: number,
): void {
  const pivot = rows[p];
  const root = Math.sqrt(rest[p]);
  const column = matrix[p];
  for (let i = 0; i < rest.length; i++) {
    if (isPivot[i] === 1 || i === p) continue;
    const entry = (column[i] - inner(rows[i], pivot, k)) / root;
    rows[i][k] = entry;
    rest[i] -= entry * entry;
  }
  pivot[k] = root;
}

/** The largest entry off the diagonal of what remains beside the pivots. */
function largestBeside(
  matrix: readonly Float64Array[],
  rows: readonly Float64Array[],
  isPivot: Uint8Array,
  rank: number,
): { i: number; j: number; entry: number } | null {
  let worst: { i: number; j: number; entry: number } | null = null;
  const left = [...isPivot.keys()].filter((i) => isPivot[i] === 0);
  for (const [a, i] of left.entries())
    for (let b = 0; b < a; b++) {
      const j = left[b];
      const entry = matrix[i][j] - inner(rows[i], rows[j], rank);
      if (worst === null || Math.abs(entry) > Math.abs(worst.entry)) worst = { i, j, entry };
    }
  return worst;
}

/** x = e on the given entries and −A₁₁⁻¹A₁ₑ on the pivots, which leaves eᵀ(what remains)e of xᵀAx; made a unit vector. */
function direction(
  matrix: readonly Float64Array[],
  rows: readonly Float64Array[],
  pivots: readonly number[],
  entries: readonly (readonly [number, number])[],
): { x: Float64Array; value: number } {
  const rank = pivots.length;
  const x = new Float64Array(matrix.length);
  const rest = new Float64Array(rank);
  for (const [i, weight] of entries) {
    x[i] = weight;
    for (let k = 0; k < rank; k++) rest[k] += weight * rows[i][k];
  }
  for (let k = rank - 1; k >= 0; k--) {
    const row = rows[pivots[k]];
    const value = -rest[k] / row[k];
    x[pivots[k]] = value;
    for (let l = 0; l < k; l++) rest[l] += value * row[l];
  }
  const norm = Math.sqrt(inner(x, x, x.length));
  for (let i = 0; i < x.length; i++) x[i] /= norm;
  return { x, value: inner(x, timesVector(matrix, x), x.length) };
}

/** A x. Shape: n × n rows by n. */
export function timesVector(matrix: readonly Float64Array[], x: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => inner(row, x, x.length));
}

/** Σ a_k b_k over the first entries; four sums at once, so that the processor need not wait for each addition. */
export function inner(a: Float64Array, b: Float64Array, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[k] * b[k];
    s1 += a[k + 1] * b[k + 1];
    s2 += a[k + 2] * b[k + 2];
    s3 += a[k + 3] * b[k + 3];
  }
  for (; k < length; k++) s0 += a[k] * b[k];
  return s0 + s1 + s2 + s3;
}

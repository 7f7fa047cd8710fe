/** The sphere through unit vectors: they lie on one already, so only the flat that they span is looked for. */
import type { Rows } from '../../objective/grouping';
import { type Interrupt, NEVER } from '../interrupt';
import { inner, pivotedCholesky } from '../linalg/pivotedCholesky';
import { choleskyFactor, isPositiveDefinite, solveFactored } from '../linalg/positiveDefinite';
import { RANK_TOL } from '../tolerances';
import type { PointSphere } from './pointSphere';

/** Multiplications that a scatter may take, some seconds. */
const MAX_WORK = 8e9;
/** Memory of a scatter: 2048² doubles are 32 MB. */
const MAX_COLUMNS = 2048;

/**
 * Points of norm 1 at the distance δ from the origin's foot in their affine hull lie on a sphere of R² = 1 − δ² there.
 * If a part of the rows spans all q columns, so do all: more rows only add to the scatter, and δ = 0. Otherwise the
 * scatter of all rows tells their hull.
 * Shape: m × q unit rows; time q³ where a part decides, else m q²/2. Null where that is too much, or interrupted.
 * Source: [Gower1982], [Higham1990].
 */
export function unitSphere(rows: Rows, interrupt: Interrupt = NEVER): PointSphere | null {
  const { count, width } = rows;
  if (width > MAX_COLUMNS) return null;
  if (count > width && spansAll(rows, interrupt))
    return { radiusSquared: 1, residual: 0, rank: width, smallest: 0, largest: count };
  if (interrupt.isRaised() || (count * width * width) / 2 > MAX_WORK) return null;
  const all = scatterOf(rows, 1, interrupt);
  if (all === null) return null;
  const { mean, scatter } = all;
  const trace = scatter.reduce((sum, row, k) => sum + row[k], 0);
  const limits = { floor: RANK_TOL * trace, psd: trace };
  const factor = pivotedCholesky(scatter, limits, interrupt);
  if (factor.isCutShort) return null;
  return {
    radiusSquared: 1 - squaredDistance(mean, factor.rows, factor.pivots.length),
    residual: 0,
    rank: factor.pivots.length,
    smallest: 0,
    largest: trace,
  };
}

/** The largest eigenvalue of the scatter of m unit vectors is at most m, which the smallest is compared with. */
function spansAll(rows: Rows, interrupt: Interrupt): boolean {
  const step = Math.max(1, Math.floor(rows.count / (2 * rows.width)));
  const part = scatterOf(rows, step, interrupt);
  if (part === null) return false;
  for (const [k, row] of part.scatter.entries()) row[k] -= RANK_TOL * rows.count;
  return isPositiveDefinite(part.scatter);
}

/** Rows taken together, so that each entry of the scatter is read and written once for four of them. */
const BLOCK = 4;

/** Mean and scatter Σ(y − ȳ)(y − ȳ)ᵀ of every `step`-th row. Shape: q, and q × q. Null when interrupted. */
function scatterOf(
  { count, width, write }: Rows,
  step: number,
  interrupt: Interrupt,
): { mean: Float64Array; scatter: Float64Array[] } | null {
  const mean = new Float64Array(width);
  const row = new Float64Array(width);
  let used = 0;
  for (let i = 0; i < count; i += step, used++) {
    write(i, row);
    for (let k = 0; k < width; k++) mean[k] += row[k];
  }
  for (let k = 0; k < width; k++) mean[k] /= used;
  const scatter = Array.from({ length: width }, () => new Float64Array(width));
  const block = Array.from({ length: BLOCK }, () => new Float64Array(width));
  for (let i = 0; i < count; i += BLOCK * step) {
    if (interrupt.isRaised()) return null;
    for (const [b, y] of block.entries()) {
      const at = i + b * step;
      if (at < count) {
        write(at, y);
        for (let k = 0; k < width; k++) y[k] -= mean[k];
      } else y.fill(0);
    }
    addBlock(scatter, block);
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) scatter[b][a] = scatter[a][b];
  return { mean, scatter };
}

/** The lower triangle of Σ y yᵀ. */
function addBlock(scatter: readonly Float64Array[], [y0, y1, y2, y3]: readonly Float64Array[]): void {
  for (let a = 0; a < scatter.length; a++) {
    const row = scatter[a];
    const [c0, c1, c2, c3] = [y0[a], y1[a], y2[a], y3[a]];
    for (let b = 0; b <= a; b++) row[b] += c0 * y0[b] + c1 * y1[b] + c2 * y2[b] + c3 * y3[b];
  }
}

/** ‖μ‖² without the part along the columns of L: the squared distance of the hull from the origin, 0 to 1. */
function squaredDistance(mean: Float64Array, rows: readonly Float64Array[], rank: number): number {
  const columns = Array.from({ length: rank }, (_, k) => Float64Array.from(rows, (row) => row[k]));
  const normal = columns.map((a, k) =>
    Float64Array.from({ length: k + 1 }, (_, l) => inner(a, columns[l], a.length)),
  );
  const factor = choleskyFactor(normal);
  if (factor === null) return 0;
  const along = solveFactored(
    factor,
    Float64Array.from(columns, (a) => inner(a, mean, a.length)),
  );
  const rest = mean.map((x, i) => x - inner(rows[i], along, rank));
  return Math.min(1, inner(rest, rest, rest.length));
}

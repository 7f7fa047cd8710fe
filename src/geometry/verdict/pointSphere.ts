/** The sphere through points that are given as such: for labels no matrix over all pairs is needed. */
import type { Rows } from '../../objective/grouping';
import { type Interrupt, NEVER } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { RANK_TOL } from '../tolerances';
import type { Sphere } from './groupedGram';

export interface PointSphere extends Sphere {
  /** Dimension of the points' affine hull. */
  readonly rank: number;
  /** Smallest and largest eigenvalue of the points' scatter. */
  readonly smallest: number;
  readonly largest: number;
}

/** An eigendecomposition of more columns than this would take seconds. */
const MAX_COLUMNS = 400;
/** Numbers that are held at once: 800 MB. */
const MAX_NUMBERS = 1e8;
/** Multiplications that a scatter may take, some seconds. */
const MAX_WORK = 8e9;
/** Rows between two questions whether to stop. */
const STRIDE = 4096;

/**
 * Least squares of ‖y − ȳ‖² on an affine function of y, in the principal axes of the q columns.
 * Formula: 2⟨y, c⟩ + R² − ‖c‖² = ‖y‖². Shape: m × q; time m q². Units: those of y, squared. Null where that is too much,
 * or interrupted. Source: [Gower1982], [Tarazaga1996].
 */
export function pointSphere(rows: Rows, interrupt: Interrupt = NEVER): PointSphere | null {
  const { count, width } = rows;
  if (width > MAX_COLUMNS || count * width > MAX_NUMBERS || count * width * width > MAX_WORK) return null;
  const centred = centre(rows);
  const scatter = scatterOf(centred, width, interrupt);
  if (scatter === null) return null;
  const { values, vectors } = symmetricEigen(scatter);
  const axes = [...values.keys()].filter((k) => values[k] > RANK_TOL * values[0] && values[0] > 0);
  const squared = squaredNorms(centred, width, count);
  const mean = squared.reduce((sum, x) => sum + x, 0) / count;
  const residuals = squared;
  for (let i = 0; i < count; i++) residuals[i] -= mean;
  let centreSquared = 0;
  for (const k of axes) {
    if (interrupt.isRaised()) return null;
    const along = project(centred, width, vectors[k], count);
    let slope = 0;
    for (let i = 0; i < count; i++) slope += residuals[i] * along[i];
    slope /= values[k];
    centreSquared += (slope / 2) ** 2;
    for (let i = 0; i < count; i++) residuals[i] -= slope * along[i];
  }
  const farthest = residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return {
    radiusSquared: mean + centreSquared,
    residual: mean > 0 ? farthest / mean : 0,
    rank: axes.length,
    smallest: 0,
    largest: values[0],
  };
}

/** All rows after one another, about their mean. */
function centre({ count, width, write }: Rows): Float64Array {
  const centred = new Float64Array(count * width);
  const mean = new Float64Array(width);
  const row = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    write(i, row);
    centred.set(row, i * width);
    for (let k = 0; k < width; k++) mean[k] += row[k] / count;
  }
  for (let i = 0, at = 0; i < count; i++) for (let k = 0; k < width; k++, at++) centred[at] -= mean[k];
  return centred;
}

function scatterOf(centred: Float64Array, width: number, interrupt: Interrupt): Float64Array[] | null {
  const scatter = Array.from({ length: width }, () => new Float64Array(width));
  for (let at = 0, i = 0; at < centred.length; at += width, i++) {
    if (i % STRIDE === 0 && interrupt.isRaised()) return null;
    for (let a = 0; a < width; a++) {
      const row = scatter[a];
      const y = centred[at + a];
      for (let b = 0; b <= a; b++) row[b] += y * centred[at + b];
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) scatter[b][a] = scatter[a][b];
  return scatter;
}

function squaredNorms(centred: Float64Array, width: number, count: number): Float64Array {
  const squared = new Float64Array(count);
  for (let i = 0, at = 0; i < count; i++)
    for (let k = 0; k < width; k++, at++) squared[i] += centred[at] * centred[at];
  return squared;
}

function project(centred: Float64Array, width: number, axis: Float64Array, count: number): Float64Array {
  const along = new Float64Array(count);
  for (let i = 0, at = 0; i < count; i++)
    for (let k = 0; k < width; k++, at++) along[i] += centred[at] * axis[k];
  return along;
}

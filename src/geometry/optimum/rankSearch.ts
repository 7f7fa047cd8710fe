/**
 * Ends a search that crawls. An optimum of low rank leaves columns of the factor that fade like one over the number of
 * steps; without them Newton's method is at its end soon, and where the certificate fails it says which column lacks.
 */
import type { Interrupt } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { CERTIFICATE_TOL } from '../tolerances';
import { descentColumns, isCertified } from './certificate';
import { type Evaluation, evaluateFactor, type GroupedFactor, newEvaluation } from './groupedFactor';
import { newtonSteps } from './newtonSteps';

/** Directions with less than this share of the largest are taken for fading. */
const FADING = 1e-6;
const MOST_ITERATIONS = 100;
/** Multiplications that the search may take, about a second. */
const WORK = 6e8;
/** Where rounding ends the search, this many times what is wanted is enough, up to CERTIFICATE_TOL. */
const LAST_DIGITS = 100;

export interface RankGoal {
  /** Nats that the certificate is to prove. */
  readonly wanted: number;
  /** The search may end where the gap is not above this. */
  readonly met: number | null;
  readonly interrupt: Interrupt;
}

/**
 * A factor with columns of its own from one whose evaluation is in `state`, with the new evaluation and the number of
 * steps that it took. Shape: G × (d + 1), of unit rows. Source: [BurerMonteiro2003].
 */
export function searchRank(
  factor: GroupedFactor,
  state: Evaluation,
  { wanted, met, interrupt }: RankGoal,
): RankSearch {
  const items = factor.counts.reduce((sum, n) => sum + n, 0);
  const enough = Math.min(CERTIFICATE_TOL, LAST_DIGITS * wanted);
  let narrow = withoutFading(factor, state);
  let own = state;
  let iterations = 0;
  let work = 0;
  let isFound = false;
  for (;;) {
    own = newEvaluation(narrow.factor);
    const cost = 3 * factor.rows.size ** 2 * (narrow.factor.columns + 4);
    const done = newtonSteps(narrow.factor, own, narrow.x, {
      gradientTolerance: wanted / (10 * items),
      valueTolerance: met,
      maxProducts: Math.ceil((WORK - work) / cost),
      maxIterations: MOST_ITERATIONS,
      interrupt,
    });
    iterations += done.iterations;
    work += cost * done.products;
    isFound = (met !== null && done.gap <= met) || isCertified(narrow.factor, own, enough);
    if (isFound || interrupt.isRaised() || work >= WORK) break;
    const wider = widened(narrow, own, wanted / 4, done.gap);
    if (wider === null) break;
    narrow = wider;
  }
  return { ...narrow, state: own, iterations, isFound, reachedLimit: work >= WORK };
}

interface RankSearch extends Narrow {
  readonly state: Evaluation;
  /** The certificate is as small as wished, but for rounding, or the gap is `met`. */
  readonly isFound: boolean;
  readonly reachedLimit: boolean;
  readonly iterations: number;
}

interface Narrow {
  readonly factor: GroupedFactor;
  readonly x: Float64Array;
}

/** Unit rows on the directions with weight; a group's private coordinate is kept. */
function withoutFading(factor: GroupedFactor, { unit }: Evaluation): Narrow {
  const { rows, columns } = factor;
  const width = columns + 1;
  const products = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let g = 0; g < rows.size; g++)
    for (let k = 0; k < columns; k++)
      for (let l = 0; l <= k; l++) products[k][l] += unit[g * width + k] * unit[g * width + l];
  for (let k = 0; k < columns; k++) for (let l = 0; l < k; l++) products[l][k] = products[k][l];
  const { values, vectors } = symmetricEigen(products);
  const rank = Math.max(1, values.filter((value) => value > FADING * values[0]).length);
  const x = new Float64Array(rows.size * (rank + 1));
  for (let g = 0; g < rows.size; g++) {
    const at = g * (rank + 1);
    for (let k = 0; k < rank; k++)
      for (let l = 0; l < columns; l++) x[at + k] += unit[g * width + l] * vectors[k][l];
    x[at + rank] = unit[g * width + columns];
    normaliseRow(x, at, rank + 1);
  }
  return { factor: { ...factor, columns: rank }, x };
}

/** With the columns along which the certificate says the loss falls, or null where there is none to add. */
function widened({ factor, x }: Narrow, state: Evaluation, negligible: number, gap: number): Narrow | null {
  const { rows, columns } = factor;
  const added = descentColumns(factor, state, negligible).slice(0, Math.min(MOST_ADDED, rows.size - columns));
  if (added.length === 0) return null;
  const wider = { ...factor, columns: columns + added.length };
  const width = wider.columns + 1;
  const evaluation = newEvaluation(wider);
  const at = (length: number) => {
    const longer = new Float64Array(rows.size * width);
    for (let g = 0; g < rows.size; g++) {
      for (let k = 0; k < columns; k++) longer[g * width + k] = x[g * (columns + 1) + k];
      for (const [k, column] of added.entries()) longer[g * width + columns + k] = length * column[g];
      longer[g * width + width - 1] = x[g * (columns + 1) + columns];
      normaliseRow(longer, g * width, width);
    }
    return longer;
  };
  let length = LONGEST;
  let best = at(length);
  const lossOf = (place: Float64Array) =>
    evaluateFactor(wider, evaluation, place, new Float64Array(place.length));
  let lowest = lossOf(best);
  for (let halving = 0; halving < HALVINGS; halving++) {
    length /= 2;
    const place = at(length);
    const value = lossOf(place);
    if (value >= lowest && lowest < gap) break;
    [best, lowest] = [place, value];
  }
  return { factor: wider, x: best };
}

/** Columns that are added at once, each with its largest entry at first LONGEST. */
const MOST_ADDED = 3;
const LONGEST = 0.3;
const HALVINGS = 30;

function normaliseRow(x: Float64Array, at: number, width: number): void {
  let squares = 0;
  for (let k = at; k < at + width; k++) squares += x[k] * x[k];
  for (let k = at; k < at + width; k++) x[k] /= Math.sqrt(squares);
}

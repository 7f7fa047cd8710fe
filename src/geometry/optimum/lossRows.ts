/** The loss above its entropic bound, and its derivative by the similarities: what every search of an optimum evaluates. */
import type { Softmaxes } from '../../objective/softmaxes';
import { gapOfShared, type SharedRows, sharedRows } from './sharedRows';

/** Softmaxes at a temperature, laid out for evaluation; similarities and derivatives have a row for each group. */
export interface LossRows extends Softmaxes {
  readonly temperature: number;
  /** −Infinity where no candidate of the column is in the denominator. */
  readonly logMultiplicity: Float64Array;
  /** How softmaxes of one anchor are evaluated together; null where each has its own anchor. */
  readonly shared: SharedRows | null;
}

export function lossRows(softmaxes: Softmaxes, temperature: number): LossRows {
  const { size, mass, multiplicity } = softmaxes;
  return {
    ...softmaxes,
    temperature,
    logMultiplicity: multiplicity.map(Math.log),
    shared: mass.length > size ? sharedRows(softmaxes) : null,
  };
}

/** The mass of all softmaxes of each group's anchors. */
export function anchorMasses({ size, anchorOf, mass }: Softmaxes): Float64Array {
  const masses = new Float64Array(size);
  for (let r = 0; r < mass.length; r++) masses[anchorOf[r]] += mass[r];
  return masses;
}

/** Exponents above this leave the range where log1p of a sum is exact; then the largest is taken out first. */
const LARGE_EXPONENT = 30;

/**
 * L − B at given similarities, without the cancellation of subtracting one from the other: with y = s/τ − t, ȳ its
 * weighted mean and x = y − ȳ, an anchor's gap is log(1 + Σ w (eˣ − 1 − x) + Σ_{w=0} b e^{s/τ−ȳ}), all terms ≥ 0.
 * Writes ∂L/∂s of each column into `derivative`, of the layout of the rows, which also holds `similarities`.
 * Shape: G × (G + 1). Units: nats. Source: [Vock2026].
 */
export function gapAndDerivative(
  rows: LossRows,
  similarities: Float64Array,
  derivative: Float64Array,
): number {
  const width = rows.size + 1;
  const scratch = new Float64Array(width);
  derivative.fill(0);
  const gapOf = (r: number) => {
    const mass = rows.mass[r];
    if (mass === 0) return 0;
    const row: Row = { from: r * width, at: rows.anchorOf[r] * width, scale: mass / rows.temperature };
    return mass * rowGap(rows, similarities, derivative, row, scratch);
  };
  if (rows.shared !== null) return gapOfShared(rows, rows.shared, similarities, derivative, gapOf);
  let gap = 0;
  for (let r = 0; r < rows.mass.length; r++) gap += gapOf(r);
  return gap;
}

interface Row {
  /** Where the softmax begins, and where its anchor's similarities do. */
  readonly from: number;
  readonly at: number;
  readonly scale: number;
}

function rowGap(
  rows: LossRows,
  similarities: Float64Array,
  out: Float64Array,
  row: Row,
  scratch: Float64Array,
): number {
  const { logMultiplicity, weight, logRatio, temperature, size } = rows;
  const { from, at, scale } = row;
  const mean = weightedMean(rows, similarities, row);
  if (rows.decoupled) return shiftedRowGap(rows, similarities, out, row, scratch, mean);
  let excess = 0;
  for (let k = 0; k <= size; k++) {
    if (logMultiplicity[from + k] === -Infinity) continue;
    const logShare = logMultiplicity[from + k] + similarities[at + k] / temperature - mean;
    if (logShare > LARGE_EXPONENT) return shiftedRowGap(rows, similarities, out, row, scratch, mean);
    const x = similarities[at + k] / temperature - logRatio[from + k] - mean;
    const w = weight[from + k];
    if (Math.abs(x) < 1) {
      scratch[k] = Math.expm1(x);
      excess += w * expMinusLine(x, scratch[k]);
    } else {
      scratch[k] = Math.exp(logShare);
      excess += w > 0 ? scratch[k] - w - w * x : scratch[k];
    }
  }
  for (let k = 0; k <= size; k++) {
    if (logMultiplicity[from + k] === -Infinity) continue;
    const x = similarities[at + k] / temperature - logRatio[from + k] - mean;
    const w = weight[from + k];
    const difference = Math.abs(x) < 1 ? w * (scratch[k] - excess) : scratch[k] - w * (1 + excess);
    out[at + k] += (scale * difference) / (1 + excess);
  }
  return Math.log1p(excess);
}

/** ȳ, by differences from the first: where one column has all the weight it is that column's y to the last digit. */
function weightedMean(
  { weight, logRatio, temperature, size }: LossRows,
  similarities: Float64Array,
  { from, at }: Row,
): number {
  let first = Number.NaN;
  let beyond = 0;
  for (let k = 0; k <= size; k++) {
    if (weight[from + k] === 0) continue;
    const y = similarities[at + k] / temperature - logRatio[from + k];
    if (Number.isNaN(first)) first = y;
    beyond += weight[from + k] * (y - first);
  }
  return Number.isNaN(first) ? 0 : first + beyond;
}

/** The same by the usual log-sum-exp, where exponentials would overflow and nothing cancels. */
function shiftedRowGap(
  rows: LossRows,
  similarities: Float64Array,
  out: Float64Array,
  { from, at, scale }: Row,
  scratch: Float64Array,
  mean: number,
): number {
  const { logMultiplicity, weight, temperature, size } = rows;
  let largest = -Infinity;
  for (let k = 0; k <= size; k++) {
    scratch[k] = logMultiplicity[from + k] + similarities[at + k] / temperature - mean;
    largest = Math.max(largest, scratch[k]);
  }
  let sum = 0;
  for (let k = 0; k <= size; k++) {
    scratch[k] = Math.exp(scratch[k] - largest);
    sum += scratch[k];
  }
  for (let k = 0; k <= size; k++) out[at + k] += scale * (scratch[k] / sum - weight[from + k]);
  return largest + Math.log(sum);
}

/** eˣ − 1 − x, by its series where the difference would cancel. */
function expMinusLine(x: number, growth: number): number {
  if (Math.abs(x) > 0.01) return growth - x;
  return ((x * x) / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + (x / 5) * (1 + x / 6))));
}

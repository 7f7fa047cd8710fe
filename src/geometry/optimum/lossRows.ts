/** The loss above its entropic bound, and its derivative by the similarities: what every search of an optimum evaluates. */
import { candidates, groupWeights, type Objective } from '../../objective/objective';

/**
 * An objective laid out for evaluation. Column G of a row is the anchor itself, columns 0..G−1 are all candidates of a
 * group together; an absent candidate has logMultiplicity −Infinity. Shape: G × (G + 1), row by row.
 */
export interface LossRows {
  readonly size: number;
  readonly temperature: number;
  readonly anchorMass: Float64Array;
  readonly logMultiplicity: Float64Array;
  /** Weights summed over the candidates; a weight too small for a double is 0 while its t stays finite. */
  readonly weight: Float64Array;
  /** t; −Infinity where the weight is zero. */
  readonly logRatio: Float64Array;
}

export function lossRows(objective: Objective, temperature: number): LossRows {
  const size = objective.counts.length;
  const width = size + 1;
  const weights = groupWeights(objective);
  const logMultiplicity = new Float64Array(size * width);
  const weight = new Float64Array(size * width);
  const logRatio = new Float64Array(size * width);
  for (let g = 0; g < size; g++) {
    for (let h = 0; h < size; h++) {
      const at = g * width + h;
      logMultiplicity[at] = Math.log(candidates(objective, g, h) * objective.multiplicity[g][h]);
      weight[at] = weights.pairs[g][h];
      logRatio[at] = objective.logRatio[g][h];
    }
    logMultiplicity[g * width + size] = Math.log(objective.selfMultiplicity[g]);
    weight[g * width + size] = weights.self[g];
    logRatio[g * width + size] = objective.selfLogRatio[g];
  }
  return { size, temperature, anchorMass: objective.anchorMass, logMultiplicity, weight, logRatio };
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
  let gap = 0;
  for (let g = 0; g < rows.size; g++) {
    const from = g * (rows.size + 1);
    const mass = rows.anchorMass[g];
    if (mass === 0) derivative.fill(0, from, from + rows.size + 1);
    else gap += mass * anchorGap(rows, similarities, derivative, from, mass / rows.temperature);
  }
  return gap;
}

function anchorGap(
  rows: LossRows,
  similarities: Float64Array,
  out: Float64Array,
  from: number,
  scale: number,
): number {
  const { logMultiplicity, weight, logRatio, temperature } = rows;
  const to = from + rows.size + 1;
  let mean = 0;
  for (let k = from; k < to; k++)
    if (weight[k] > 0) mean += weight[k] * (similarities[k] / temperature - logRatio[k]);
  let excess = 0;
  let largest = 0;
  for (let k = from; k < to; k++) {
    if (logMultiplicity[k] === -Infinity) continue;
    const logShare = logMultiplicity[k] + similarities[k] / temperature - mean;
    if (logShare > largest) largest = logShare;
    const x = similarities[k] / temperature - logRatio[k] - mean;
    if (Math.abs(x) < 1) {
      const growth = Math.expm1(x);
      excess += weight[k] * expMinusLine(x, growth);
      out[k] = growth;
    } else {
      const share = Math.exp(logShare);
      excess += weight[k] > 0 ? share - weight[k] - weight[k] * x : share;
      out[k] = share;
    }
  }
  if (largest > LARGE_EXPONENT) return shiftedAnchorGap(rows, similarities, out, from, scale, mean, largest);
  for (let k = from; k < to; k++) {
    if (logMultiplicity[k] === -Infinity) {
      out[k] = 0;
      continue;
    }
    const x = similarities[k] / temperature - logRatio[k] - mean;
    const difference = Math.abs(x) < 1 ? weight[k] * (out[k] - excess) : out[k] - weight[k] * (1 + excess);
    out[k] = (scale * difference) / (1 + excess);
  }
  return Math.log1p(excess);
}

/** The same by the usual log-sum-exp, where exponentials would overflow and nothing cancels. */
function shiftedAnchorGap(
  rows: LossRows,
  similarities: Float64Array,
  out: Float64Array,
  from: number,
  scale: number,
  mean: number,
  largest: number,
): number {
  const to = from + rows.size + 1;
  let sum = 0;
  for (let k = from; k < to; k++) {
    out[k] = Math.exp(rows.logMultiplicity[k] + similarities[k] / rows.temperature - mean - largest);
    sum += out[k];
  }
  for (let k = from; k < to; k++)
    out[k] = rows.logMultiplicity[k] === -Infinity ? 0 : scale * (out[k] / sum - rows.weight[k]);
  return largest + Math.log(sum);
}

/** eˣ − 1 − x, by its series where the difference would cancel. */
function expMinusLine(x: number, growth: number): number {
  if (Math.abs(x) > 0.01) return growth - x;
  return ((x * x) / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + (x / 5) * (1 + x / 6))));
}

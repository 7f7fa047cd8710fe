/** A mean over thousands of batches as a few softmaxes for each anchor: what a preview can train in seconds. */
import type { Objective } from '../../objective/objective';
import { entropicBound, type Softmaxes } from '../../objective/softmaxes';
import { gapAndDerivative, lossRows } from './lossRows';
import type { Prediction } from './prediction';

/**
 * The objective with at most `each` softmaxes for an anchor group. Those with nearly equal denominators at the predicted
 * optimum are replaced by their mean: there they have the same gradient, so that the optimum stays where it is, and what
 * the loss differs by is put into its offset.
 * Formula: b = Σ a_r b_r / Σ a_r, likewise w, over quantiles of log Σ_k b_rk e^{s_k/τ}.
 */
export function fewerSoftmaxes(
  objective: Objective,
  temperature: number,
  prediction: Prediction | null,
  each: number,
): Objective {
  const all = objective.severalSoftmaxes;
  if (all === null) return objective;
  const similarities = groupSimilarities(objective, prediction);
  const denominators = logDenominators(all, similarities, temperature);
  const parts = Array.from({ length: all.size }, (_, g) => {
    const rows = [...all.mass.keys()].filter((r) => all.anchorOf[r] === g && all.mass[r] > 0);
    return quantiles(
      rows.sort((p, q) => denominators[p] - denominators[q]),
      all.mass,
      each,
    );
  }).flat();
  const fewer = merged(all, parts);
  const lossAt = (softmaxes: Softmaxes) =>
    entropicBound(softmaxes) +
    gapAndDerivative(lossRows(softmaxes, temperature), similarities, new Float64Array(similarities.length));
  return {
    ...objective,
    severalSoftmaxes: fewer,
    lossOffset: objective.lossOffset + (lossAt(all) - lossAt(fewer)),
  };
}

/** Mean similarities of groups, in the layout of loss rows; items are orthogonal where nothing is predicted. */
function groupSimilarities({ groupOf, counts }: Objective, prediction: Prediction | null): Float64Array {
  const size = counts.length;
  const width = size + 1;
  const similarities = new Float64Array(size * width);
  for (let g = 0; g < size; g++) similarities[g * width + size] = 1;
  if (prediction === null) return similarities;
  const members = counts.map(() => new Map<number, number>());
  for (const [item, g] of groupOf.entries()) {
    const cell = prediction.cellOf[item];
    members[g].set(cell, (members[g].get(cell) ?? 0) + 1);
  }
  for (let g = 0; g < size; g++) {
    similarities[g * width + size] = prediction.own[[...members[g].keys()][0]];
    for (let h = 0; h < size; h++)
      similarities[g * width + h] = meanBetween(members[g], members[h], prediction);
  }
  return similarities;
}

function meanBetween(
  from: ReadonlyMap<number, number>,
  to: ReadonlyMap<number, number>,
  { pairs }: Prediction,
): number {
  let sum = 0;
  let count = 0;
  for (const [p, n] of from)
    for (const [q, m] of to) {
      const pairsOfItems = n * (from === to && p === q ? m - 1 : m);
      sum += pairsOfItems * pairs[p][q];
      count += pairsOfItems;
    }
  return count > 0 ? sum / count : 1;
}

function logDenominators(
  { size, anchorOf, multiplicity, mass }: Softmaxes,
  similarities: Float64Array,
  temperature: number,
): Float64Array {
  const width = size + 1;
  return mass.map((_, r) => {
    const at = anchorOf[r] * width;
    let largest = -Infinity;
    for (let k = 0; k < width; k++)
      if (multiplicity[r * width + k] > 0) largest = Math.max(largest, similarities[at + k] / temperature);
    let sum = 0;
    for (let k = 0; k < width; k++)
      if (multiplicity[r * width + k] > 0)
        sum += multiplicity[r * width + k] * Math.exp(similarities[at + k] / temperature - largest);
    return sum > 0 ? largest + Math.log(sum) : -Infinity;
  });
}

/** Sorted rows in runs of about equal mass. */
function quantiles(rows: readonly number[], mass: Float64Array, most: number): number[][] {
  if (rows.length <= most) return rows.map((r) => [r]);
  const total = rows.reduce((sum, r) => sum + mass[r], 0);
  const runs = Array.from({ length: most }, (): number[] => []);
  let before = 0;
  for (const r of rows) {
    runs[Math.min(most - 1, Math.floor((most * (before + mass[r] / 2)) / total))].push(r);
    before += mass[r];
  }
  return runs.filter((run) => run.length > 0);
}

function merged(all: Softmaxes, parts: readonly (readonly number[])[]): Softmaxes {
  const width = all.size + 1;
  const made = {
    ...all,
    anchorOf: Int32Array.from(parts, ([r]) => all.anchorOf[r]),
    mass: Float64Array.from(parts, (part) => part.reduce((sum, r) => sum + all.mass[r], 0)),
    multiplicity: new Float64Array(parts.length * width),
    weight: new Float64Array(parts.length * width),
    logRatio: new Float64Array(parts.length * width),
  };
  for (const [to, part] of parts.entries())
    for (let k = 0; k < width; k++) {
      let [b, w] = [0, 0];
      for (const r of part) {
        b += (all.mass[r] / made.mass[to]) * all.multiplicity[r * width + k];
        w += (all.mass[r] / made.mass[to]) * all.weight[r * width + k];
      }
      made.multiplicity[to * width + k] = b;
      made.weight[to * width + k] = w;
      made.logRatio[to * width + k] =
        b > 0 && w > 0 && part.length > 1 ? Math.log(w / b) : all.logRatio[part[0] * width + k];
    }
  return made;
}

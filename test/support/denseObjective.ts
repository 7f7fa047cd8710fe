/** An objective written out over all its items, by the formulas and not by the code under test. */
import { groupWeights, type Objective } from '../../src/objective/objective';

export interface DenseObjective {
  readonly temperature: number;
  readonly mass: readonly number[];
  readonly multiplicity: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
}

/** a, b and w of every item and pair of items. */
export function dense(objective: Objective): DenseObjective {
  const { groupOf, counts } = objective;
  const grouped = groupWeights(objective);
  const shared = (g: number, h: number) => counts[h] - (g === h ? 1 : 0);
  const table = (own: Float64Array, pair: (g: number, h: number) => number) =>
    groupOf.map((g, i) => groupOf.map((h, j) => (i === j ? own[g] : pair(g, h))));
  return {
    temperature: objective.temperature!,
    mass: groupOf.map((g) => objective.anchorMass[g] / counts[g]),
    multiplicity: table(objective.selfMultiplicity, (g, h) => objective.multiplicity[g][h]),
    weights: table(grouped.self, (g, h) => grouped.pairs[g][h] / shared(g, h)),
  };
}

/** L = Σ a_i [ log Σ b_ik exp(s_ik/τ) − Σ w_ij s_ij/τ ]. */
export function denseLoss(objective: DenseObjective, similarities: readonly (readonly number[])[]): number {
  const { temperature, mass, multiplicity, weights } = objective;
  return mass.reduce((loss, a, i) => {
    if (a === 0) return loss;
    const logits = similarities[i].map((s) => s / temperature);
    const shift = Math.max(...logits.filter((_, k) => multiplicity[i][k] > 0));
    const sum = logits.reduce(
      (total, logit, k) =>
        total + (multiplicity[i][k] > 0 ? multiplicity[i][k] * Math.exp(logit - shift) : 0),
      0,
    );
    return (
      loss +
      a * (shift + Math.log(sum) - logits.reduce((total, logit, j) => total + weights[i][j] * logit, 0))
    );
  }, 0);
}

/** ∂L/∂S, symmetrised, with zero diagonal: of similarities that are symmetric and 1 with themselves. */
export function denseDerivative(
  objective: DenseObjective,
  similarities: readonly (readonly number[])[],
): number[][] {
  const { temperature, mass, multiplicity, weights } = objective;
  const rows = similarities.map((row, i) => {
    const exponentials = row.map((s, k) => multiplicity[i][k] * Math.exp((s - 1) / temperature));
    const sum = exponentials.reduce((total, x) => total + x, 0);
    return exponentials.map((x, k) =>
      mass[i] === 0 ? 0 : (mass[i] * (x / sum - weights[i][k])) / temperature,
    );
  });
  return rows.map((row, i) => row.map((x, j) => (i === j ? 0 : (x + rows[j][i]) / 2)));
}

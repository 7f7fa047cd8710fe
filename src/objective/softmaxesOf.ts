/** The loss of an objective as softmaxes, whether its anchors have one each or several. */
import { candidates, groupWeights, type Objective } from './objective';
import { emptySoftmaxes, type Softmaxes } from './softmaxes';

/** The softmaxes of an objective: its own several, or the one that each anchor has. */
export function softmaxesOf(objective: Objective): Softmaxes {
  if (objective.severalSoftmaxes !== null) return objective.severalSoftmaxes;
  const size = objective.counts.length;
  const softmaxes = emptySoftmaxes(size, size);
  const weights = groupWeights(objective);
  for (let g = 0; g < size; g++) {
    const from = g * (size + 1);
    softmaxes.anchorOf[g] = g;
    softmaxes.mass[g] = objective.anchorMass[g];
    for (let h = 0; h < size; h++)
      softmaxes.multiplicity[from + h] = candidates(objective, g, h) * objective.multiplicity[g][h];
    softmaxes.multiplicity[from + size] = objective.selfMultiplicity[g];
    softmaxes.weight.set(weights.pairs[g], from);
    softmaxes.weight[from + size] = weights.self[g];
    softmaxes.logRatio.set(objective.logRatio[g], from);
    softmaxes.logRatio[from + size] = objective.selfLogRatio[g];
  }
  return softmaxes;
}

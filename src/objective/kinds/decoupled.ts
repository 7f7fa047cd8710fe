/** Decoupled losses (DCL): positives pull, and are in no denominator. */
import type { Objective } from '../objective';
import { emptySoftmaxes, type Softmaxes } from '../softmaxes';
import { softmaxesOf } from '../softmaxesOf';

/**
 * The softmaxes of the coupled loss with every positive taken out of the denominator.
 * Formula: L_i = log Σ_{k negative} b_ik exp(s_ik/τ) − Σ_j w_ij s_ij/τ. Source: [Yeh2022].
 */
export function decoupledSoftmaxes(coupled: Objective): Softmaxes {
  const { size, anchorOf, mass, multiplicity, weight, logRatio } = softmaxesOf(coupled);
  const softmaxes = emptySoftmaxes(size, mass.length, true);
  softmaxes.anchorOf.set(anchorOf);
  softmaxes.mass.set(mass);
  softmaxes.weight.set(weight);
  for (let k = 0; k < weight.length; k++) {
    const isPositive = weight[k] > 0;
    softmaxes.multiplicity[k] = isPositive ? 0 : multiplicity[k];
    softmaxes.logRatio[k] = isPositive ? 0 : logRatio[k];
  }
  return softmaxes;
}

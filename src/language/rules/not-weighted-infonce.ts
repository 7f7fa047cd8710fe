/** A loss that is no softmax over weighted pairs: the theory of targets says nothing about it. */
import { ruleOfRemark, type Said } from './remarked';

export const notWeightedInfonce = ruleOfRemark(
  'not-weighted-infonce',
  'information',
  'not-weighted-infonce',
  ({ what }, { definition }): Said => ({
    severity: 'information',
    sentences: [
      `\`${definition.name}\` is ${what}. It is not a softmax with fixed weights of pairs, so no geometry is predicted for it.`,
    ],
  }),
);

/** A supervised loss that is called without labels: it is NT-Xent, and classes are pushed apart inside. */
import { ruleOfRemark, type Said } from './remarked';

export const unlabelledSupcon = ruleOfRemark(
  'unlabelled-supcon',
  'warning',
  'called-without-labels',
  (_, { definition }): Said => ({
    severity: 'warning',
    sentences: [
      `No call of \`${definition.name}\` gives labels, so every sample is a class of its own: this is NT-Xent (SimCLR), not SupCon, and samples of one class push each other apart.`,
      `For SupCon, pass them: \`${definition.name}(features, labels)\`.`,
    ],
  }),
);

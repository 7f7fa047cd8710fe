/** A supervised loss that is called without labels: it is NT-Xent, and what is alike is pushed apart. */
import { ruleOfRemark, type Said } from './remarked';

export const unlabelledSupcon = ruleOfRemark(
  'unlabelled-supcon',
  'warning',
  'called-without-labels',
  ({ meant }, { definition: { name } }): Said => ({
    severity: 'warning',
    sentences: [
      meant !== 'y-aware'
        ? `No call of \`${name}\` gives labels, so every sample is a class of its own: this is NT-Xent (SimCLR), not SupCon, and samples of one class push each other apart.`
        : `No call of \`${name}\` gives labels, so its kernel is not used: this is plain InfoNCE, and samples with similar labels push each other apart like all others.`,
      `Pass them: \`${name}(features, labels)\`.`,
    ],
  }),
);

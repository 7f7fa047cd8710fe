/**
 * Losses of published scripts, which are copied from repository to repository and come from no package: Rank-N-Contrast,
 * balanced, parametric and targeted contrastive learning, soft and multi-label SupCon, X-CLR, and Keras's example.
 */
import type { Parameter, Similarity } from '../../../../objective/definition';
import type { LossArguments } from '../lossArguments';
import { type LossClass, type OwnParameters, ofLibrary, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';
import { POSITIVE } from './ranges';
import { SUPCON_LOSS } from './supContrast';
import { GOOGLE_SIMCLR } from './viewLosses';
import { Y_AWARE_SCRIPT } from './yAware';

const RANK_N_CONTRAST = ofLibrary('rank-n-contrast', 'Rank-N-Contrast', [
  {
    ...SOFTMAX,
    ...signature('temperature=2, label_diff="l1", feature_sim="l2"'),
    name: 'RnCLoss',
    kind: 'rank-n-contrast',
    similarity: 'negative-euclidean',
    readOwn: readFeatureSimilarity,
  },
]);

const LONG_TAIL = [
  ...ofLibrary('bcl', 'Balanced contrastive learning', [
    { ...SOFTMAX, ...signature('cls_num_list, temperature=0.1'), name: 'BalSCL', kind: 'balanced-supcon' },
  ]),
  ...ofLibrary('paco', 'Parametric contrastive learning', [
    {
      ...SOFTMAX,
      ...signature(
        'alpha, beta=1, gamma=1, supt=1, temperature=1, base_temperature, K=128, num_classes=1000, smooth=0',
      ),
      name: 'PaCoLoss',
      kind: 'parametric-supcon',
    },
  ]),
  ...ofLibrary('targeted-supcon', 'Targeted supervised contrastive learning', [
    {
      ...SOFTMAX,
      ...signature(
        'base_encoder, dim=128, K=65536, m=0.999, T=0.07, mlp, num_positive=0, targeted, tr=1, sep_t, tw=1',
      ),
      name: 'KCL',
      temperature: 'T',
      kind: 'targeted-supcon',
    },
  ]),
];

const SOFT = ofLibrary('soft-supcon', 'Soft SupCon', [
  {
    ...SOFTMAX,
    ...signature('temperature=0.07, base_temperature=0.07, device'),
    name: 'SoftSupConLoss',
    base: 'base_temperature',
    kind: 'other',
    what: 'SupCon on pseudo-labels whose weights are products of confidences, which only training tells',
  },
  {
    ...SOFTMAX,
    ...signature(
      'model, use_soft_labels, temperature=0.05, soft_label_temperature=0.35, soft_label_model="multi-qa-mpnet-base-dot-v1", is_symmetrical, accelerator, use_contrastive_head, use_abs',
    ),
    name: 'LabeledContrastiveLoss',
    kind: 'other',
    what: 'a softmax of anchors over the other tower, with weights from labels or from the texts of labels',
  },
  {
    ...SOFTMAX,
    ...signature('temperature=0.07, eps=0.00000001'),
    name: 'MulSupCon',
    kind: 'other',
    what: 'SupCon with one row for each label of a sample',
  },
]);

const X_CLR = ofLibrary('x-clr', 'X-CLR', [
  {
    ...SOFTMAX,
    ...signature('data_dir, instance_temperature=0.07, graph_temperature=0.1, **'),
    name: 'MXCLR',
    temperature: 'instance_temperature',
    kind: 'x-clr',
    views: 1,
    readOwn: (args): OwnParameters => ({
      parameters: { weightTemperature: args.number('graph_temperature', POSITIVE) },
    }),
  },
]);

/** Keras's example of supervised contrastive learning (keras.io), copied widely: logits over npairs_loss. */
export const KERAS_EXAMPLE = 'keras-example';

const KERAS = ofLibrary(KERAS_EXAMPLE, "Keras's example", [
  {
    ...SOFTMAX,
    ...signature('temperature=1, name'),
    name: 'SupervisedContrastiveLoss',
    kind: 'supcon',
    views: 1,
  },
]);

export const SCRIPT_LOSSES: readonly LossClass[] = [
  SUPCON_LOSS,
  ...RANK_N_CONTRAST,
  ...LONG_TAIL,
  ...SOFT,
  ...X_CLR,
  ...KERAS,
  ...Y_AWARE_SCRIPT,
  ...GOOGLE_SIMCLR,
];

/** `l2` is the negative distance of features that are not normalised. */
function readFeatureSimilarity(args: LossArguments): OwnParameters {
  const span = args.spanOf('feature_sim');
  const known: Readonly<Record<string, Similarity | undefined>> = {
    l2: 'negative-euclidean',
    cosine: 'cosine',
  };
  const value = known[String(args.plain('feature_sim'))] ?? null;
  const resolved = args.resolve('feature_sim');
  const similarity: Parameter<Similarity> =
    value === null
      ? { value: null, origin: 'unresolved', span, missing: 'feature_sim' }
      : { value, origin: resolved?.kind === 'known' ? resolved.origin : 'default of the library', span };
  return { parameters: { similarity } };
}

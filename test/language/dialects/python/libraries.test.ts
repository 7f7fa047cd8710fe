/** Every library: what its losses are, with its own defaults, its own order of arguments, and its own meaning of names. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../support/pythonReader';

const PML = 'from pytorch_metric_learning.losses import';
const ST = 'from sentence_transformers.losses import';
const TFSIM = 'from tensorflow_similarity.losses import';
const LIGHTLY = 'from lightly.loss import';

/** Import, call, and `dialect kind τ origin`, then what is out of the ordinary. */
const CALLS: readonly (readonly [imports: string, call: string, expected: string])[] = [
  ['from losses import SupConLoss', 'SupConLoss()', 'supcontrast supcon 0.07 default'],
  [`${PML} SupConLoss`, 'SupConLoss()', 'pytorch-metric-learning supcon 0.1 default'],
  [`${PML} NTXentLoss`, 'NTXentLoss()', 'pytorch-metric-learning info-nce 0.07 default softmax-per-positive'],
  [
    `${PML} NCALoss`,
    'NCALoss(softmax_scale=5)',
    'pytorch-metric-learning supcon 0.1 literal summed-positives',
  ],
  [`${PML} NPairsLoss`, 'NPairsLoss()', 'pytorch-metric-learning info-nce 1 default dot'],
  [`${PML} MultiSimilarityLoss`, 'MultiSimilarityLoss(alpha=2)', 'pytorch-metric-learning other unknown'],
  [`${PML} TripletMarginLoss`, 'TripletMarginLoss(margin=0.1)', 'pytorch-metric-learning other unknown'],
  [`${PML} ProxyAnchorLoss`, 'ProxyAnchorLoss(10, 128)', 'pytorch-metric-learning other unknown'],
  [`${LIGHTLY} NTXentLoss`, 'NTXentLoss()', 'lightly info-nce 0.5 default'],
  [`${LIGHTLY} DCLLoss`, 'DCLLoss()', 'lightly decoupled 0.1 default'],
  [`${LIGHTLY} DCLWLoss`, 'DCLWLoss(0.2, 0.5)', 'lightly decoupled 0.2 literal'],
  [`${LIGHTLY} DirectCLRLoss`, 'DirectCLRLoss(32)', 'lightly info-nce 0.5 default'],
  [`${LIGHTLY} MACLLoss`, 'MACLLoss()', 'lightly other 0.1 default'],
  ['from nidl.losses import InfoNCE', 'InfoNCE()', 'nidl info-nce 0.1 default'],
  ['from nidl.losses import DCLWLoss', 'DCLWLoss(0.2, 0.5)', 'nidl decoupled 0.5 literal'],
  ['from nidl.losses import YAwareInfoNCE', 'YAwareInfoNCE()', 'nidl y-aware 0.1 default'],
  [
    'from nidl.estimators.ssl import SimCLR',
    'SimCLR(encoder, temperature=0.2, max_epochs=3)',
    'nidl info-nce 0.2 literal',
  ],
  [
    'from losses import GeneralizedSupervisedNTXenLoss',
    'GeneralizedSupervisedNTXenLoss(sigma=5)',
    'y-aware y-aware 0.1 default',
  ],
  ['from losses import NTXenLoss', 'NTXenLoss(temperature=0.2)', 'y-aware info-nce 0.2 literal'],
  [
    'from solo.losses.nnclr import nnclr_loss_func',
    'nnclr_loss_func(a, b)',
    'solo-learn info-nce 0.1 default',
  ],
  [
    'from solo.losses.mocov3 import mocov3_loss_func',
    'mocov3_loss_func(q, k)',
    'solo-learn info-nce 0.2 default',
  ],
  [
    'from solo.losses.ressl import ressl_loss_func',
    'ressl_loss_func(q, k, queue)',
    'solo-learn other 0.1 default',
  ],
  ['from monai.losses import ContrastiveLoss', 'ContrastiveLoss()', 'monai info-nce 0.5 default'],
  [
    'from pl_bolts.losses.self_supervised_learning import nt_xent_loss',
    'nt_xent_loss(a, b, 0.3)',
    'lightning-bolts info-nce 0.3 literal',
  ],
  [
    'import objective as obj_lib',
    'obj_lib.add_contrastive_loss(hidden, temperature=0.5)',
    'google-simclr info-nce 0.5 literal',
  ],
  ['from setfit import SupConLoss', 'SupConLoss(model)', 'setfit supcon 0.07 default'],
  ['from loss import RnCLoss', 'RnCLoss()', 'rank-n-contrast rank-n-contrast 2 default negative-euclidean'],
  ['from loss.contrastive import BalSCL', 'BalSCL(cls_num_list, 0.2)', 'bcl balanced-supcon 0.2 literal'],
  ['from losses import PaCoLoss', 'PaCoLoss(alpha=0.05, K=1024)', 'paco parametric-supcon 1 default'],
  [
    'from moco.builder import KCL',
    'KCL(resnet50, 128, 65536, 0.999, 0.1)',
    'targeted-supcon targeted-supcon 0.1 literal',
  ],
  ['from loss.soft_supconloss import SoftSupConLoss', 'SoftSupConLoss()', 'soft-supcon other 0.07 default'],
  ['from models.mxclr import MXCLR', 'MXCLR("data", 0.2)', 'x-clr x-clr 0.2 literal'],
  ['import open_clip', 'open_clip.ClipLoss(rank=0)', 'open_clip clip 0.07 learned'],
  ['from open_clip.loss import SigLipLoss', 'SigLipLoss()', 'open_clip other 0.1 learned'],
  [
    `${ST} MultipleNegativesRankingLoss`,
    'MultipleNegativesRankingLoss(model)',
    'sentence-transformers info-nce 0.05 default',
  ],
  [
    `${ST} CachedMultipleNegativesRankingLoss`,
    'CachedMultipleNegativesRankingLoss(model, mini_batch_size=64)',
    'sentence-transformers info-nce 0.05 default',
  ],
  [
    'from sentence_transformers.cross_encoder.losses import MultipleNegativesRankingLoss',
    'MultipleNegativesRankingLoss(model)',
    'sentence-transformers other 0.1 default',
  ],
  [
    'from sentence_transformers.sparse_encoder.losses import SparseMultipleNegativesRankingLoss as L',
    'L(model)',
    'sentence-transformers info-nce 1 default dot',
  ],
  [
    `${ST} MultipleNegativesRankingLoss`,
    'MultipleNegativesRankingLoss(model, 20, util.dot_score)',
    'sentence-transformers info-nce 0.05 literal dot',
  ],
  [
    'from info_nce import InfoNCE',
    'InfoNCE(negative_mode="paired")',
    'info-nce-pytorch info-nce 0.1 default',
  ],
  [`${ST} GISTEmbedLoss`, 'GISTEmbedLoss(model, guide)', 'sentence-transformers info-nce 0.01 default'],
  [`${ST} CoSENTLoss`, 'CoSENTLoss(model)', 'sentence-transformers other unknown'],
  [`${TFSIM} SimCLRLoss`, 'SimCLRLoss()', 'tensorflow-similarity info-nce 0.05 default'],
  [
    `${TFSIM} MultiNegativesRankLoss`,
    'MultiNegativesRankLoss()',
    'tensorflow-similarity info-nce 0.05 default',
  ],
  [
    `${TFSIM} SoftNearestNeighborLoss`,
    'SoftNearestNeighborLoss()',
    'tensorflow-similarity supcon 1 default summed-positives negative-squared-euclidean',
  ],
  [`${TFSIM} TripletLoss`, 'TripletLoss()', 'tensorflow-similarity other unknown'],
];

describe('a call of', () => {
  it.each(CALLS)('%s: %s', (imports, call, expected) => {
    const { definitions, findings } = read('train.py', `${imports}\nc = ${call}\n`);
    expect(findings).toEqual([]);
    expect(
      definitions.map(({ dialect, kind, positives, parameters: { temperature, similarity } }) =>
        [
          dialect,
          kind,
          temperature.value === null
            ? 'unknown'
            : `${Number(temperature.value.toPrecision(9))} ${temperature.origin.replace(' of the library', '')}`,
          ...(positives === 'one-softmax' ? [] : [positives]),
          ...(similarity.value === 'cosine' ? [] : [similarity.value]),
        ].join(' '),
      ),
    ).toEqual([expected]);
  });

  it.each([
    [PML, ['TripletMarginLoss', 'CircleLoss', 'ContrastiveLoss', 'ProxyNCALoss']],
    [ST, ['TripletLoss', 'AnglELoss', 'OnlineContrastiveLoss', 'BatchHardTripletLoss']],
    [TFSIM, ['CircleLoss', 'PNLoss', 'MultiSimilarityLoss']],
  ])('%s a loss without a softmax says what it is', (imports, names) => {
    for (const name of names) {
      const { definitions } = read('train.py', `${imports} ${name}\nc = ${name}()\n`);
      expect(
        definitions.map(({ kind, remarks = [] }) => [kind, ...remarks.map((remark) => remark.kind)]),
      ).toEqual([['other', 'not-weighted-infonce']]);
    }
  });

  it('a class that a package does not have builds nothing', () => {
    const text =
      'from lightly.loss import SupConLoss\nfrom timm.loss import NTXentLoss2\nSupConLoss()\nNTXentLoss2()\n';
    expect(read('train.py', text).definitions).toEqual([]);
  });
});

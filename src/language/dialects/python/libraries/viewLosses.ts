/** InfoNCE between two views in MONAI, Google's SimCLR, Lightning Bolts, info-nce-pytorch, and OpenMMLab's heads. */
import { ofLibrary, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';

const MODEL = { takesAnyKeyword: true, takesAnyPosition: true } as const;

/** Its `target` is the other view, no label. */
export const MONAI: PythonDialect = {
  packages: ['monai'],
  classes: ofLibrary('monai', 'MONAI', [
    { ...SOFTMAX, ...signature('temperature=0.5, batch_size=-1'), name: 'ContrastiveLoss', kind: 'info-nce' },
  ]),
};

export const BOLTS: PythonDialect = {
  packages: ['pl_bolts'],
  classes: ofLibrary('lightning-bolts', 'Lightning Bolts', [
    {
      ...SOFTMAX,
      ...signature('out_1, out_2, temperature, eps=0.000001'),
      name: 'nt_xent_loss',
      kind: 'info-nce',
    },
    { ...SOFTMAX, ...signature('*, temperature=0.1'), ...MODEL, name: 'SimCLR', kind: 'info-nce' },
    {
      ...SOFTMAX,
      ...signature('*, softmax_temperature=0.07'),
      ...MODEL,
      temperature: 'softmax_temperature',
      name: 'Moco_v2',
      kind: 'info-nce',
    },
  ]),
};

export const OPEN_MMLAB: PythonDialect = {
  packages: ['mmselfsup', 'mmpretrain', 'mmcls'],
  classes: ofLibrary('openmmlab', 'OpenMMLab', [
    {
      ...SOFTMAX,
      ...signature('loss, temperature=0.1, init_cfg'),
      name: 'ContrastiveHead',
      kind: 'info-nce',
    },
    {
      ...SOFTMAX,
      ...signature('predictor, loss, temperature=1, init_cfg'),
      name: 'MoCoV3Head',
      kind: 'info-nce',
    },
  ]),
};

/** info-nce-pytorch: queries against keys, which are the batch's or given. */
export const INFO_NCE: PythonDialect = {
  packages: ['info_nce'],
  classes: ofLibrary('info-nce-pytorch', 'info-nce-pytorch', [
    {
      ...SOFTMAX,
      ...signature('temperature=0.1, reduction="mean", negative_mode="unpaired"'),
      name: 'InfoNCE',
      kind: 'info-nce',
    },
  ]),
};

/** google-research/simclr, a script: `objective.add_contrastive_loss`. */
export const GOOGLE_SIMCLR = ofLibrary('google-simclr', 'SimCLR', [
  {
    ...SOFTMAX,
    ...signature('hidden, hidden_norm, temperature=1, tpu_context, weights=1, strategy'),
    name: 'add_contrastive_loss',
    kind: 'info-nce',
  },
]);

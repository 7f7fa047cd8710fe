/** OpenMMLab (mmselfsup, mmpretrain): heads that hold a contrastive loss. */
import type { LossClass } from '../lossClass';

const HEAD = {
  dialect: 'mmselfsup',
  owner: 'mmselfsup',
  takesAnyKeyword: false,
  takesAnyPosition: false,
  temperature: 'temperature',
  kind: 'info-nce',
  similarity: 'cosine',
  positives: 'one-softmax',
} as const;

const CONTRASTIVE_HEAD: LossClass = {
  ...HEAD,
  name: 'ContrastiveHead',
  parameters: [{ name: 'loss' }, { name: 'temperature', otherwise: 0.1 }, { name: 'init_cfg' }],
};

/** Multiplies its loss by a weight, which is mostly 2τ; the geometry does not change. */
const MOCO_V3_HEAD: LossClass = {
  ...HEAD,
  name: 'MoCoV3Head',
  parameters: [
    { name: 'predictor' },
    { name: 'loss' },
    { name: 'temperature', otherwise: 1 },
    { name: 'init_cfg' },
  ],
};

/** By the name in the registry, which may say whose it is: `mmselfsup.ContrastiveHead`. */
export function contrastiveHead(type: string): LossClass | null {
  const name = type.slice(type.lastIndexOf('.') + 1);
  return [CONTRASTIVE_HEAD, MOCO_V3_HEAD].find((head) => head.name === name) ?? null;
}

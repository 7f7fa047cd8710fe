/** OpenMMLab (mmselfsup, mmpretrain): heads that hold a contrastive loss, known to its registry by their class. */
import { libraryLoss } from '../python/dialects';
import type { LossClass } from '../python/lossClass';

const HEADS = ['ContrastiveHead', 'MoCoV3Head'];

/** By the name in the registry, which may say whose it is: `mmselfsup.ContrastiveHead`. */
export function contrastiveHead(type: string): LossClass | null {
  const name = type.slice(type.lastIndexOf('.') + 1);
  return HEADS.includes(name) ? libraryLoss(['mmselfsup', name]) : null;
}

/**
 * SupContrast (github.com/HobbitLong/SupContrast): a script whose `losses.py` is copied into other projects, so its
 * loss comes from no package. Some copies lost the last two arguments; other classes of the same name take a model or
 * a device first, and those are not read by this signature.
 */
import { type LossClass, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';

/**
 * Every positive in one softmax with all other views (Khosla et al. 2020). Its features are normalised by the caller,
 * as the loss demands in its description, hence cosine.
 */
export const SUPCON_LOSS: LossClass = {
  ...SOFTMAX,
  ...signature('temperature=0.07, contrast_mode="all", base_temperature=0.07'),
  dialect: 'supcontrast',
  owner: 'SupContrast',
  name: 'SupConLoss',
  base: 'base_temperature',
  kind: 'supcon',
  labels: { position: 1, name: 'labels' },
};

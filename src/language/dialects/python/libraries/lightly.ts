/** lightly (1.5): InfoNCE between two views at a temperature of 0.5 unless told otherwise; decoupled losses; no SupCon. */
import { ofLibrary, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';

const GATHER = 'gather_distributed';

export const LIGHTLY: PythonDialect = {
  packages: ['lightly'],
  classes: ofLibrary('lightly', 'lightly', [
    {
      ...SOFTMAX,
      ...signature(`temperature=0.5, memory_bank_size=0, ${GATHER}`),
      name: 'NTXentLoss',
      kind: 'info-nce',
    },
    { ...SOFTMAX, ...signature(`temperature=0.1, weight_fn, ${GATHER}`), name: 'DCLLoss', kind: 'decoupled' },
    {
      ...SOFTMAX,
      ...signature(`temperature=0.1, sigma=0.5, ${GATHER}`),
      name: 'DCLWLoss',
      kind: 'decoupled',
    },
    {
      ...SOFTMAX,
      ...signature(`loss_dim=64, temperature=0.5, memory_bank_size=0, ${GATHER}`),
      name: 'DirectCLRLoss',
      kind: 'info-nce',
    },
    {
      ...SOFTMAX,
      ...signature('temperature=0.1, alpha=0.5, A_0=0'),
      name: 'MACLLoss',
      kind: 'other',
      what: 'InfoNCE whose temperature follows the mean similarity of the positives in the batch, so no fixed softmax',
    },
    ...['DetConSLoss', 'DetConBLoss'].map((name) => ({
      ...SOFTMAX,
      ...signature(`temperature=0.1, ${GATHER}`),
      name,
      kind: 'other' as const,
      what: 'a contrast of image regions by their masks, whose pairs the code does not show',
    })),
  ]),
};

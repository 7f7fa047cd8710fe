/** lightly (1.5): its NT-Xent loss is InfoNCE between two views, with a temperature of 0.5 unless told otherwise. */
import type { LossClass, PythonDialect } from './lossClass';

const NT_XENT: LossClass = {
  dialect: 'lightly',
  owner: 'lightly',
  name: 'NTXentLoss',
  parameters: [
    { name: 'temperature', otherwise: 0.5 },
    { name: 'memory_bank_size', otherwise: 0 },
    { name: 'gather_distributed' },
  ],
  takesAnyKeyword: false,
  takesAnyPosition: false,
  temperature: 'temperature',
  kind: 'info-nce',
  similarity: 'cosine',
  positives: 'one-softmax',
};

export const LIGHTLY: PythonDialect = { packages: ['lightly'], classes: [NT_XENT] };

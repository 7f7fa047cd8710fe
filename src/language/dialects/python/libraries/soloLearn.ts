/** solo-learn: losses as functions. Its SupCon is its SimCLR with classes for samples, with positives summed inside the logarithm. */
import type { LossArguments } from '../lossArguments';
import { type OwnParameters, ofLibrary, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';
import { wordsFor } from '../program/words';

export const SOLO_LEARN: PythonDialect = {
  packages: ['solo'],
  classes: ofLibrary('solo-learn', 'solo-learn', [
    {
      ...SOFTMAX,
      ...signature('z, indexes, temperature=0.1'),
      name: 'simclr_loss_func',
      kind: 'info-nce',
      readOwn: readIndexes,
    },
    { ...SOFTMAX, ...signature('nn, p, temperature=0.1'), name: 'nnclr_loss_func', kind: 'info-nce' },
    {
      ...SOFTMAX,
      ...signature('query, key, queue, temperature=0.1'),
      name: 'mocov2plus_loss_func',
      kind: 'info-nce',
    },
    {
      ...SOFTMAX,
      ...signature('query, key, temperature=0.2'),
      name: 'mocov3_loss_func',
      kind: 'info-nce',
      readOwn: (args) => ({ parameters: {}, remarks: [doubled(args)] }),
    },
    {
      ...SOFTMAX,
      ...signature('q, k, queue, temperature_q=0.1, temperature_k=0.04'),
      name: 'ressl_loss_func',
      temperature: 'temperature_q',
      kind: 'other',
      what: 'a cross-entropy between two softmaxes over a queue, whose weights follow the embeddings',
    },
  ]),
};

/** What marks two views as positive is what is given as `indexes`: samples in SimCLR, classes in SupCon. */
function readIndexes(args: LossArguments): OwnParameters {
  const node = args.node('indexes');
  const supervised = node !== null && /target|label|class|\by\b/i.test(wordsFor(node));
  return supervised ? { parameters: {}, kind: 'supcon', positives: 'summed-positives' } : { parameters: {} };
}

function doubled(args: LossArguments) {
  const temperature = args.plain('temperature');
  const factor = typeof temperature === 'number' ? 2 * temperature : null;
  return { kind: 'scaled-loss', span: args.span, factor, formula: '2·temperature' } as const;
}

/** Degenerate by decoupling: a positive is pulled without standing in its own denominator. */
import { nats } from '../numbers';
import type { Writer } from './writer';

export const writeDecoupled: Writer = (_definition, { minimum, method }) => [
  'A positive is left out of its own denominator, so the loss has no entropic bound: pulling positives closer always pays, and only the constraint on the embeddings (unit length) stops it.',
  ...(minimum === null
    ? []
    : [
        `On the unit sphere a perfect run ends at a loss of ${nats(minimum)}${method === 'certified' ? ', proved by a duality certificate' : ''}; the value by itself says nothing about how good the embeddings are.`,
      ]),
  'Positives end at one point; what lies between different samples is set by the constraint, not by the weights.',
];

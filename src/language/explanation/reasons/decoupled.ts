/** Degenerate by decoupling: a positive is pulled without standing in its own denominator. */
import type { Writer } from './writer';

export const writeDecoupled: Writer = () => [
  'A positive is left out of its own denominator, so the loss has no entropic bound: pulling positives closer always pays, and only the constraint on the embeddings (unit length) stops it.',
  'Positives end at one point; what lies between different samples is set by the constraint, not by the weights.',
];

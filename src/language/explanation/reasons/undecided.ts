/** Undecided: the mathematics gives no answer, and the reader is owed the reason. */
import type { Writer } from './writer';

export const writeUndecided: Writer = (_definition, { undecidedBecause }) => [
  `No verdict: ${undecidedBecause ?? 'the mathematics gave no reason'}.`,
  'This says nothing against the objective.',
];

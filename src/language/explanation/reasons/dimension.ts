/** Inconsistent by dimension: the targets exist, but in more dimensions than the embedding has. */
import { counted } from '../numbers';
import { itemsWord } from '../vocabulary';
import type { Writer } from './writer';

export const writeDimension: Writer = (definition, { proof }) => {
  const many = itemsWord(definition);
  if (proof?.kind !== 'dimension')
    return [`The targets of the ${many} need more dimensions than the embedding has.`];
  return [
    `The weights ask for an arrangement of the ${many} that takes ${counted(proof.needed, 'dimension', 'dimensions')}; the embedding has ${proof.given}. Training has to flatten it, so some pairs come closer than their weights ask.`,
  ];
};

/** Degenerate by a zero weight: the loss asks for a similarity of −∞, so constraint and class sizes decide. */
import { zeroWeightByIdea } from '../libraryKinds';
import { counted } from '../numbers';
import { hasClasses, nameOf } from '../vocabulary';
import type { Writer } from './writer';

export const writeZeroWeight: Writer = (definition, analysis) => {
  const { proof } = analysis;
  const byIdea = zeroWeightByIdea(definition);
  const general = hasClasses(definition)
    ? 'All samples of a class collapse to one point; where these points stand is decided by the shape of the embedding space and the class sizes, not by the weights.'
    : 'So where the samples end is decided by the shape of the embedding space, and by those weights that are not zero.';
  const consequence = byIdea ?? general;
  if (proof?.kind !== 'zero-pair')
    return [
      `Some candidates stand in a denominator with weight 0: no finite embedding satisfies that. ${consequence}`,
    ];
  const [anchor, candidate] = [proof.anchor, proof.candidate].map((i) => nameOf(definition, analysis, i));
  return [
    `${capital(anchor)} has ${candidate} in its denominator with weight 0, which asks for a similarity of minus infinity: no finite embedding has that. ${capital(counted(proof.pairs, 'such pair', 'such pairs'))} in all.`,
    consequence,
  ];
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

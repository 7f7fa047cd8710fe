/** Realizable: an embedding has exactly the similarities that the weights ask for. */
import { short } from '../numbers';
import { itemsWord } from '../vocabulary';
import { writeFreeConstant } from './freeConstant';
import type { Writer } from './writer';

export const writeExact: Writer = (definition, analysis) => {
  const { proof, rank } = analysis;
  if (proof?.kind === 'free-constant') return writeFreeConstant(definition, analysis);
  const many = itemsWord(definition);
  const shape = rank === null ? '' : ` They span ${rank} ${rank === 1 ? 'dimension' : 'dimensions'}.`;
  const free = proof?.kind === 'embedding' ? (proof.freePairs ?? 0) : 0;
  if (free > 0)
    return [
      `The weights ask for distances that points can have, so a perfect run reaches the entropic bound. ${free === 1 ? 'One pair of' : `${free} pairs of`} ${many} ${free === 1 ? 'is' : 'are'} never compared, so nobody asks for their distance: the predicted geometry is one of many, and yours may be another.${shape}`,
    ];
  const paragraphs = [
    `The weights ask for distances that points can have, so a perfect run reaches the entropic bound. The ${many} then stand exactly where the weights put them, unique up to rotation.${shape}`,
  ];
  if (proof?.kind === 'embedding' && proof.radiusSquared !== null)
    paragraphs.push(sphereParagraph(proof.radiusSquared));
  return paragraphs;
};

function sphereParagraph(radiusSquared: number): string {
  const filled =
    radiusSquared < 1 - 1e-6
      ? 'smaller than 1, so they fit on the unit sphere around a common mean direction'
      : 'exactly the unit sphere itself';
  return `The target points lie on a sphere of squared radius R² = ${short(radiusSquared)}: ${filled}.`;
}

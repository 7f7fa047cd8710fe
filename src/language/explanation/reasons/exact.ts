/** Realizable: an embedding has exactly the similarities that the weights ask for. */
import type { Definition } from '../../../objective/definition';
import { short } from '../numbers';
import { hasSeparateViews, itemsWord } from '../vocabulary';
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
  if (hasFreeLevel(definition))
    return [
      `The weights ask for distances that points can have, so a perfect run reaches the entropic bound. No ${hasSeparateViews(definition) ? 'view' : 'sample'} meets itself in its own softmax, so all similarities may also stand at another level: the predicted geometry is the one in the fewest dimensions.${shape}`,
    ];
  const paragraphs = [
    `The weights ask for distances that points can have, so a perfect run reaches the entropic bound. The ${many} then stand exactly where the weights put them, unique up to rotation.${shape}`,
  ];
  if (proof?.kind === 'embedding' && proof.radiusSquared !== null)
    paragraphs.push(sphereParagraph(proof.radiusSquared));
  return paragraphs;
};

/** Samples of one view, or of views that are free: no item meets itself. */
function hasFreeLevel(definition: Definition): boolean {
  const isSingle = definition.parameters.views.value?.count === 1 && itemsWord(definition) === 'samples';
  return isSingle || hasSeparateViews(definition);
}

function sphereParagraph(radiusSquared: number): string {
  const filled =
    radiusSquared < 1 - 1e-6
      ? 'smaller than 1, so they fit on the unit sphere around a common mean direction'
      : 'exactly the unit sphere itself';
  return `The target points lie on a sphere of squared radius R² = ${short(radiusSquared)}: ${filled}.`;
}

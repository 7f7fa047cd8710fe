/** Realizable up to one number: no item meets itself, so the loss fixes all similarities only up to a common constant. */
import type { Proof } from '../../../geometry/analysis';
import { cosine, counted, short } from '../numbers';
import { hasSeparateViews, itemsWord } from '../vocabulary';
import type { Writer } from './writer';

type Range = Extract<Proof, { kind: 'free-constant' }>;

/** For proofs of that kind. */
export const writeFreeConstant: Writer = (definition, { proof, rank }) => {
  if (proof?.kind !== 'free-constant') return [];
  const isCosine = (definition.parameters.similarity.value ?? 'cosine') === 'cosine';
  const one = hasSeparateViews(definition) ? 'view' : 'sample';
  const pair = hasSeparateViews(definition) ? 'the two views of a sample' : 'the pair asked to be closest';
  return [
    `The weights ask for similarities that points can have, so a perfect run reaches the entropic bound. No ${one} meets itself in its own softmax, so the ${itemsWord(definition)} are placed only up to one number: all similarities may rise or fall together, and the loss does not tell which of these geometries you get.`,
    isCosine ? cosineProof(proof, pair) : distanceProof(proof, pair, definition.parameters.similarity.value),
    ...shown(proof, rank),
  ];
};

function cosineProof({ interval: [low, high], rankInside, rankAtEnds }: Range, pair: string): string {
  if (low === null || high === null) return '';
  const [rankLow, rankHigh] = rankAtEnds;
  if (high - low < 1e-6)
    return `Proof: the Gram matrix of the targets has no negative eigenvalue for one value only, with ${pair} at cosine ${cosine(high)}; it then takes ${dimensions(rankHigh ?? rankInside)}.`;
  const atEnds =
    rankLow === rankHigh
      ? `${dimensions(rankHigh ?? rankInside)} at either end`
      : `${dimensions(rankLow ?? rankInside)} at the lower end and ${rankHigh} at the upper`;
  return `Proof: the Gram matrix of the targets has no negative eigenvalue exactly where ${pair} stand at a cosine from ${cosine(low)} to ${cosine(high)}. They take ${dimensions(rankInside)} inside this range, ${atEnds}.`;
}

function distanceProof(
  { interval, rankInside, rankAtEnds }: Range,
  pair: string,
  similarity: string | null,
): string {
  const [, high] = interval;
  if (similarity === 'dot')
    return `Proof: norms are free as well, and long enough vectors have any products that the weights ask for, in ${dimensions(rankInside)} or more.`;
  const rank = rankAtEnds[1];
  const least =
    high === null ? null : similarity === 'negative-euclidean' ? -high : Math.sqrt(Math.max(0, -high));
  const from = least === null ? 'a smallest value' : short(least, 3);
  return `Proof: distances are those of points exactly where ${pair} stand at a distance of ${from} or more, at which the points take ${rank === null ? 'the fewest dimensions' : dimensions(rank)}; beyond it they take ${rankInside}.`;
}

function shown({ rankInside, rankAtEnds: [low, high] }: Range, rank: number | null): string[] {
  if (rank === null || rankInside < 2) return [];
  if (high === null) return ['Shown is the geometry of equal norms that are as short as they can be.'];
  const which =
    low !== null && low === high
      ? 'the least similar of them, next to which freely trained points end'
      : 'the one in the fewest dimensions';
  return [`Shown is ${which}.`];
}

const dimensions = (rank: number) => counted(rank, 'dimension', 'dimensions');

/** Words for kinds that only libraries have: what zero weights and learned centers mean in them. */
import type { Analysis } from '../../geometry/analysis';
import type { Definition } from '../../objective/definition';
import { cosine } from './numbers';
import { clip } from './vocabulary';

/** What comes of the zero weights that a loss has by its very idea; null for other kinds. */
export function zeroWeightByIdea({ kind }: Definition): string | null {
  switch (kind) {
    case 'clip':
      return 'An image and its text meet at one point; the pairs of a batch spread as evenly as the embedding space allows, and no notion of similar pairs is learned from the weights.';
    case 'rank-n-contrast':
      return 'Each softmax keeps one pair and pushes away all whose labels are farther apart: the loss orders embeddings by label distance and prescribes no distances, so these follow from the space and the temperature.';
    case 'balanced-supcon':
      return 'All samples of a class collapse to one point; where these points and the learned centers stand is decided by the shape of the embedding space and the class sizes, not by the weights.';
    default:
      return null;
  }
}

/** At cosines of this and above a center and its class look like one point to anybody who measures embeddings. */
const COINCIDE = 0.99;

/** Where learned centers end beside their classes; empty for other kinds. */
export function centersSentence(definition: Definition, { similarities, items }: Analysis): string[] {
  if (definition.kind !== 'balanced-supcon' || similarities === null) return [];
  const count = items.length / 2;
  const cosines = Array.from({ length: count }, (_, c) => similarities[c][c + count]);
  const farthest = cosines.indexOf(Math.min(...cosines));
  if (cosines[farthest] >= COINCIDE)
    return [`Each learned center ends at its class (cosine ${cosine(COINCIDE)} or more).`];
  return [
    `Learned centers do not end exactly at their classes: the center of “${clip(items[farthest].name)}” stands at cosine ${cosine(cosines[farthest])} to it, the others nearer.`,
  ];
}

/** The classes of an analysis that has their centers as well; any other analysis as it is. */
export function withoutCenters({ kind }: Definition, analysis: Analysis): Analysis {
  if (kind !== 'balanced-supcon') return analysis;
  const count = analysis.items.length / 2;
  return {
    ...analysis,
    items: analysis.items.slice(0, count),
    similarities: analysis.similarities?.slice(0, count).map((row) => row.slice(0, count)) ?? null,
    geometry: analysis.similarities === null ? null : analysis.geometry,
  };
}

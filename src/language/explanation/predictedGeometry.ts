/** The predicted optimum in words: who ends near whom, in numbers that can be checked in one's own embeddings. */
import type { Analysis } from '../../geometry/analysis';
import type { Definition, ObjectiveKind } from '../../objective/definition';
import { centersSentence, withoutCenters } from './libraryKinds';
import { cosine, counted, short } from './numbers';
import { type PredictedPair, predictedPairs } from './predictedPairs';
import { hasRoomForSimplex, simplexCosine } from './simplex';
import { hasClasses, itemName, itemsWord, listed } from './vocabulary';

/** Two classes above this cosine count as merged. */
export const MERGED_COSINE = 0.9;
/** Cosines that differ by less look equal to anybody who measures embeddings. */
const SAME_COSINE = 5e-3;

/** Their items are alike, so that they spread as evenly as the space allows. */
const EVEN_KINDS: readonly ObjectiveKind[] = ['info-nce', 'clip', 'balanced-supcon'];

/** One or two paragraphs; none without a predicted optimum. */
export function writePrediction(definition: Definition, whole: Analysis): readonly string[] {
  const analysis = withoutCenters(definition, whole);
  const pairs = predictedPairs(analysis);
  // Where the bound is only approached, norms keep growing: the figures of one moment predict nothing.
  if (pairs === null || analysis.method === 'bound-approached' || analysis.reason === 'total-collapse')
    return [];
  if (definition.parameters.similarity.value !== 'cosine')
    return distanceSentence(definition, pairs.closest, pairs.farthest);
  const merged = hasClasses(definition) || analysis !== whole ? mergedSentence(definition, analysis) : [];
  return [
    `${cosineSentence(definition, pairs.closest, pairs.farthest)}${simplexSentence(definition, analysis)}`,
    ...merged,
    ...centersSentence(definition, whole),
  ];
}

function cosineSentence(definition: Definition, closest: PredictedPair, farthest: PredictedPair): string {
  const many = itemsWord(definition);
  if (closest.similarity - farthest.similarity < SAME_COSINE)
    return `Predicted: every two ${many} at cosine ${cosine(closest.similarity)}.`;
  return `Predicted: cosines between ${many} from ${cosine(farthest.similarity)} (${names(definition, farthest)}) to ${cosine(closest.similarity)} (${names(definition, closest)}).`;
}

/** What the same objective does with equal class sizes, where its weights fix no geometry. */
function simplexSentence(definition: Definition, analysis: Analysis): string {
  if (analysis.reason !== 'zero-weight') return '';
  if (!hasClasses(definition) && !EVEN_KINDS.includes(definition.kind)) return '';
  const count = analysis.items.length;
  const simplex = simplexCosine(count);
  const pairs = predictedPairs(analysis);
  if (pairs === null) return '';
  const balanced = Math.max(
    Math.abs(pairs.closest.similarity - simplex),
    Math.abs(pairs.farthest.similarity - simplex),
  );
  if (balanced < SAME_COSINE)
    return ` That is the regular simplex, −1/(${count} − 1): as evenly spread as ${count} points can be.`;
  return hasClasses(definition) && hasRoomForSimplex(definition, count)
    ? ` With equal class sizes all would be at −1/(${count} − 1) = ${cosine(simplex)}.`
    : '';
}

function mergedSentence(definition: Definition, analysis: Analysis): string[] {
  const merged = predictedPairs(analysis)?.above(MERGED_COSINE);
  if (merged === undefined || merged.pairs === 0 || analysis.verdict === 'realizable') return [];
  const shown = merged.items.slice(0, 4).map((item) => itemName(definition, item));
  const rest = merged.items.length - shown.length;
  const who = listed(rest > 0 ? [...shown, `${rest} more`] : shown);
  return [
    `${who} all but merge: ${counted(merged.pairs, 'pair stands', 'pairs stand')} above cosine ${cosine(MERGED_COSINE)}, and a classifier on the embeddings will confuse them.`,
  ];
}

function distanceSentence(definition: Definition, closest: PredictedPair, farthest: PredictedPair): string[] {
  const similarity = definition.parameters.similarity.value;
  if (similarity === 'dot' || similarity === null) return [];
  const distance = ({ similarity: s }: PredictedPair) =>
    short(similarity === 'negative-euclidean' ? Math.max(0, -s) : Math.sqrt(Math.max(0, -s)));
  return [
    `Predicted: distances between ${itemsWord(definition)} from ${distance(closest)} (${names(definition, closest)}) to ${distance(farthest)} (${names(definition, farthest)}).`,
  ];
}

const names = (definition: Definition, pair: PredictedPair) =>
  `${itemName(definition, pair.first)} and ${itemName(definition, pair.second)}`;

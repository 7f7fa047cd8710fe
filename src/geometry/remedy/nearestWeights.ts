/** Remedies that replace the weights themselves: by their symmetric part, or by the nearest that points can have. */
import type { ParameterName } from '../../objective/definition';
import type { Objective } from '../../objective/objective';
import { listed } from '../conditions/words';
import { targetDistances } from '../verdict/targets';
import { fileKey } from './change';
import type { Ailment, Proposal, RemedyMaker } from './remedyMaker';
import { targetCorrelation, weightsFor } from './targetCorrelation';
import { cosineWords, hasClassItems, isObjectiveFile, itemName, itemsWord } from './words';

/** A matrix that is to be copied, and a projection of some ten milliseconds. */
const MOST_ITEMS = 60;
/** A wish moved by less is the wish itself, which another remedy has offered. */
const UNMOVED = 1e-6;
const MENDED = ['asymmetric', 'not-euclidean', 'not-spherical', 'radius'];

/** Both directions of a pair get the geometric mean of their weights, relative to each anchor's own. Source: [Vock2026]. */
export const symmetricWeights: RemedyMaker = (ailment) => {
  const { analysis, objective } = ailment;
  const { items } = objective;
  if (analysis.reason !== 'asymmetric' || !hasFixedTargets(objective)) return null;
  const distances = targetDistances(objective);
  const similarity = objective.similarity === 'negative-euclidean' ? null : objective.similarity;
  if (similarity === null || similarity === 'dot') return null;
  const perDistance = similarity === 'cosine' ? 2 : 1;
  const weights = items.map((_, i) =>
    items.map((_item, j) => (i === j ? 1 : Math.exp(-distanceOf(objective, distances, i, j) / perDistance))),
  );
  if (!weights.flat().every((w) => w > 0 && Number.isFinite(w))) return null;
  return {
    ...weighted(ailment, weights),
    id: 'symmetric-weights',
    title: 'Give both directions of every pair the same weight',
    effect:
      'Each pair gets the geometric mean of its two weights, relative to what an anchor gives itself: what both directions ask for on average is what embeddings reach.',
  };
};

/** Source: [Higham2002], [Vock2026]. */
export const nearestWeights: RemedyMaker = (ailment) => {
  const { definition, analysis, objective } = ailment;
  const { items, temperature, similarity } = objective;
  if (similarity !== 'cosine' || temperature === null || !hasFixedTargets(objective)) return null;
  if (!MENDED.includes(analysis.reason ?? '') && !hasOwnZeros(ailment)) return null;
  // One weight across classes is the nearest by itself.
  if (definition.kind === 'soft-supcon') return null;
  const wish = wishedCosines(objective, temperature);
  const { cosines } = targetCorrelation(wish);
  const weights = weightsFor(cosines, temperature);
  if (weights === null) return null;
  const [i, j] = farthestOff(wish, cosines);
  const moved = Math.abs(wish[i][j] - cosines[i][j]);
  if (moved < UNMOVED) return null;
  const decimals = moved < 0.02 ? 4 : 2;
  return {
    ...weighted(ailment, weights),
    id: 'nearest-weights',
    title: `Use the nearest weights that ${itemsWord(definition)} can follow`,
    effect: `The wished cosines are moved to the nearest that points have, the most for ${itemName(definition, items[i])} and ${itemName(definition, items[j])}, from ${cosineWords(wish[i][j], decimals)} to ${cosineWords(cosines[i][j], decimals)}, and a pair's weight becomes exp(cosine/τ): then every embedding stands where its weights ask.`,
  };
};

/** Few items, each of which meets itself at one point: then the weights say how far apart all are to be. */
function hasFixedTargets({ items, viewsTied, selfMultiplicity }: Objective): boolean {
  return viewsTied && items.length <= MOST_ITEMS && selfMultiplicity.every((b) => b > 0);
}

/** Zeros of a kernel or a matrix; those of SupCon, InfoNCE and rankings are their very idea. */
const WITH_OWN_ZEROS = ['y-aware', 'euclidean-euclidean', 'weighted'];

function hasOwnZeros({ definition, analysis }: Ailment): boolean {
  return analysis.reason === 'zero-weight' && WITH_OWN_ZEROS.includes(definition.kind);
}

function wishedCosines(objective: Objective, temperature: number): number[][] {
  const distances = targetDistances(objective);
  return objective.items.map((_, i) =>
    objective.items.map((_item, j) => {
      if (i === j) return 1;
      const wished = 1 - (temperature * distanceOf(objective, distances, i, j)) / 2;
      return Number.isNaN(wished) ? 0 : Math.max(-1, Math.min(1, wished));
    }),
  );
}

function distanceOf(
  { groupOf }: Objective,
  distances: readonly Float64Array[],
  i: number,
  j: number,
): number {
  return distances[groupOf[i]][groupOf[j]];
}

function farthestOff(wish: readonly (readonly number[])[], found: readonly Float64Array[]): [number, number] {
  let worst: [number, number] = [0, Math.min(1, wish.length - 1)];
  const off = ([i, j]: [number, number]) => Math.abs(wish[i][j] - found[i][j]);
  for (let i = 0; i < wish.length; i++)
    for (let j = i + 1; j < wish.length; j++) if (off([i, j]) > off(worst)) worst = [i, j];
  return worst;
}

const SAMPLE_PARAMETERS: readonly ParameterName[] = [
  'labels',
  'kernel',
  'bandwidth',
  'features',
  'weightTemperature',
  'samples',
  'across',
];

/** A class keeps its size, a sample counts once. */
function weighted({ definition }: Ailment, weights: number[][]): Pick<Proposal, 'change' | 'code'> {
  const drops = hasClassItems(definition) ? SAMPLE_PARAMETERS : [...SAMPLE_PARAMETERS, 'classes' as const];
  const rows = `${weights.length} rows`;
  const replaced = drops.filter((name) => definition.parameters[name] !== undefined);
  const place = replaced.length === 0 ? '' : `, in place of ${listed(replaced.map(fileKey))}`;
  return {
    change: { kind: 'weighted', drops, values: { weights } },
    code: isObjectiveFile(definition)
      ? `objective: weighted, weights: the ${rows} that objective-lens analyze --format json prints as this remedy${place}`
      : `weights = W[index[:, None], index[None, :]], with W the ${rows} that objective-lens analyze --format json prints`,
  };
}

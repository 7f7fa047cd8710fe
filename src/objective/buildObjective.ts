/** Turns a definition into an objective: from each kind's parameters to masses, multiplicities and weights. */

import { checkValues } from './checkValues';
import type { Definition, ParameterName } from './definition';
import { itemsOf } from './itemsOf';
import { isNotBuilt, libraryPairWeights, neededByLibraryKind, withOwnLoss } from './kinds/libraryKinds';
import { isOpaqueSum } from './kinds/summedPositives';
import { normaliseRow } from './normaliseRow';
import type { Objective } from './objective';
import { classPairWeights, labelPairWeights, type PairWeights } from './pairWeights';

export type BuildResult =
  | { readonly kind: 'objective'; readonly objective: Objective }
  /** Values without which the objective is not determined. */
  | { readonly kind: 'unknown'; readonly missing: readonly ParameterName[] }
  /** A kind that these weights cannot express. */
  | { readonly kind: 'foreign' }
  /** More groups of different items than a matrix over all pairs is made for. */
  | { readonly kind: 'too-large'; readonly pairs: PairWeights };

/** Above this many groups nothing of the size of all pairs is stored: one eigendecomposition would take a second. */
export const MAX_GROUPS = 400;

/** Builds the objective of a definition. Throws on non-finite values: the language room reports those. */
export function buildObjective(definition: Definition): BuildResult {
  const needed = neededParameters(definition);
  if (needed === null) return { kind: 'foreign' };
  const missing = needed.filter((name) => (definition.parameters[name]?.value ?? null) === null);
  if (missing.length > 0) return { kind: 'unknown', missing };
  checkValues(definition);
  if (isNotBuilt(definition)) return { kind: 'foreign' };
  const pairs = pairWeights(definition);
  if (pairs.grouping.counts.length > MAX_GROUPS) return { kind: 'too-large', pairs };
  return { kind: 'objective', objective: withOwnLoss(definition, pairs, normalise(definition, pairs)) };
}

/** The parameters that fix the weights; temperature and dimension may stay unknown. */
export function neededParameters(definition: Definition): readonly ParameterName[] | null {
  if (isOpaqueSum(definition)) return null;
  switch (definition.kind) {
    case 'supcon':
      return ['classes', 'views', 'similarity', 'balance'];
    case 'soft-supcon':
      return ['classes', 'across', 'views', 'similarity', 'balance'];
    case 'y-aware':
    case 'euclidean-euclidean':
      return ['labels', 'kernel', 'bandwidth', 'views', 'similarity'];
    case 'x-clr':
      return ['features', 'weightTemperature', 'views', 'similarity'];
    case 'info-nce':
      return definition.parameters.classes?.value
        ? ['classes', 'views', 'similarity', 'balance']
        : ['samples', 'views', 'similarity'];
    case 'weighted':
      return ['weights', 'views', 'similarity'];
    default:
      return neededByLibraryKind(definition);
  }
}

function pairWeights(definition: Definition): PairWeights {
  const library = libraryPairWeights(definition);
  if (library !== null) return library;
  const usesClasses =
    definition.kind === 'supcon' ||
    definition.kind === 'soft-supcon' ||
    (definition.kind === 'info-nce' && definition.parameters.classes?.value);
  return usesClasses ? classPairWeights(definition) : labelPairWeights(definition);
}

function normalise(definition: Definition, pairs: PairWeights): Objective {
  const items = itemsOf(pairs);
  const size = items.counts.length;
  const draft: Objective = {
    similarity: definition.parameters.similarity.value ?? 'cosine',
    temperature: definition.parameters.temperature.value,
    dimension: definition.parameters.dimension?.value ?? null,
    viewsTied: definition.parameters.views.value?.tied ?? true,
    ...items,
    anchorMass: new Float64Array(size),
    selfMultiplicity: Float64Array.from({ length: size }, (_, g) => pairs.selfMultiplicity(g)),
    selfLogRatio: new Float64Array(size),
    multiplicity: Array.from({ length: size }, (_, g) =>
      Float64Array.from({ length: size }, (_, h) => pairs.multiplicity(g, h)),
    ),
    logRatio: Array.from({ length: size }, () => new Float64Array(size)),
    severalSoftmaxes: null,
    lossOffset: 0,
  };
  let total = 0;
  for (let g = 0; g < size; g++) {
    const { row, own, mass } = normaliseRow(pairs, g);
    draft.logRatio[g].set(row);
    draft.selfLogRatio[g] = own;
    draft.anchorMass[g] = mass;
    total += mass;
  }
  if (total > 0) for (let g = 0; g < size; g++) draft.anchorMass[g] /= total;
  assertFinite(draft);
  return draft;
}

function assertFinite(objective: Objective): void {
  const bad = (x: number) => Number.isNaN(x) || x === Infinity;
  if (
    objective.anchorMass.some(bad) ||
    objective.selfLogRatio.some(bad) ||
    objective.logRatio.some((r) => r.some(bad))
  )
    throw new RangeError('An objective was built from values that are not finite.');
}

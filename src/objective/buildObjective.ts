/** Turns a definition into an objective: from each kind's parameters to masses, multiplicities and weights. */

import { checkValues } from './checkValues';
import { classMatrixWeights, hasClassMatrix } from './classMatrixWeights';
import type { Definition, ParameterName } from './definition';
import { itemsOf } from './itemsOf';
import { isNotBuilt, libraryPairWeights, neededByLibraryKind, withOwnLoss } from './kinds/libraryKinds';
import { isOpaqueSum } from './kinds/summedPositives';
import { hasManyRows } from './manyRows';
import { normaliseRow } from './normaliseRow';
import type { Objective } from './objective';
import { classPairWeights, labelPairWeights, type PairWeights } from './pairWeights';
import { checkExpression } from './weightExpression/weightExpression';

export type BuildResult =
  | { readonly kind: 'objective'; readonly objective: Objective }
  /** Values without which the objective is not determined. */
  | { readonly kind: 'unknown'; readonly missing: readonly ParameterName[] }
  /** A kind that these weights cannot express. */
  | { readonly kind: 'foreign' }
  /** More groups of different items than a matrix over all pairs is made for. */
  | { readonly kind: 'too-large'; readonly pairs: PairWeights }
  /** So many different labels or features that only their structure, or a part of them, can be looked at. */
  | { readonly kind: 'too-many' };

/** Above this many groups of samples an optimum would take longer than a person waits. */
const MAX_SAMPLE_GROUPS = 400;
/** Class sizes need no eigendecomposition: a matrix over their pairs is the limit. */
const MAX_CLASS_GROUPS = 1000;

/**
 * Builds the objective of a definition. Throws on non-finite values: the language room reports those.
 * `mostGroups` is for those who do not look for an optimum.
 */
export function buildObjective(definition: Definition, mostGroups = mostSolved(definition)): BuildResult {
  const needed = neededParameters(definition);
  if (needed === null) return { kind: 'foreign' };
  const missing = needed.filter((name) => (definition.parameters[name]?.value ?? null) === null);
  if (missing.length > 0) return { kind: 'unknown', missing };
  checkValues(definition);
  if (isNotBuilt(definition)) return { kind: 'foreign' };
  if (hasManyRows(definition)) return { kind: 'too-many' };
  const pairs = pairWeights(definition);
  if (pairs.grouping.counts.length > mostGroups) return { kind: 'too-large', pairs };
  return { kind: 'objective', objective: withOwnLoss(definition, pairs, objectiveOf(definition, pairs)) };
}

const mostSolved = (definition: Definition) =>
  usesClasses(definition) ? MAX_CLASS_GROUPS : MAX_SAMPLE_GROUPS;

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
      return ['weights', ...expressionNeeds(definition), 'views', 'similarity'];
    default:
      return neededByLibraryKind(definition);
  }
}

function expressionNeeds({ parameters }: Definition): readonly ParameterName[] {
  const weights = parameters.weights?.value;
  if (!weights || !('expression' in weights)) return [];
  const { needs } = checkExpression(weights.expression);
  return [...(needs.labels ? ['labels' as const] : []), ...(needs.features ? ['features' as const] : [])];
}

function pairWeights(definition: Definition): PairWeights {
  const library = libraryPairWeights(definition);
  if (library !== null) return library;
  if (hasClassMatrix(definition)) return classMatrixWeights(definition);
  return usesClasses(definition) ? classPairWeights(definition) : labelPairWeights(definition);
}

function usesClasses({ kind, parameters }: Definition): boolean {
  if (kind === 'info-nce') return (parameters.classes?.value ?? null) !== null;
  return kind === 'supcon' || kind === 'soft-supcon';
}

/** The matrices of an objective over all pairs of its groups. */
export function objectiveOf(definition: Definition, pairs: PairWeights): Objective {
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

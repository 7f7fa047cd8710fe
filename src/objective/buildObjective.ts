/** Turns a definition into an objective: from each kind's parameters to masses, multiplicities and weights. */

import type { Definition, ParameterName } from './definition';
import { candidates, type Objective } from './objective';
import { classPairWeights, labelPairWeights, type PairWeights } from './pairWeights';

export type BuildResult =
  | { readonly kind: 'objective'; readonly objective: Objective }
  /** Values without which the objective is not determined. */
  | { readonly kind: 'unknown'; readonly missing: readonly ParameterName[] }
  /** A kind that these weights cannot express. */
  | { readonly kind: 'foreign' };

/** Builds the objective of a definition. Throws on non-finite values: the language room reports those. */
export function buildObjective(definition: Definition): BuildResult {
  const needed = neededParameters(definition);
  if (needed === null) return { kind: 'foreign' };
  const missing = needed.filter((name) => (definition.parameters[name]?.value ?? null) === null);
  if (missing.length > 0) return { kind: 'unknown', missing };
  return { kind: 'objective', objective: normalise(definition, pairWeights(definition)) };
}

/** The parameters that fix the weights; temperature and dimension may stay unknown. */
export function neededParameters(definition: Definition): readonly ParameterName[] | null {
  switch (definition.kind) {
    case 'supcon':
      return ['classes', 'views'];
    case 'soft-supcon':
      return ['classes', 'across', 'views'];
    case 'y-aware':
    case 'euclidean-euclidean':
      return ['labels', 'kernel', 'bandwidth', 'views'];
    case 'x-clr':
      return ['features', 'weightTemperature', 'views'];
    case 'info-nce':
      return definition.parameters.classes?.value ? ['classes', 'views'] : ['samples', 'views'];
    case 'weighted':
      return ['weights', 'views'];
    default:
      return null;
  }
}

function pairWeights(definition: Definition): PairWeights {
  const usesClasses =
    definition.kind === 'supcon' ||
    definition.kind === 'soft-supcon' ||
    (definition.kind === 'info-nce' && definition.parameters.classes?.value);
  return usesClasses ? classPairWeights(definition) : labelPairWeights(definition);
}

/**
 * Normalises pair weights row by row: w_ij = b_ij K_ij / Σ_k b_ik K_ik, kept as t_ij = log K_ij − log Σ_k b_ik K_ik.
 * A row without any positive weight has no positives: its anchors get mass 0.
 */
function normalise(definition: Definition, pairs: PairWeights): Objective {
  const { counts } = pairs.grouping;
  const size = counts.length;
  const draft: Objective = {
    similarity: definition.parameters.similarity.value ?? 'cosine',
    temperature: definition.parameters.temperature.value,
    dimension: definition.parameters.dimension?.value ?? null,
    items: pairs.items,
    groupOf: pairs.grouping.groupOf,
    counts,
    anchorMass: new Float64Array(size),
    selfMultiplicity: Float64Array.from({ length: size }, (_, g) => pairs.selfMultiplicity(g)),
    selfLogRatio: new Float64Array(size),
    multiplicity: Array.from({ length: size }, (_, g) =>
      Float64Array.from({ length: size }, (_, h) => pairs.multiplicity(g, h)),
    ),
    logRatio: Array.from({ length: size }, () => new Float64Array(size)),
  };
  let total = 0;
  for (let g = 0; g < size; g++) {
    const logTotal = normaliseRow(draft, pairs, g);
    draft.anchorMass[g] = logTotal === -Infinity ? 0 : counts[g] * pairs.anchorWeight(g);
    total += draft.anchorMass[g];
  }
  if (total > 0) for (let g = 0; g < size; g++) draft.anchorMass[g] /= total;
  assertFinite(draft);
  return draft;
}

/** Fills row g with t_gh and returns log Σ_k b_gk K_gk. */
function normaliseRow(draft: Objective, pairs: PairWeights, g: number): number {
  const row = draft.logRatio[g];
  const own = draft.selfMultiplicity[g] > 0 ? pairs.selfLogWeight(g) : -Infinity;
  let largest = own;
  for (let h = 0; h < row.length; h++) {
    row[h] = pairs.logWeight(g, h);
    if (row[h] > largest && draft.multiplicity[g][h] > 0 && candidates(draft, g, h) > 0) largest = row[h];
  }
  let sum = own === -Infinity ? 0 : draft.selfMultiplicity[g] * Math.exp(own - largest);
  if (largest > -Infinity)
    for (let h = 0; h < row.length; h++)
      sum += candidates(draft, g, h) * draft.multiplicity[g][h] * Math.exp(row[h] - largest);
  const logTotal = sum > 0 ? largest + Math.log(sum) : -Infinity;
  if (logTotal > -Infinity) for (let h = 0; h < row.length; h++) row[h] -= logTotal;
  draft.selfLogRatio[g] = logTotal > -Infinity ? own - logTotal : -Infinity;
  return logTotal;
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

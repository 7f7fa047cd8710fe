/** Kinds that only libraries have: what must be known of them, and their items and weights. */
import type { Definition, ParameterName } from '../definition';
import type { Objective } from '../objective';
import { classPairWeights, labelPairWeights, type PairWeights } from '../pairWeights';
import type { Softmaxes } from '../softmaxes';
import { balancedPairWeights } from './balancedSupCon';
import { clipPairWeights } from './clip';
import { decoupledSoftmaxes } from './decoupled';
import { isTooRanked, rankedPairWeights, rankedSoftmaxes } from './rankNContrast';
import { isSummed, summedOffset } from './summedPositives';

/** The parameters that fix the weights of a kind that objective files do not have; null where none do. */
export function neededByLibraryKind({ kind, parameters }: Definition): readonly ParameterName[] | null {
  switch (kind) {
    case 'rank-n-contrast':
      return ['labels', 'views', 'similarity'];
    case 'clip':
      return [pairCountName(parameters), 'similarity'];
    case 'balanced-supcon':
      return ['classes', 'views', 'similarity'];
    case 'decoupled':
      return parameters.classes?.value
        ? ['classes', 'views', 'similarity', 'balance']
        : ['samples', 'views', 'similarity'];
    default:
      return null;
  }
}

/** A batch of pairs is all that a two-tower loss ever compares; the number of samples says more where it is known. */
function pairCountName({ samples, batch }: Definition['parameters']): 'samples' | 'batch' {
  return (samples?.value ?? null) === null && (batch?.value ?? null) !== null ? 'batch' : 'samples';
}

/** Whether the values are known and still no objective is built: of too many softmaxes, or with no negatives. */
export function isNotBuilt(definition: Definition): boolean {
  const { classes, samples } = definition.parameters;
  if (definition.kind === 'decoupled') return (classes?.value?.length ?? samples?.value) === 1;
  return definition.kind === 'rank-n-contrast' && isTooRanked(definition);
}

/** Null for kinds that objective files have too. */
export function libraryPairWeights(definition: Definition): PairWeights | null {
  switch (definition.kind) {
    case 'rank-n-contrast':
      return rankedPairWeights(definition);
    case 'clip':
      return clipPairWeights(definition);
    case 'balanced-supcon':
      return balancedPairWeights(definition);
    case 'decoupled':
      return definition.parameters.classes?.value
        ? classPairWeights(definition)
        : labelPairWeights({ ...definition, kind: 'info-nce' });
    default:
      return null;
  }
}

/** Nats that the loss has more than the softmaxes of its weights, whatever the embedding. */
export function ownOffset(definition: Definition, pairs: PairWeights | null): number {
  return pairs !== null && isSummed(definition) ? summedOffset(pairs) : 0;
}

/** The objective with the loss itself, where that is not the one softmax for each anchor that its weights give. */
export function withOwnLoss(definition: Definition, pairs: PairWeights, objective: Objective): Objective {
  const lossOffset = ownOffset(definition, pairs);
  switch (definition.kind) {
    case 'rank-n-contrast':
      return withRankings(objective, rankedSoftmaxes(definition, objective));
    case 'decoupled':
      return { ...objective, severalSoftmaxes: decoupledSoftmaxes(objective) };
    default:
      return lossOffset === 0 ? objective : { ...objective, lossOffset };
  }
}

/** Of two different labels, or of one, each anchor runs a single softmax: that of the weights. */
function withRankings(objective: Objective, softmaxes: Softmaxes): Objective {
  const isOneEach = softmaxes.anchorOf.length <= objective.counts.length;
  return isOneEach ? objective : { ...objective, severalSoftmaxes: softmaxes };
}

/** Collects the remedies of an objective: each is computed for it, tried on it, and offered only where it helps. */
import { buildObjective } from '../../objective/buildObjective';
import type { Definition } from '../../objective/definition';
import type { Objective } from '../../objective/objective';
import type { Analysis, Remedy } from '../analysis';
import { decideVerdict } from '../verdict/decideVerdict';
import { arcLabels } from './arcLabels';
import { balanceClasses } from './balanceClasses';
import { changedDefinition, writtenChange } from './change';
import { lowerTemperature } from './lowerTemperature';
import { nearestWeights, symmetricWeights } from './nearestWeights';
import { raiseDimension } from './raiseDimension';
import type { Ailment, Outcome, Proposal, RemedyMaker } from './remedyMaker';
import { smootherKernel } from './smootherKernel';
import { raiseAcross, softSupCon } from './softSupCon';
import { squaredEuclidean } from './squaredEuclidean';
import { raiseWeightTemperature, widenKernel } from './widenKernel';
import { outcomeWords } from './words';

/** The smallest change first: a value, then a weight, then another similarity, then other weights altogether. */
const MAKERS: readonly RemedyMaker[] = [
  lowerTemperature,
  raiseDimension,
  raiseAcross,
  widenKernel,
  raiseWeightTemperature,
  softSupCon,
  balanceClasses,
  squaredEuclidean,
  arcLabels,
  smootherKernel,
  symmetricWeights,
  nearestWeights,
];

/** More than this many ways out are no help to somebody who looks for one. */
const MOST_OFFERED = 4;
/** Groups, cubed, of all objectives that are tried: an eigendecomposition each, some tenths of a second together. */
const WORK = 3e7;

/**
 * Remedies for a verdict of degenerate or inconsistent, the best first; none while values are unknown, and none for
 * more different items than a matrix is made for.
 */
export function proposeRemedies(definition: Definition, analysis: Analysis): readonly Remedy[] {
  if (analysis.verdict !== 'degenerate' && analysis.verdict !== 'inconsistent') return [];
  if (definition.parameters.temperature.value === null) return [];
  const built = buildObjective(definition);
  if (built.kind !== 'objective') return [];
  const ailment: Ailment = { definition, analysis, objective: built.objective };
  let tries = Math.floor(WORK / built.objective.counts.length ** 3);
  const offered: Remedy[] = [];
  for (const make of MAKERS) {
    if (offered.length >= MOST_OFFERED || tries <= 0) break;
    const proposal = make(ailment);
    if (proposal === null) continue;
    tries--;
    const outcome = tryOut(definition, proposal);
    if (outcome !== null) offered.push(toRemedy(ailment, proposal, outcome));
  }
  return offered;
}

function tryOut(definition: Definition, { change, check = realizableOutcome }: Proposal): Outcome | null {
  const built = buildObjective(changedDefinition(definition, change));
  return built.kind === 'objective' ? check(built.objective) : null;
}

function realizableOutcome(changed: Objective): Outcome | null {
  const { verdict, rank } = decideVerdict(changed);
  return verdict === 'realizable' ? { verdict, gap: 0, rank } : null;
}

function toRemedy(ailment: Ailment, { id, title, change, effect, code }: Proposal, outcome: Outcome): Remedy {
  return {
    id,
    title,
    effect: `${effect} ${outcomeWords(ailment, outcome)} In code: ${code}.`,
    gap: outcome.gap,
    verdict: outcome.verdict,
    rank: outcome.rank,
    changes: writtenChange(change),
  };
}

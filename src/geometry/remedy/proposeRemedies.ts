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
import { changeAcross, softSupCon } from './softSupCon';
import { squaredEuclidean } from './squaredEuclidean';
import { raiseWeightTemperature, widenKernel } from './widenKernel';
import { outcomeWords } from './words';

/** The smallest change first: a value, then a weight, then another similarity, then other weights altogether. */
const MAKERS: readonly RemedyMaker[] = [
  lowerTemperature,
  raiseDimension,
  changeAcross,
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
  const trial: Trial = { definition, left: WORK };
  const offered: Remedy[] = [];
  for (const make of MAKERS) {
    if (offered.length >= MOST_OFFERED) break;
    const proposal = make(ailment);
    const outcome = proposal === null ? null : tryOut(trial, proposal);
    if (proposal !== null && outcome !== null) offered.push(toRemedy(ailment, proposal, outcome));
  }
  return offered;
}

interface Trial {
  readonly definition: Definition;
  /** What is left of WORK. */
  left: number;
}

/** Null where the change does not help, and where judging it would cost more than the analysis may. */
function tryOut(trial: Trial, { change, judged = change, check }: Proposal): Outcome | null {
  const built = buildObjective(changedDefinition(trial.definition, judged));
  if (built.kind !== 'objective') return null;
  if (check !== undefined) return check(built.objective);
  trial.left -= built.objective.counts.length ** 3;
  return trial.left < 0 ? null : realizableOutcome(built.objective);
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

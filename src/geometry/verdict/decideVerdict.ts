/** The verdict of an objective: the tests in order, each answering with its proof. */
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER } from '../interrupt';
import { COLLAPSE_TOL } from '../tolerances';
import { decideByMinimum } from './decideByMinimum';
import { decideDistances } from './decideDistances';
import { decideDot } from './decideDot';
import { type Decision, decided, undecided } from './decision';
import { checkSymmetry } from './symmetry';
import { distanceNoise, logScale, targetDistances } from './targets';
import { hasUnknownDistances } from './unknownDistances';
import { decideZeroWeight } from './zeroWeight';

/** Source: [Vock2026], the distance geometry problem of the weights. */
export function decideVerdict(objective: Objective, interrupt: Interrupt = NEVER): Decision {
  if (objective.anchorMass.every((mass) => mass === 0))
    return undecided(
      'no anchor has a positive: with one view of each sample there is nothing to pull together',
    );
  const zero = decideZeroWeight(objective);
  if (zero !== null) return zero;
  if (hasUnknownDistances(objective)) return decideByMinimum(objective, interrupt);
  const cycle = checkSymmetry(objective);
  if (cycle !== null) return decided('inconsistent', 'asymmetric', cycle);
  const blocked = whyUndecided(objective);
  if (blocked !== null) return undecided(blocked);
  if (isCollapsed(objective))
    return decided(
      'degenerate',
      'total-collapse',
      { kind: 'coincidence' },
      {
        rank: objective.similarity === 'cosine' ? 1 : 0,
      },
    );
  const decision =
    objective.similarity === 'dot' ? decideDot(objective) : decideDistances(objective, interrupt);
  return objective.viewsTied ? decision : untied(decision);
}

function whyUndecided(objective: Objective): string | null {
  const { anchorMass, selfMultiplicity, similarity } = objective;
  if (selfMultiplicity.some((b, g) => b === 0 && anchorMass[g] > 0))
    return 'with one view no sample meets itself in its own softmax, so one constant of the target distances is free; that case is not decided yet, only two or more views are';
  const silent = [...anchorMass.keys()].filter((g) => anchorMass[g] === 0);
  if (silent.length > 0 && similarity === 'dot')
    return 'an anchor has no positive, so its norm is free; that case is not decided yet';
  const distances = targetDistances(objective);
  const largest = largestDistance(objective, distances);
  const noise = distanceNoise(objective, distances) * objective.counts.length;
  if (largest > COLLAPSE_TOL * logScale(objective) && noise > 1e-3 * largest)
    return 'the weights differ by so little that rounding in double precision decides; measure the labels in a larger unit, or use a smaller bandwidth';
  return null;
}

function largestDistance(objective: Objective, distances: readonly Float64Array[]): number {
  let largest = 0;
  for (const [g, row] of distances.entries())
    for (const [h, d] of row.entries())
      if (g !== h || objective.counts[g] > 1) largest = Math.max(largest, Math.abs(d));
  return objective.similarity === 'negative-euclidean' ? Math.sqrt(largest) : largest;
}

/** Every target equals an item's similarity to itself. */
function isCollapsed(objective: Objective): boolean {
  return largestDistance(objective, targetDistances(objective)) <= COLLAPSE_TOL * logScale(objective);
}

/** An embedding with all views of a sample at one point is one with free views too; its absence proves nothing. */
function untied(decision: Decision): Decision {
  if (decision.verdict === 'realizable') return decision;
  return undecided(
    'with all views of a sample at one point the bound is out of reach, but these views are free and may be split apart to reach it; that case is not decided yet',
  );
}

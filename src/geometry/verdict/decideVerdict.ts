/** The verdict of an objective: the tests in order, each answering with its proof. */
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER } from '../interrupt';
import { COLLAPSE_TOL } from '../tolerances';
import { decideByMinimum } from './decideByMinimum';
import { decideDistances } from './decideDistances';
import { decideDot } from './decideDot';
import { type Decision, decided, undecided } from './decision';
import { decideFreeConstant } from './freeConstant/decideFreeConstant';
import { withSharedPeak } from './freeConstant/sharedPeak';
import { hasFreeConstant } from './freeConstant/wishes';
import { checkSymmetry } from './symmetry';
import { distanceNoise, logScale, targetDistances } from './targets';
import { hasUnknownDistances } from './unknownDistances';
import { decideZeroWeight } from './zeroWeight';

/** Source: [Vock2026], the distance geometry problem of the weights. */
export function decideVerdict(built: Objective, interrupt: Interrupt = NEVER): Decision {
  if (built.anchorMass.every((mass) => mass === 0))
    return undecided(
      'no anchor has a positive: with one view of each sample there is nothing to pull together',
    );
  const zero = decideZeroWeight(built);
  if (zero !== null) return zero;
  if (hasUnknownDistances(built)) return decideByMinimum(built, interrupt);
  const objective = withSharedPeak(built);
  const cycle = checkSymmetry(objective);
  if (cycle !== null) return decided('inconsistent', 'asymmetric', cycle);
  if (hasFreeConstant(objective)) return decideFreeConstant(objective);
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
    objective.similarity === 'dot' ? decideDot(objective, interrupt) : decideDistances(objective, interrupt);
  return objective.viewsTied ? decision : ofClasses(objective, decision);
}

function whyUndecided(objective: Objective): string | null {
  const { anchorMass, selfMultiplicity, similarity } = objective;
  if (similarity === 'dot' && selfMultiplicity.some((b, g) => b === 0 || anchorMass[g] === 0))
    return 'some items never meet themselves in their own softmax, so their norms are free; that case is not decided yet';
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

/**
 * Classes whose samples may stand apart, the one kind of objective that is kept in one point a class all the same. With
 * δ = τ log(1/ε) ≥ 0 and similarity 1 − x inside classes of m_c, unit vectors need 1/(δ − 1 + x) ≥ Σ 1/(δ + x/m_c),
 * of which the left falls faster with x: classes of one point reach the bound if any do, in the fewest dimensions. The
 * distances say the same, for they have no x < 0. Source: [Vock2026].
 */
function ofClasses({ similarity }: Objective, decision: Decision): Decision {
  if (decision.reason === 'not-euclidean')
    return undecided(
      'pairs across classes weigh more than pairs inside them, and samples of a class may stand apart; that case is not decided',
    );
  if (decision.reason === 'dimension' && similarity === 'dot')
    return undecided(
      'with dot products and free views the norms of samples are free, and whether they fit into so few dimensions is not decided',
    );
  return decision;
}

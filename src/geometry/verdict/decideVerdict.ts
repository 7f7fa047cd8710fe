/** The verdict of an objective: the tests in order, each answering with its proof. */
import type { Objective } from '../../objective/objective';
import type { Proof, Reason, Verdict } from '../analysis';
import { COLLAPSE_TOL, PSD_TOL, RADIUS_TOL, SPHERE_TOL } from '../tolerances';
import { dotGram } from './dotGram';
import { type GroupedGram, groupedGram, isEuclidean, nearestSphere } from './groupedGram';
import { negativeDirection } from './negativeDirection';
import { checkSymmetry } from './symmetry';
import { logScale, targetDistances } from './targets';
import { checkZeroWeight, separableClusters } from './zeroWeight';

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly proof: Proof | null;
  readonly condition: string | null;
  readonly undecidedBecause: string | null;
  /** τ*, when the targets lie on a sphere. */
  readonly temperatureLimit: number | null;
  /** Rank of the Gram matrix of the targets when they can be reached. */
  readonly rank: number | null;
}

const NOTHING = { proof: null, condition: null, undecidedBecause: null, temperatureLimit: null, rank: null };

/** Source: [Vock2026], theory of the weights' distance geometry problem. */
export function decideVerdict(objective: Objective): Decision {
  const blocked = whyUndecided(objective);
  const zero = checkZeroWeight(objective);
  if (zero !== null && objective.anchorMass.some((mass) => mass > 0))
    return decideZeroWeight(objective, zero);
  if (blocked !== null) return { ...NOTHING, verdict: 'undecided', reason: null, undecidedBecause: blocked };
  const cycle = checkSymmetry(objective);
  if (cycle !== null) return { ...NOTHING, verdict: 'inconsistent', reason: 'asymmetric', proof: cycle };
  if (isCollapsed(objective))
    return {
      ...NOTHING,
      verdict: 'degenerate',
      reason: 'total-collapse',
      proof: { kind: 'coincidence' },
      rank: 1,
    };
  return objective.similarity === 'dot' ? decideDot(objective) : decideDistances(objective);
}

function whyUndecided(objective: Objective): string | null {
  if (objective.anchorMass.every((mass) => mass === 0))
    return 'no anchor has a positive: with a single view and a single sample there is nothing to pull together';
  if (objective.selfMultiplicity.some((b, g) => b === 0 && objective.anchorMass[g] > 0))
    return 'with a single view no sample meets itself in its softmax, so one constant of the target distances is free; this version decides tied views of two or more';
  return null;
}

/** Every target equals an item's similarity to itself. */
function isCollapsed(objective: Objective): boolean {
  if (objective.items.length === 1) return true;
  const limit = COLLAPSE_TOL * logScale(objective);
  return targetDistances(objective).every((row, g) =>
    row.every((d, h) => (g === h && objective.counts[g] === 1) || Math.abs(d) <= limit),
  );
}

function decideZeroWeight(objective: Objective, zero: Proof): Decision {
  const clusters = objective.similarity === 'cosine' ? null : separableClusters(objective);
  const escapes = clusters !== null && clustersAreReachable(objective, clusters);
  return escapes
    ? {
        ...NOTHING,
        verdict: 'degenerate',
        reason: 'unbounded',
        proof: { kind: 'escape', cause: 'zero-weights' },
      }
    : { ...NOTHING, verdict: 'degenerate', reason: 'zero-weight', proof: zero };
}

/** Whether each cluster by itself has distances that points can have. */
function clustersAreReachable(objective: Objective, clusters: readonly number[]): boolean {
  const distances = targetDistances(objective);
  return [...new Set(clusters)].every((cluster) => {
    const members = [...clusters.keys()].filter((g) => clusters[g] === cluster);
    const block = members.map((g) =>
      Float64Array.from(members, (h) => (Number.isFinite(distances[g][h]) ? distances[g][h] : 0)),
    );
    return isEuclidean(
      groupedGram(
        block,
        members.map((g) => (Number.isFinite(distances[g][g]) ? objective.counts[g] : 1)),
      ),
    );
  });
}

function decideDistances(objective: Objective): Decision {
  const distances = targetDistances(objective);
  if (objective.similarity === 'negative-euclidean' && distances.some((row) => row.some((d) => d < 0)))
    return notEuclidean(objective, groupedGram(distances, objective.counts), distances);
  const gram = groupedGram(distances, objective.counts);
  if (!isEuclidean(gram)) return notEuclidean(objective, gram, distances);
  if (objective.similarity !== 'cosine')
    return withDimension(objective, gram.rank, reached(gram, gram.rank, null));
  return decideSphere(objective, gram);
}

function notEuclidean(objective: Objective, gram: GroupedGram, distances: readonly Float64Array[]): Decision {
  const proof = negativeDirection(objective, gram, distances);
  return { ...NOTHING, verdict: 'inconsistent', reason: 'not-euclidean', proof };
}

/** Cosine: the points must lie on the unit sphere. */
function decideSphere(objective: Objective, gram: GroupedGram): Decision {
  const sphere = nearestSphere(gram);
  if (sphere.residual > SPHERE_TOL) {
    const proof: Proof = { kind: 'no-sphere', residual: sphere.residual, distanceRank: gram.rank };
    return { ...NOTHING, verdict: 'inconsistent', reason: 'not-spherical', proof };
  }
  const temperatureLimit = 1 / sphere.radiusSquared;
  const { temperature } = objective;
  if (temperature === null)
    return {
      ...NOTHING,
      verdict: 'conditional',
      reason: null,
      temperatureLimit,
      condition: `realizable iff the temperature is at most τ* = ${temperatureLimit.toPrecision(4)}`,
    };
  const radiusSquared = temperature * sphere.radiusSquared;
  if (radiusSquared > 1 + RADIUS_TOL) {
    const proof: Proof = { kind: 'sphere-too-large', radiusSquared, temperatureLimit };
    return { ...NOTHING, verdict: 'inconsistent', reason: 'radius', proof, temperatureLimit };
  }
  const rank = gram.rank + (radiusSquared < 1 - RADIUS_TOL ? 1 : 0);
  return withDimension(objective, rank, { ...reached(gram, rank, radiusSquared), temperatureLimit });
}

function reached(gram: GroupedGram, rank: number, radiusSquared: number | null): Decision {
  const margin = gram.largest > 0 ? gram.smallest / gram.largest : 0;
  const proof: Proof = { kind: 'embedding', distanceRank: gram.rank, radiusSquared, margin };
  return { ...NOTHING, verdict: 'realizable', reason: 'exact', proof, rank };
}

function withDimension(objective: Objective, needed: number, decision: Decision): Decision {
  const { dimension } = objective;
  if (dimension === null || needed <= dimension) return decision;
  const proof: Proof = { kind: 'dimension', needed, given: dimension };
  return { ...decision, verdict: 'inconsistent', reason: 'dimension', proof, rank: null };
}

function decideDot(objective: Objective): Decision {
  const gram = dotGram(objective);
  if (gram.smallest < -PSD_TOL * Math.max(gram.largest, -gram.smallest)) {
    const distances = targetDistances(objective);
    return notEuclidean(objective, groupedGram(distances, objective.counts), distances);
  }
  if (gram.residual > SPHERE_TOL)
    return {
      ...NOTHING,
      verdict: 'degenerate',
      reason: 'unbounded',
      proof: { kind: 'escape', cause: 'no-sphere' },
    };
  const margin = gram.largest > 0 ? gram.smallest / gram.largest : 0;
  const proof: Proof = { kind: 'embedding', distanceRank: gram.rank, radiusSquared: null, margin };
  return withDimension(objective, gram.rank, {
    ...NOTHING,
    verdict: 'realizable',
    reason: 'exact',
    proof,
    rank: gram.rank,
  });
}

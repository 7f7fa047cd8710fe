/** Test 1: a candidate with weight zero asks for a similarity of −∞. */
import { candidates, hasPairs, type Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { type Decision, decided } from './decision';
import { clusterRank } from './freeConstant/clusterRank';
import { hasFreeConstant } from './freeConstant/wishes';
import { gramOf } from './gram';
import { isEuclidean } from './groupedGram';
import { distanceNoise, targetDistances } from './targets';

/**
 * Degenerate where a weight is zero, or null when every weight is positive. On the sphere nothing reaches −∞; where
 * distances or norms may grow, the bound is approached if the zero weights only keep whole clusters apart.
 * Source: [Vock2026].
 */
export function decideZeroWeight(objective: Objective): Decision | null {
  const zero = zeroPair(objective);
  if (zero === null) return null;
  const clusters = objective.similarity === 'cosine' ? null : separableClusters(objective);
  if (clusters === null || !clustersAreReachable(objective, clusters))
    return decided('degenerate', 'zero-weight', zero);
  return decided('degenerate', 'unbounded', { kind: 'escape', cause: 'zero-weights' });
}

/** The first zero pair and their number; an item and its own other view are a pair too. */
function zeroPair(objective: Objective): Extract<Proof, { kind: 'zero-pair' }> | null {
  let pairs = 0;
  let first: [number, number] | null = null;
  for (let g = 0; g < objective.counts.length; g++) {
    if (shunsItself(objective, g)) pairs += objective.counts[g];
    for (let h = 0; h < objective.counts.length; h++) {
      if (!hasPairs(objective, g, h) || objective.logRatio[g][h] !== -Infinity) continue;
      first ??= [g, h];
      pairs += objective.counts[g] * candidates(objective, g, h);
    }
  }
  if (pairs === 0) return null;
  if (first === null) {
    const item = objective.groupOf.findIndex((g) => shunsItself(objective, g));
    return { kind: 'zero-pair', anchor: item, candidate: item, pairs };
  }
  const [anchor, candidate] = itemsOf(objective, first[0], first[1]);
  return { kind: 'zero-pair', anchor, candidate, pairs };
}

/** Its own other views are in its denominator with weight zero. */
function shunsItself({ anchorMass, selfMultiplicity, selfLogRatio }: Objective, g: number): boolean {
  return anchorMass[g] > 0 && selfMultiplicity[g] > 0 && selfLogRatio[g] === -Infinity;
}

/** Two different items, one of group g and one of group h. */
export function itemsOf(objective: Objective, g: number, h: number): [number, number] {
  const anchor = objective.groupOf.indexOf(g);
  return [anchor, objective.groupOf.findIndex((group, item) => group === h && item !== anchor)];
}

/**
 * Whether the zero weights only separate whole clusters, inside of which every weight is positive. Then distances
 * that may grow without limit satisfy them better and better. Shape: cluster number of each group, or null.
 */
function separableClusters(objective: Objective): number[] | null {
  const { counts, logRatio, anchorMass } = objective;
  const isWhole = (mass: number, g: number) => mass > 0 && !shunsItself(objective, g);
  if (!anchorMass.every(isWhole)) return null;
  const linked = (g: number, h: number) => logRatio[g][h] > -Infinity && logRatio[h][g] > -Infinity;
  const cluster = new Array<number>(counts.length).fill(-1);
  for (let g = 0; g < counts.length; g++) {
    if (cluster[g] >= 0) continue;
    for (let h = g; h < counts.length; h++) if (h === g || linked(g, h)) cluster[h] = g;
  }
  for (let g = 0; g < counts.length; g++)
    for (let h = 0; h < counts.length; h++)
      if (g !== h && (cluster[g] === cluster[h]) !== linked(g, h)) return null;
  return cluster;
}

/**
 * Whether each cluster by itself has distances that points can have, in the dimensions given. Clusters drift apart
 * along a line; with dot products each needs a direction of its own beside its inner ones.
 */
function clustersAreReachable(objective: Objective, clusters: readonly number[]): boolean {
  const dimension = objective.dimension ?? Infinity;
  const distances = targetDistances(objective);
  const noise = distanceNoise(objective, distances);
  const isDot = objective.similarity === 'dot';
  const isFree = hasFreeConstant(objective);
  return [...new Set(clusters)].every((cluster) => {
    const members = [...clusters.keys()].filter((g) => clusters[g] === cluster);
    // Where no item meets itself some constant always makes points of a cluster.
    if (isFree) return Math.max(1, clusterRank(objective, members)) + (isDot ? 1 : 0) <= dimension;
    const block = members.map((g) =>
      Float64Array.from(members, (h) => (Number.isFinite(distances[g][h]) ? distances[g][h] : 0)),
    );
    const counts = members.map((g) => (Number.isFinite(distances[g][g]) ? objective.counts[g] : 1));
    const gram = gramOf(block, counts, noise);
    const needed = Math.max(1, gram.rank) + (isDot ? 1 : 0);
    return isEuclidean(gram, noise) && needed <= dimension;
  });
}

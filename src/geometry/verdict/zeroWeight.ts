/** Test 1: a candidate with weight zero asks for a similarity of −∞. */
import { candidates, hasPairs, type Objective } from '../../objective/objective';
import type { Proof } from '../analysis';

/** The first zero pair and their number, or null when every weight is positive. Source: [Vock2026]. */
export function checkZeroWeight(objective: Objective): Extract<Proof, { kind: 'zero-pair' }> | null {
  let pairs = 0;
  let first: [number, number] | null = null;
  for (let g = 0; g < objective.counts.length; g++)
    for (let h = 0; h < objective.counts.length; h++) {
      if (!hasPairs(objective, g, h) || objective.logRatio[g][h] !== -Infinity) continue;
      first ??= [g, h];
      pairs += objective.counts[g] * candidates(objective, g, h);
    }
  if (first === null) return null;
  const [anchor, candidate] = itemsOf(objective, first[0], first[1]);
  return { kind: 'zero-pair', anchor, candidate, pairs };
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
export function separableClusters(objective: Objective): number[] | null {
  const size = objective.counts.length;
  const linked = (g: number, h: number) =>
    objective.logRatio[g][h] > -Infinity && objective.logRatio[h][g] > -Infinity;
  const cluster = new Array<number>(size).fill(-1);
  for (let g = 0; g < size; g++) {
    if (cluster[g] >= 0) continue;
    for (let h = g; h < size; h++) if (h === g || linked(g, h)) cluster[h] = g;
  }
  for (let g = 0; g < size; g++)
    for (let h = 0; h < size; h++) if (g !== h && (cluster[g] === cluster[h]) !== linked(g, h)) return null;
  return cluster;
}

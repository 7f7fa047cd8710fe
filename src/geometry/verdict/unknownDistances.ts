/** Pairs of items that no softmax compares: their distance is free. */
import { candidates, hasPairs, type Objective } from '../../objective/objective';

/**
 * Whether some pair is compared from no side, or only from one while the other anchors softmaxes too. A single anchor
 * without positives is no such case: all others ask for their distance to it.
 */
export function hasUnknownDistances(objective: Objective): boolean {
  const { counts, anchorMass } = objective;
  for (let g = 0; g < counts.length; g++)
    for (let h = g; h < counts.length; h++) {
      if (candidates(objective, g, h) === 0) continue;
      const [there, back] = [hasPairs(objective, g, h), hasPairs(objective, h, g)];
      if (there && back) continue;
      if ((!there && !back) || (anchorMass[g] > 0 && anchorMass[h] > 0)) return true;
    }
  return false;
}

/** Unordered pairs of different items that no softmax compares. */
export function countFreePairs(objective: Objective): number {
  const { counts } = objective;
  let free = 0;
  for (const [g, n] of counts.entries())
    for (let h = g; h < counts.length; h++) {
      if (hasPairs(objective, g, h) || hasPairs(objective, h, g)) continue;
      free += g === h ? (n * (n - 1)) / 2 : n * counts[h];
    }
  return free;
}

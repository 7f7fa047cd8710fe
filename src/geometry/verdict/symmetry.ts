/** Test 2: similarities are symmetric, so log-weight differences must cancel around every cycle. */
import type { Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { SYMMETRY_TOL } from '../tolerances';
import { logScale } from './targets';
import { itemsOf } from './zeroWeight';

type Cycle = Extract<Proof, { kind: 'cycle' }>;

/**
 * The worst cycle, or null when all cancel.
 * Formula: Σ around the cycle of t_ij − t_ji = 0 (Kolmogorov's criterion). With tied views and a similarity whose
 * s_ii is the same for all items, an item's own weight closes a cycle too: t_ij − t_ii = t_ji − t_jj.
 * Tolerance: SYMMETRY_TOL · max(1, largest |t|). Source: [Vock2026].
 */
export function checkSymmetry(objective: Objective): Cycle | null {
  return objective.similarity === 'dot' ? checkTriangles(objective) : checkOwnWeights(objective);
}

/** Cycles through item 0 are enough: every other cycle is a sum of them. */
function checkTriangles(objective: Objective): Cycle | null {
  const { logRatio: t } = objective;
  let worst: Cycle | null = null;
  let limit = SYMMETRY_TOL * logScale(objective);
  for (let g = 1; g < t.length; g++)
    for (let h = g + 1; h < t.length; h++) {
      const sum = t[0][g] - t[g][0] + (t[g][h] - t[h][g]) + (t[h][0] - t[0][h]);
      if (Math.abs(sum) <= limit) continue;
      limit = Math.abs(sum);
      worst = { kind: 'cycle', items: [0, g, h].map((group) => objective.groupOf.indexOf(group)), sum };
    }
  return worst;
}

function checkOwnWeights(objective: Objective): Cycle | null {
  const { logRatio: t, selfLogRatio: own } = objective;
  const triangle = checkTriangles(objective);
  if (triangle !== null) return triangle;
  let worst: Cycle | null = null;
  let limit = SYMMETRY_TOL * logScale(objective);
  for (let g = 0; g < t.length; g++)
    for (let h = g + 1; h < t.length; h++) {
      const sum = t[g][h] - own[g] - (t[h][g] - own[h]);
      if (Math.abs(sum) <= limit) continue;
      limit = Math.abs(sum);
      worst = { kind: 'cycle', items: itemsOf(objective, g, h), sum };
    }
  return worst;
}

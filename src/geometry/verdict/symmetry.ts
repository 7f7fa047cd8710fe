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
 * Anchors without mass close no cycle. Tolerance: SYMMETRY_TOL · max(1, largest |t|). Source: [Vock2026].
 */
export function checkSymmetry(objective: Objective): Cycle | null {
  const anchors = [...objective.counts.keys()].filter((g) => objective.anchorMass[g] > 0);
  const triangle = worstTriangle(objective, anchors);
  if (triangle !== null || objective.similarity === 'dot' || !seesItself(objective)) return triangle;
  return worstOwnCycle(objective, anchors);
}

function seesItself(objective: Objective): boolean {
  return (
    objective.viewsTied &&
    objective.selfLogRatio.every((own, g) => own > -Infinity || objective.anchorMass[g] === 0)
  );
}

/** Cycles through the first anchor are enough: every other cycle is a sum of them. */
function worstTriangle(objective: Objective, anchors: readonly number[]): Cycle | null {
  const { logRatio: t } = objective;
  const [o] = anchors;
  let worst: [number, number] | null = null;
  let limit = SYMMETRY_TOL * logScale(objective);
  let sum = 0;
  for (const g of anchors)
    for (const h of anchors) {
      if (g <= o || h <= g) continue;
      const around = t[o][g] - t[g][o] + (t[g][h] - t[h][g]) + (t[h][o] - t[o][h]);
      if (Math.abs(around) <= limit) continue;
      limit = Math.abs(around);
      sum = around;
      worst = [g, h];
    }
  if (worst === null) return null;
  return { kind: 'cycle', items: [o, ...worst].map((group) => objective.groupOf.indexOf(group)), sum };
}

function worstOwnCycle(objective: Objective, anchors: readonly number[]): Cycle | null {
  const { logRatio: t, selfLogRatio: own } = objective;
  let worst: [number, number] | null = null;
  let limit = SYMMETRY_TOL * logScale(objective);
  let sum = 0;
  for (const g of anchors)
    for (const h of anchors) {
      if (h <= g) continue;
      const around = t[g][h] - own[g] - (t[h][g] - own[h]);
      if (Math.abs(around) <= limit) continue;
      limit = Math.abs(around);
      sum = around;
      worst = [g, h];
    }
  return worst === null ? null : { kind: 'cycle', items: itemsOf(objective, worst[0], worst[1]), sum };
}

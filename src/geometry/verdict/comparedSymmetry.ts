/** Test 2 where not every pair is compared: log-weight differences must cancel around every cycle of compared pairs. */
import { hasPairs, type Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { SYMMETRY_TOL } from '../tolerances';
import { logScale } from './targets';

type Cycle = Extract<Proof, { kind: 'cycle' }>;

/** A spanning forest of the anchors, each tree with one free constant; PEAK stands for an item's similarity to itself. */
interface Forest {
  readonly parent: Int32Array;
  /** c of each anchor, up to a constant a tree. */
  readonly constant: Float64Array;
}

const PEAK = -1;
const UNSEEN = -2;

/**
 * The worst cycle, or null when all cancel: every cycle is a sum of those that one pair outside the forest closes.
 * Formula: t_ij + c_i = t_ji + c_j for pairs compared from both sides, and t_ii + c_i the same for all items that meet
 * themselves. Tolerance: SYMMETRY_TOL · max(1, largest |t|). Source: [Vock2026].
 */
export function checkComparedSymmetry(objective: Objective): Cycle | null {
  const forest = spanningForest(objective);
  const { logRatio: t, counts } = objective;
  let worst: [number, number] | null = null;
  let sum = 0;
  let limit = SYMMETRY_TOL * logScale(objective);
  for (let g = 0; g < counts.length; g++)
    for (let h = g + 1; h < counts.length; h++) {
      if (!isMutual(objective, g, h)) continue;
      const around = t[g][h] - t[h][g] - (forest.constant[h] - forest.constant[g]);
      if (Math.abs(around) <= limit) continue;
      limit = Math.abs(around);
      sum = around;
      worst = [g, h];
    }
  if (worst === null) return null;
  const groups = cycleOf(forest, worst[0], worst[1]);
  return { kind: 'cycle', items: groups.map((g) => objective.groupOf.indexOf(g)), sum };
}

/** Compared from both sides, by anchors with mass. */
export function isMutual(objective: Objective, g: number, h: number): boolean {
  return hasPairs(objective, g, h) && hasPairs(objective, h, g);
}

function spanningForest(objective: Objective): Forest {
  const { counts, logRatio: t, selfLogRatio: own } = objective;
  const size = counts.length;
  const parent = new Int32Array(size).fill(UNSEEN);
  const constant = new Float64Array(size);
  const queue: number[] = [];
  for (let g = 0; g < size; g++) {
    if (!meetsItself(objective, g)) continue;
    parent[g] = PEAK;
    constant[g] = -own[g];
    queue.push(g);
  }
  for (let root = 0, at = 0; root < size; root++) {
    if (parent[root] === UNSEEN && at === queue.length) {
      parent[root] = root;
      queue.push(root);
    }
    for (; at < queue.length; at++) {
      const g = queue[at];
      for (let h = 0; h < size; h++) {
        if (parent[h] !== UNSEEN || !isMutual(objective, g, h)) continue;
        parent[h] = g;
        constant[h] = constant[g] + t[g][h] - t[h][g];
        queue.push(h);
      }
    }
  }
  return { parent, constant };
}

/** A dot product of an item with itself is its own free number. */
function meetsItself({ similarity, anchorMass, selfMultiplicity }: Objective, g: number): boolean {
  return similarity !== 'dot' && anchorMass[g] > 0 && selfMultiplicity[g] > 0;
}

/** From g to h, and back through the forest; what two items share with PEAK needs no item between them. */
function cycleOf({ parent }: Forest, g: number, h: number): number[] {
  const [fromG, fromH] = [ancestors(parent, g), ancestors(parent, h)];
  const meeting = fromH.find((item) => fromG.includes(item));
  const upTo = (path: number[]) => (meeting === undefined ? path : path.slice(0, path.indexOf(meeting)));
  const middle = meeting === undefined || meeting === g ? [] : [meeting];
  return [g, ...upTo(fromH), ...middle, ...upTo(fromG).slice(1).reverse()];
}

function ancestors(parent: Int32Array, g: number): number[] {
  const path = [g];
  for (let at = g; parent[at] !== PEAK && parent[at] !== at; at = parent[at]) path.push(parent[at]);
  return path;
}

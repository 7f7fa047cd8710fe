/** The simplest proof that distances are those of no points: one side longer than the other two together. */
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER } from '../interrupt';
import { itemsOf } from './zeroWeight';

export interface ViolatedTriangle {
  /** The ends of the long side, then the item that is too near to both. */
  readonly items: [number, number, number];
  /** The long side, and those from its ends to the third item. */
  readonly sides: [number, number, number];
}

/** Up to this many groups every triangle is looked at: 64 million of them, a tenth of a second. */
const ALL_GROUPS = 400;
/** Of more groups, those at which a long side begins: the largest entries of the direction that fails. */
const FIRST_ENDS = 40;
/** An excess of less than this share of the long side is rounding. */
const ROUNDING = 1e-9;

/**
 * The triangle whose longest side exceeds the other two the most, or null where none does; of those looked at, where
 * there are many groups or the interrupt comes. Shape: squared distances G × G; `weight` of each group says where to
 * look first. Units: those of a distance.
 */
export function violatedTriangle(
  objective: Objective,
  distances: readonly Float64Array[],
  weight: (group: number) => number,
  interrupt: Interrupt = NEVER,
): ViolatedTriangle | null {
  const size = distances.length;
  const sides = distances.map((row) => row.map((d) => Math.sqrt(Math.max(0, d))));
  let excess = 0;
  let worst: readonly [number, number, number] | null = null;
  for (const i of firstEnds(size, weight)) {
    if (interrupt.isRaised()) break;
    for (let j = 0; j < size; j++) {
      // Two items of one group can be the ends too.
      if (j === i && objective.counts[i] === 1) continue;
      const k = nearestToBoth(sides, i, j);
      if (k < 0) continue;
      const over = sides[i][j] - sides[i][k] - sides[k][j];
      if (over <= excess + ROUNDING * sides[i][j]) continue;
      excess = over;
      worst = [i, j, k];
    }
  }
  if (worst === null) return null;
  const [i, j, k] = worst;
  const [first, second] = itemsOf(objective, i, j);
  return {
    items: [first, second, objective.groupOf.indexOf(k)],
    sides: [sides[i][j], sides[i][k], sides[k][j]],
  };
}

function firstEnds(size: number, weight: (group: number) => number): number[] {
  const groups = Array.from({ length: size }, (_, g) => g);
  if (size <= ALL_GROUPS) return groups;
  return groups.sort((g, h) => Math.abs(weight(h)) - Math.abs(weight(g))).slice(0, FIRST_ENDS);
}

/** The k of smallest d_ik + d_kj; −1 where there is no third group. */
function nearestToBoth(sides: readonly Float64Array[], i: number, j: number): number {
  const a = sides[i];
  const b = sides[j];
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < a.length; k++) {
    const detour = a[k] + b[k];
    if (detour < least && k !== i && k !== j) {
      least = detour;
      nearest = k;
    }
  }
  return nearest;
}

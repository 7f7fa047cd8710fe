/** An objective as single points: what is trained, drawn, and searched when the embedding dimension is short. */
import { groupWeights, type Objective } from '../../objective/objective';
import { pointRowCount, pointSoftmaxes } from './pointSoftmaxes';

/** Points, each standing for items that coincide. */
export interface Points {
  /** The objective over the points: every group has one item. */
  readonly objective: Objective;
  readonly pointOf: readonly number[];
}

/**
 * Merges the items of groups that coincide into one point, and makes a point of each item of the other groups.
 * Formula: a point of n items sees itself with b_ii + (n − 1) b_gg and w_ii + (n − 1) w_gg, another point of n' items
 * with n' b and n' w. Exact: the loss of coinciding items is the loss of the point.
 * Answers null when that makes more than `limit` points, or softmaxes of more than MAX_CELLS entries.
 */
export function pointsOf(objective: Objective, coincides: readonly boolean[], limit: number): Points | null {
  const { counts, groupOf } = objective;
  const total = counts.reduce((sum, n, g) => sum + (coincides[g] ? 1 : n), 0);
  if (total > limit) return null;
  const groups: number[] = [];
  const first = new Array<number>(counts.length).fill(-1);
  const pointOf = groupOf.map((g) => {
    if (coincides[g] && first[g] >= 0) return first[g];
    first[g] = groups.length;
    groups.push(g);
    return first[g];
  });
  const made = pointObjective(objective, coincides, groups);
  return made === null ? null : { objective: made, pointOf };
}

/** Entries of several softmaxes over points: more of them take seconds to minimise. */
const MAX_CELLS = 4_000_000;

function pointObjective(
  objective: Objective,
  coincides: readonly boolean[],
  groups: readonly number[],
): Objective | null {
  const { counts, severalSoftmaxes: several } = objective;
  const weights = groupWeights(objective);
  const items = (p: number) => (coincides[groups[p]] ? counts[groups[p]] : 1);
  const points = { groupOf: groups, items: groups.map((_, p) => items(p)), counts };
  if (several !== null && pointRowCount(several, points) * (groups.length + 1) > MAX_CELLS) return null;
  const own = groups.map((g, p) => {
    const others = items(p) - 1;
    const b = objective.selfMultiplicity[g] + others * objective.multiplicity[g][g];
    const w = weights.self[g] + (counts[g] > 1 ? (weights.pairs[g][g] * others) / (counts[g] - 1) : 0);
    const t = others === 0 ? objective.selfLogRatio[g] : sharedLogRatio(objective, g, Math.log(w / b));
    return { b, t };
  });
  const names = objective.items;
  return {
    ...objective,
    items: groups.map((_, p) => names[p]),
    groupOf: groups.map((_, p) => p),
    counts: groups.map(() => 1),
    anchorMass: Float64Array.from(groups, (g, p) => (objective.anchorMass[g] * items(p)) / counts[g]),
    selfMultiplicity: Float64Array.from(own, ({ b }) => b),
    selfLogRatio: Float64Array.from(own, ({ t }) => t),
    multiplicity: groups.map((g) =>
      Float64Array.from(groups, (h, q) => objective.multiplicity[g][h] * items(q)),
    ),
    logRatio: groups.map((g) => Float64Array.from(groups, (h) => objective.logRatio[g][h])),
    severalSoftmaxes: several === null ? null : pointSoftmaxes(several, points),
  };
}

/** Equal t of an item and its twins stays exactly what it was. */
function sharedLogRatio(objective: Objective, g: number, mixed: number): number {
  return objective.selfLogRatio[g] === objective.logRatio[g][g] ? objective.selfLogRatio[g] : mixed;
}

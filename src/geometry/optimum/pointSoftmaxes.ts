/** Several softmaxes an anchor, over single points instead of groups of items. */
import { emptySoftmaxes, type Softmaxes } from '../../objective/softmaxes';

/** How points come from the groups of items that the softmaxes run over. */
export interface PointGroups {
  /** The group that each point is of. */
  readonly groupOf: readonly number[];
  /** Items that each point stands for. */
  readonly items: readonly number[];
  /** Items of each group. */
  readonly counts: readonly number[];
}

/** How many rows the softmaxes over points have: one for each point that their anchors' group has. */
export function pointRowCount({ anchorOf }: Softmaxes, { groupOf, counts }: PointGroups): number {
  const pointsIn = new Float64Array(counts.length);
  for (const g of groupOf) pointsIn[g]++;
  return anchorOf.reduce((sum, g) => sum + pointsIn[g], 0);
}

/**
 * Each softmax of a group's anchors becomes one of each of the group's points; the candidates of a column are shared
 * evenly by the points of their group, and those that stand at the anchor's point join its own column.
 * Exact where the items of a point coincide: then the loss of the items is the loss of the points.
 * Shape: R × (G + 1) to R' × (P + 1).
 */
export function pointSoftmaxes(softmaxes: Softmaxes, points: PointGroups): Softmaxes {
  const { groupOf, items, counts } = points;
  const size = groupOf.length;
  const made = emptySoftmaxes(size, pointRowCount(softmaxes, points), softmaxes.decoupled);
  let row = 0;
  for (const [r, g] of softmaxes.anchorOf.entries())
    for (let p = 0; p < size; p++) {
      if (groupOf[p] !== g) continue;
      made.anchorOf[row] = p;
      made.mass[row] = (softmaxes.mass[r] * items[p]) / counts[g];
      fillRow(softmaxes, points, r, p, made, row);
      row++;
    }
  return made;
}

function fillRow(
  { size: groups, multiplicity, weight, logRatio, anchorOf }: Softmaxes,
  { groupOf, items, counts }: PointGroups,
  r: number,
  p: number,
  made: Softmaxes,
  row: number,
): void {
  const from = r * (groups + 1);
  const to = row * (made.size + 1);
  const g = anchorOf[r];
  for (const [q, h] of groupOf.entries()) {
    if (q === p) continue;
    const share = items[q] / (counts[h] - (h === g ? 1 : 0));
    made.multiplicity[to + q] = multiplicity[from + h] * share;
    made.weight[to + q] = weight[from + h] * share;
    made.logRatio[to + q] = logRatio[from + h];
  }
  const share = counts[g] > 1 ? (items[p] - 1) / (counts[g] - 1) : 0;
  const own = { b: multiplicity[from + groups], w: weight[from + groups], t: logRatio[from + groups] };
  const twins = { b: multiplicity[from + g] * share, w: weight[from + g] * share, t: logRatio[from + g] };
  const merged = mergeColumns(own, twins);
  made.multiplicity[to + made.size] = merged.b;
  made.weight[to + made.size] = merged.w;
  made.logRatio[to + made.size] = merged.t;
}

interface Column {
  readonly b: number;
  readonly w: number;
  readonly t: number;
}

/** Equal t of an item and its twins stays exactly what it was. */
function mergeColumns(own: Column, twins: Column): Column {
  if (twins.b === 0 && twins.w === 0) return own;
  if (own.b === 0 && own.w === 0) return twins;
  const [b, w] = [own.b + twins.b, own.w + twins.w];
  if (own.t === twins.t) return { b, w, t: own.t };
  if (w === 0) return { b, w, t: Number.NEGATIVE_INFINITY };
  return { b, w, t: b > 0 ? Math.log(w / b) : 0 };
}

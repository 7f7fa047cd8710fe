/** What batches are drawn from: the samples of the data set, by what the loss can tell apart. */
import type { Definition } from '../definition';
import type { Objective } from '../objective';

/**
 * Urns of samples that the loss cannot tell apart: a class whose samples share a prototype, or all single samples of
 * equal label.
 */
export interface Population {
  /** Samples in each urn. */
  readonly sizes: Float64Array;
  /** The objective's group that the samples of an urn belong to. */
  readonly groupOf: Int32Array;
  /** Whether the urn is one item, a class; else each of its samples is an item. */
  readonly isClass: readonly boolean[];
  /** An urn that holds anchors of each group. */
  readonly urnOfGroup: Int32Array;
  /** Samples of all items of each group. */
  readonly groupSizes: Float64Array;
  /** N. */
  readonly total: number;
  /** Items that a sample is: its views where each may stand for itself, else 1. */
  readonly copies: number;
}

const ITEM_PER_VIEW: readonly Definition['kind'][] = ['y-aware', 'euclidean-euclidean', 'x-clr', 'weighted'];

/** Views that are free are items of their own where samples, not classes, have weights. */
export function copiesOf({ kind, parameters }: Definition, { viewsTied, items }: Objective): number {
  const hasClasses = items.some(({ size }) => size > 1) || (parameters.classes?.value ?? null) !== null;
  return viewsTied || hasClasses || !ITEM_PER_VIEW.includes(kind) ? 1 : (parameters.views.value?.count ?? 1);
}

/** An item of several samples is a class; the items of one sample are drawn by their groups. */
export function populationOf({ items, groupOf, counts }: Objective, copies: number): Population {
  const urns: { size: number; group: number; isClass: boolean }[] = [];
  const urnOfGroup = new Int32Array(counts.length).fill(-1);
  for (const [item, group] of groupOf.entries()) {
    const isClass = items[item].size > 1;
    if (!isClass && urnOfGroup[group] >= 0) continue;
    if (urnOfGroup[group] < 0) urnOfGroup[group] = urns.length;
    urns.push({ size: isClass ? items[item].size : counts[group] / copies, group, isClass });
  }
  const groupSizes = new Float64Array(counts.length);
  for (const { size, group } of urns) groupSizes[group] += size;
  return {
    sizes: Float64Array.from(urns, ({ size }) => size),
    groupOf: Int32Array.from(urns, ({ group }) => group),
    isClass: urns.map(({ isClass }) => isClass),
    urnOfGroup,
    groupSizes,
    total: groupSizes.reduce((sum, n) => sum + n, 0),
    copies,
  };
}

/** What is left to draw from when a sample of the group is in the batch as its anchor. */
export function besideAnchor({ sizes, urnOfGroup }: Population, group: number): Float64Array {
  const left = sizes.slice();
  left[urnOfGroup[group]]--;
  return left;
}

/** The items of an objective: its samples or classes, or the views of its samples where these may stand apart. */
import type { Item, Objective } from './objective';
import type { PairWeights } from './pairWeights';

/** Every sample has `copies` items, one after the other; copies of a sample are in its group. */
export function itemsOf({
  items,
  grouping,
  copies,
}: Pick<PairWeights, 'items' | 'grouping' | 'copies'>): Pick<Objective, 'items' | 'groupOf' | 'counts'> {
  if (copies === 1) return { items, groupOf: grouping.groupOf, counts: grouping.counts };
  return {
    items: items.flatMap(({ name, size }): Item[] =>
      Array.from({ length: copies }, (_, view) => ({ name: `${name} (view ${view + 1})`, size })),
    ),
    groupOf: grouping.groupOf.flatMap((g) => new Array<number>(copies).fill(g)),
    counts: grouping.counts.map((n) => n * copies),
  };
}

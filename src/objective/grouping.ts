/** Puts items that the loss cannot tell apart into one group. */

export interface Grouping {
  readonly groupOf: readonly number[];
  readonly counts: readonly number[];
  /** The first item of each group. */
  readonly representative: readonly number[];
}

/** Groups the items 0..n−1 by equal key, in the order of first appearance. */
export function groupByKey(n: number, key: (item: number) => string): Grouping {
  const index = new Map<string, number>();
  const groupOf: number[] = [];
  const counts: number[] = [];
  const representative: number[] = [];
  for (let item = 0; item < n; item++) {
    const k = key(item);
    let group = index.get(k);
    if (group === undefined) {
      group = counts.length;
      index.set(k, group);
      counts.push(0);
      representative.push(item);
    }
    groupOf.push(group);
    counts[group]++;
  }
  return { groupOf, counts, representative };
}

/** Puts items that the loss cannot tell apart into one group. */

export interface Grouping {
  readonly groupOf: readonly number[];
  readonly counts: readonly number[];
  /** The first item of each group. */
  readonly representative: readonly number[];
}

/** Groups the items 0..n−1 by equal key, in the order of first appearance. */
export function groupByKey(n: number, key: (item: number) => string | number): Grouping {
  const index = new Map<string | number, number>();
  const groups = newGroups();
  for (let item = 0; item < n; item++) {
    const k = key(item);
    const group = index.get(k) ?? addGroup(groups, item);
    index.set(k, group);
    join(groups, group);
  }
  return groups;
}

/** Rows of numbers that are written out when they are looked at: a million of them need not be stored. */
export interface Rows {
  readonly count: number;
  readonly width: number;
  readonly write: (row: number, into: Float64Array) => void;
}

/** Groups equal rows, in the order of first appearance. Memory: that of the different rows. 0 and −0 are equal. */
export function groupRows(rows: Rows): Grouping {
  return groupRowsUpTo(rows, Number.POSITIVE_INFINITY) as Grouping;
}

/** The same, or null as soon as there are more than `limit` groups. */
export function groupRowsUpTo({ count, width, write }: Rows, limit: number): Grouping | null {
  const groups = newGroups();
  const different: Float64Array[] = [];
  // Groups whose rows have the same hash: the last of them, and for each the one before.
  const last = new Map<number, number>();
  const before: number[] = [];
  const row = new Float64Array(width);
  const words = new Int32Array(row.buffer);
  for (let item = 0; item < count; item++) {
    write(item, row);
    for (let k = 0; k < width; k++) row[k] += 0;
    const hash = hashOf(words);
    let group = last.get(hash) ?? -1;
    while (group >= 0 && !isSame(different[group], row)) group = before[group];
    if (group < 0) {
      if (different.length >= limit) return null;
      group = addGroup(groups, item);
      different.push(row.slice());
      before.push(last.get(hash) ?? -1);
      last.set(hash, group);
    }
    join(groups, group);
  }
  return groups;
}

interface Groups extends Grouping {
  readonly groupOf: number[];
  readonly counts: number[];
  readonly representative: number[];
}

const newGroups = (): Groups => ({ groupOf: [], counts: [], representative: [] });

function addGroup({ counts, representative }: Groups, item: number): number {
  representative.push(item);
  return counts.push(0) - 1;
}

function join({ groupOf, counts }: Groups, group: number): void {
  groupOf.push(group);
  counts[group]++;
}

/** FNV-1a over words of 32 bits, mixed once more because the low words of short decimals are alike. */
function hashOf(words: Int32Array): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < words.length; k++) {
    hash = Math.imul(hash ^ words[k], 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

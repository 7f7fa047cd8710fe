/** Chooses some of many things so that every kind among them has its share. */

/**
 * Indices of at most `limit` of the things, ascending: of every kind its first ones, as many as all kinds can have; of
 * too many kinds evenly spread ones have one each.
 */
export function evenShare(kindOf: readonly number[], limit: number): number[] {
  if (kindOf.length <= limit) return kindOf.map((_, index) => index);
  const byKind = new Map<number, number[]>();
  for (const [index, kind] of kindOf.entries()) {
    const others = byKind.get(kind);
    if (others === undefined) byKind.set(kind, [index]);
    else others.push(index);
  }
  const kinds = [...byKind.values()];
  if (kinds.length > limit)
    return Array.from(
      { length: limit },
      (_, k) => kinds[Math.round((k * (kinds.length - 1)) / (limit - 1))][0],
    );
  const share = largestShare(kinds, limit);
  return kinds.flatMap((members) => members.slice(0, share)).sort((a, b) => a - b);
}

/** The largest number that each kind can have, where it has so many, without passing the limit. */
function largestShare(kinds: readonly (readonly number[])[], limit: number): number {
  const sizes = kinds.map((members) => members.length).sort((a, b) => a - b);
  let [left, share] = [limit, 0];
  for (const [k, size] of sizes.entries()) {
    const others = sizes.length - k;
    if (size * others > left) return Math.floor(left / others);
    left -= size;
    share = size;
  }
  return share;
}

/** Chooses which of many points may have their names in the picture. */

export interface LabelledGroup {
  /** Points at one place, the first one first. */
  readonly points: readonly number[];
  readonly size: number;
}

/** More names than this are not read but searched; also, each costs time in every frame. */
const MOST_CANDIDATES = 120;

/** The largest; of those that are equally large some evenly spread ones. */
export function labelCandidates(groups: readonly LabelledGroup[]): LabelledGroup[] {
  if (groups.length <= MOST_CANDIDATES) return [...groups];
  const sorted = [...groups].sort((a, b) => b.size - a.size);
  const limit = sorted[MOST_CANDIDATES].size;
  const larger = sorted.filter(({ size }) => size > limit);
  const equal = sorted.filter(({ size }) => size === limit);
  const room = MOST_CANDIDATES - larger.length;
  const step = (equal.length - 1) / Math.max(1, room - 1);
  return [...larger, ...Array.from({ length: room }, (_, k) => equal[Math.round(k * step)])];
}

/** The lines of the list of items: every item where the picture says by which point it is shown, else the points. */
import type { Analysis, Geometry } from '../../../src/protocol/panelMessages';
import { searchItems } from '../itemSearch';

export interface ItemEntry {
  readonly name: string;
  readonly size: number;
  /** The point that shows it. */
  readonly point: number;
  /** False for an item that only looks like its point. */
  readonly isDrawn: boolean;
}

export type ItemOrder = 'given' | 'size' | 'nearest';

export function itemEntries({ items, geometry }: Pick<Analysis, 'items' | 'geometry'>): ItemEntry[] {
  if (geometry === null) return [];
  const { points, standIns } = geometry;
  if (standIns === null || standIns.length !== items.length)
    return points.map(({ name, size }, point) => ({ name, size, point, isDrawn: true }));
  const met = new Set<number>();
  return items.map(({ name, size }, item) => {
    const point = standIns[item];
    // Of the items that a point stands for, the first one is at its place.
    const isDrawn = !met.has(point);
    met.add(point);
    return { name, size, point, isDrawn };
  });
}

/** Entries whose name contains the text, in the order that was asked for. */
export function chosenEntries(
  entries: readonly ItemEntry[],
  geometry: Pick<Geometry, 'nearest'>,
  text: string,
  order: ItemOrder,
): ItemEntry[] {
  const found = searchItems(
    entries.map(({ name }) => name),
    text,
  ).map((index) => entries[index]);
  const key: Readonly<Record<ItemOrder, ((entry: ItemEntry) => number) | null>> = {
    given: null,
    size: ({ size }) => size,
    nearest: ({ point }) => geometry.nearest[point]?.[1] ?? Number.NEGATIVE_INFINITY,
  };
  const by = key[order];
  return by === null ? found : found.sort((a, b) => by(b) - by(a));
}

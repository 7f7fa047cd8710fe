/** Chooses what a picture can hold: every item of a small objective, else one point for items that coincide. */
import type { Item, Objective } from '../../objective/objective';
import type { Prediction } from '../optimum/prediction';
import { coincidingCells } from '../optimum/prediction';

/** More points than this are neither readable nor trained in seconds. */
export const MAX_DRAWN = 200;

export interface DrawnPoints {
  readonly points: readonly Item[];
  /** An item for each point: of those that coincide, the first. */
  readonly itemOf: readonly number[];
  /** Items that no point stands for. */
  readonly omitted: number;
  /** Every point stands for all items of one cell. */
  readonly merged: boolean;
}

export function drawnPoints(objective: Objective, prediction: Prediction): DrawnPoints {
  const { items } = objective;
  if (items.length <= MAX_DRAWN)
    return { points: items, itemOf: [...items.keys()], omitted: 0, merged: false };
  const members = membersOf(prediction);
  const coincide = coincidingCells(prediction);
  const cells = evenlySpread([...members.keys()], MAX_DRAWN);
  const extra = coincide.every(Boolean) ? 0 : MAX_DRAWN - cells.length;
  const shown = cells.flatMap((cell) =>
    coincide[cell]
      ? [members[cell]]
      : members[cell].slice(0, 1 + Math.floor(extra / cells.length)).map((i) => [i]),
  );
  return {
    points: shown.map((group) => ({ name: nameOf(items, group), size: sizeOf(items, group) })),
    itemOf: shown.map((group) => group[0]),
    omitted: items.length - shown.reduce((sum, group) => sum + group.length, 0),
    merged: shown.length === members.length && coincide.every(Boolean),
  };
}

function membersOf({ cellOf, counts }: Prediction): number[][] {
  const members: number[][] = counts.map(() => []);
  for (const [item, cell] of cellOf.entries()) members[cell].push(item);
  return members;
}

function evenlySpread<T>(all: readonly T[], limit: number): T[] {
  if (all.length <= limit) return [...all];
  return Array.from({ length: limit }, (_, k) => all[Math.round((k * (all.length - 1)) / (limit - 1))]);
}

function nameOf(items: readonly Item[], group: readonly number[]): string {
  const { name } = items[group[0]];
  return group.length === 1 ? name : `${name} (×${group.length})`;
}

function sizeOf(items: readonly Item[], group: readonly number[]): number {
  return group.reduce((sum, item) => sum + items[item].size, 0);
}

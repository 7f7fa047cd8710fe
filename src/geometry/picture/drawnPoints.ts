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
}

export function drawnPoints(objective: Objective, prediction: Prediction): DrawnPoints {
  const { items } = objective;
  const isSmall = items.length <= MAX_DRAWN;
  const all = isSmall ? items.map((_, item) => [item]) : gathered(prediction);
  const shown = all.length <= MAX_DRAWN ? all : spreadOverCells(all, prediction.cellOf);
  return {
    points: shown.map((group) => ({ name: nameOf(items, group), size: sizeOf(items, group) })),
    itemOf: shown.map((group) => group[0]),
    omitted: items.length - shown.reduce((sum, group) => sum + group.length, 0),
  };
}

/** Items by point, in the order in which points appear: one for a cell that coincides, else one for each item. */
function gathered(prediction: Prediction): number[][] {
  const coincides = coincidingCells(prediction);
  const points: number[][] = [];
  const pointOfCell = new Map<number, number[]>();
  for (const [item, cell] of prediction.cellOf.entries()) {
    const known = coincides[cell] ? pointOfCell.get(cell) : undefined;
    if (known !== undefined) {
      known.push(item);
      continue;
    }
    const point = [item];
    points.push(point);
    pointOfCell.set(cell, point);
  }
  return points;
}

/** MAX_DRAWN points at most: every cell has its share, and if the cells are too many, evenly spread ones have. */
function spreadOverCells(points: readonly number[][], cellOf: readonly number[]): number[][] {
  const byCell = new Map<number, number[][]>();
  for (const point of points) {
    const cell = cellOf[point[0]];
    const others = byCell.get(cell);
    if (others === undefined) byCell.set(cell, [point]);
    else others.push(point);
  }
  const cells = [...byCell.values()];
  if (cells.length > MAX_DRAWN)
    return Array.from(
      { length: MAX_DRAWN },
      (_, k) => cells[Math.round((k * (cells.length - 1)) / (MAX_DRAWN - 1))][0],
    );
  const share = Math.floor(MAX_DRAWN / cells.length);
  return cells.flatMap((members) => members.slice(0, share));
}

function nameOf(items: readonly Item[], group: readonly number[]): string {
  const { name } = items[group[0]];
  return group.length === 1 ? name : `${name} (×${group.length})`;
}

function sizeOf(items: readonly Item[], group: readonly number[]): number {
  return group.reduce((sum, item) => sum + items[item].size, 0);
}

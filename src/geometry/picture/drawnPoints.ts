/** Chooses what a picture can hold: every item of a small objective, else one point for items that coincide. */
import type { Item, Objective } from '../../objective/objective';
import type { Prediction } from '../optimum/prediction';
import { coincidingCells } from '../optimum/prediction';
import { evenShare } from './evenShare';

/** More points than this are neither told apart on a screen nor turned smoothly without a graphics card. */
export const MAX_DRAWN = 2000;

/** Up to so many items each is a point of its own, whether or not others stand at its place. */
export const MAX_APART = 200;

/** Up to so many items the picture says of each by which point it is shown; more of them are no list that is read. */
const MAX_LISTED = 20_000;

export interface DrawnPoints {
  readonly points: readonly Item[];
  /** An item for each point: of those that coincide, the first. */
  readonly itemOf: readonly number[];
  /** Items that no point stands for. */
  readonly omitted: number;
  /** As in `Geometry`. */
  readonly standIns: readonly number[] | null;
}

export function drawnPoints(objective: Objective, prediction: Prediction): DrawnPoints {
  const { items } = objective;
  const all = items.length <= MAX_APART ? items.map((_, item) => [item]) : gathered(prediction);
  const cells = all.map(([item]) => prediction.cellOf[item]);
  const shown = evenShare(cells, MAX_DRAWN).map((k) => all[k]);
  const omitted = items.length - shown.reduce((sum, group) => sum + group.length, 0);
  const isListed = omitted > 0 && items.length <= MAX_LISTED;
  return {
    points: shown.map((group) => ({ name: nameOf(items, group), size: sizeOf(items, group) })),
    itemOf: shown.map((group) => group[0]),
    omitted,
    standIns: isListed ? standInsOf(shown, prediction) : null,
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

/** By item the point that it is part of, else one of its cell, else the last one before it. */
function standInsOf(shown: readonly (readonly number[])[], { cellOf }: Prediction): number[] {
  const pointOf = new Map(shown.flatMap((group, point) => group.map((item) => [item, point])));
  const pointOfCell = new Map<number, number>();
  for (const [point, [item]] of shown.entries())
    if (!pointOfCell.has(cellOf[item])) pointOfCell.set(cellOf[item], point);
  let before = 0;
  return cellOf.map((cell, item) => {
    const own = pointOf.get(item);
    if (own !== undefined) before = own;
    return own ?? pointOfCell.get(cell) ?? before;
  });
}

function nameOf(items: readonly Item[], group: readonly number[]): string {
  const { name } = items[group[0]];
  return group.length === 1 ? name : `${name} (×${group.length})`;
}

function sizeOf(items: readonly Item[], group: readonly number[]): number {
  return group.reduce((sum, item) => sum + items[item].size, 0);
}

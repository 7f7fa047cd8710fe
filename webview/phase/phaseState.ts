/** What the panel knows of the phase picture: pure, so that it is tested without a host. */
import type { Changes, ObjectiveView } from '../../src/protocol/panelMessages';
import type { WhatIfState } from '../whatIf/whatIfState';
import { holds, type LogRange, rangeAround, shareOf, valueAt } from './logRange';
import { type Cells, FINEST, NO_CELLS, type Node } from './phaseGrid';
import { type Axis, type Plane, planesOf } from './planes';

export type PhaseStatus =
  | 'idle'
  | 'running'
  /** Nobody looks at it. */
  | 'paused'
  | 'cancelled'
  | 'done'
  /** Finer levels would take long. */
  | 'coarse'
  | 'failed';

export interface DrawnPlane {
  readonly plane: Plane;
  readonly x: LogRange;
  readonly y: LogRange;
}

export interface PhaseState {
  readonly planes: readonly Plane[];
  /** Null where the objective has no two parameters to draw over. */
  readonly drawn: DrawnPlane | null;
  readonly cells: Cells;
  /** The cells are of other values, until as much is known of the present ones. */
  readonly isStale: boolean;
  readonly status: PhaseStatus;
  /** 0 to 1. */
  readonly progress: number;
  readonly failure: string | null;
  /** Under the pointer or the keyboard's cursor. */
  readonly cursor: Node | null;
}

export const NO_PHASE: PhaseState = {
  planes: [],
  drawn: null,
  cells: NO_CELLS,
  isStale: false,
  status: 'idle',
  progress: 0,
  failure: null,
  cursor: null,
};

/** What of the panel's state the picture depends on. */
export interface ShownObjective {
  readonly source: ObjectiveView | null;
  readonly view: ObjectiveView | null;
  readonly whatIf: Pick<WhatIfState, 'changes'>;
}

/** The values that the panel shows, those included that are asked about at the moment. */
export function presentValues({ view, whatIf }: Pick<ShownObjective, 'view' | 'whatIf'>): Changes {
  const controls = Object.fromEntries((view?.controls ?? []).map(({ key, value }) => [key, value]));
  return { ...controls, ...whatIf.changes };
}

/** The planes there are, and the part of the chosen one that is drawn: what was drawn stays while the point is in it. */
export function drawnPlane(
  state: ShownObjective,
  chosen: string | null,
  before: DrawnPlane | null,
): { readonly planes: readonly Plane[]; readonly drawn: DrawnPlane | null } {
  const { view, source } = state;
  if (view === null) return { planes: [], drawn: null };
  const values = presentValues(state);
  const planes = planesOf(view, values);
  const plane = planes.find(({ id }) => id === chosen) ?? planes[0];
  if (plane === undefined) return { planes, drawn: null };
  const isSame = before !== null && before.plane.id === plane.id;
  const range = (axis: Axis, drawn: LogRange | undefined) => {
    if (isSame && drawn && holds(drawn, axis.at(values)) && fits(drawn, axis)) return drawn;
    const inFile = Object.fromEntries((source?.controls ?? []).map(({ key, value }) => [key, value]));
    const points = [axis.at(values), axis.at(inFile)].filter((value) => value !== null);
    const marks = view.thresholds.filter(({ key, value }) => key === axis.key && isNear(value, axis));
    return rangeAround(axis.usual, axis.limits, [...points, ...marks.map(({ value }) => value)]);
  };
  return { planes, drawn: { plane, x: range(plane.x, before?.x), y: range(plane.y, before?.y) } };
}

/** A threshold farther away than this would press all else together. */
const FAR = 30;
const isNear = (value: number, { usual: [from, to] }: Axis) => value > from / FAR && value < to * FAR;
const fits = ({ from, to }: LogRange, { limits: [least, most] }: Axis) => from >= least && to <= most;

export const isSamePlace = (before: DrawnPlane | null, after: DrawnPlane): boolean =>
  JSON.stringify([before?.plane.id, before?.x, before?.y]) ===
  JSON.stringify([after.plane.id, after.x, after.y]);

/** What to change to stand at a node. */
export function changesAt({ plane, x, y }: DrawnPlane, node: Node, values: Changes): Changes {
  const [atX, atY] = valuesAt({ x, y }, node);
  return { ...plane.x.to(atX, values), ...plane.y.to(atY, values) };
}

export const valuesAt = (
  { x, y }: Pick<DrawnPlane, 'x' | 'y'>,
  node: Node,
): readonly [x: number, y: number] => [valueAt(x, node.x / FINEST), valueAt(y, node.y / FINEST)];

/** Where values stand in the plane, in shares of its sides; null where that is not known. */
export function placeOf(
  { plane, x, y }: DrawnPlane,
  values: Changes,
): readonly [x: number, y: number] | null {
  const [atX, atY] = [plane.x.at(values), plane.y.at(values)];
  return atX === null || atY === null ? null : [shareOf(x, atX), shareOf(y, atY)];
}

/** The node next to a place; one at the edge where it lies outside, the middle where it is not known. */
export function nodeNear(place: readonly [x: number, y: number] | null): Node {
  const nearest = (share: number) => Math.min(FINEST, Math.max(0, Math.round(share * FINEST)));
  return place === null ? { x: FINEST / 2, y: FINEST / 2 } : { x: nearest(place[0]), y: nearest(place[1]) };
}

/** What is tried beside the plane's own values. */
export function triedBeside({ plane }: DrawnPlane, changes: Changes): Changes {
  const own = [plane.x.key, plane.y.key];
  return Object.fromEntries(Object.entries(changes).filter(([key]) => !own.includes(key)));
}

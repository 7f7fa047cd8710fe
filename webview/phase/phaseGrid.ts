/**
 * The nodes of a plane, on one square lattice: few of them everywhere first, then between them, at last only where the
 * verdict turns. What was known before is part of every finer level.
 */
import type { VerdictCell } from '../../src/protocol/requests/verdicts';

/** Nodes along a side of the finest level, less one. */
export const FINEST = 96;
export const SIDE = FINEST + 1;

/** Distance of neighbouring nodes, level by level: 13, 25, 49 and 97 a side. */
export const STEPS = [8, 4, 2, 1] as const;

export interface Node {
  /** 0 to FINEST, from the lower end of the axis. */
  readonly x: number;
  readonly y: number;
}

/** Null where nothing is known yet. Shape: SIDE · SIDE, by `indexOf`. */
export type Cells = readonly (VerdictCell | null)[];

export const NO_CELLS: Cells = Array.from({ length: SIDE * SIDE }, () => null);

export const indexOf = ({ x, y }: Node): number => y * SIDE + x;

/** Nodes of a level that nothing is known of, the nearest to a node first. */
export function nodesOf(level: number, cells: Cells, around: Node): Node[] {
  const step = STEPS[level];
  const nodes: Node[] = [];
  for (let y = 0; y <= FINEST; y += step)
    for (let x = 0; x <= FINEST; x += step) if (cells[indexOf({ x, y })] === null) nodes.push({ x, y });
  const distance = (node: Node) => Math.max(Math.abs(node.x - around.x), Math.abs(node.y - around.y));
  return nodes.sort((a, b) => distance(a) - distance(b));
}

/** Those of `nodesOf` that lie where the coarser level's verdicts differ, or next to it. */
export function nodesAtTurns(level: number, cells: Cells, around: Node): Node[] {
  const wide = STEPS[level] * 2;
  const turns = new Set<number>();
  const squares = FINEST / wide;
  for (let row = 0; row < squares; row++)
    for (let column = 0; column < squares; column++)
      if (isTurn(cells, column * wide, row * wide, wide)) turns.add(row * squares + column);
  const isNear = ({ x, y }: Node) => {
    for (let row = Math.ceil(y / wide) - 1; row <= Math.floor(y / wide); row++)
      for (let column = Math.ceil(x / wide) - 1; column <= Math.floor(x / wide); column++)
        if (row >= 0 && column >= 0 && turns.has(row * squares + column)) return true;
    return false;
  };
  return nodesOf(level, cells, around).filter(isNear);
}

/** Whether the corners of a square have different verdicts; one with a corner that is not known is none. */
function isTurn(cells: Cells, left: number, bottom: number, width: number): boolean {
  const corners = cornersOf(left, bottom, width).map((node) => cells[indexOf(node)]);
  if (corners.some((cell) => cell === null)) return false;
  return new Set(corners.map((cell) => kindOf(cell))).size > 1;
}

export const cornersOf = (left: number, bottom: number, width: number): readonly Node[] => [
  { x: left, y: bottom },
  { x: left + width, y: bottom },
  { x: left, y: bottom + width },
  { x: left + width, y: bottom + width },
];

/** What is told apart in the picture: a verdict, or that there is none. */
export const kindOf = (cell: VerdictCell | null): string => cell?.verdict ?? 'none';

/** The nearest node that something is known of, in the finest level that has one; null where nothing is. */
export function knownNear(cells: Cells, { x, y }: Node): VerdictCell | null {
  for (const step of STEPS.toReversed()) {
    const near = { x: Math.round(x / step) * step, y: Math.round(y / step) * step };
    const cell = cells[indexOf(near)];
    if (cell !== null) return cell;
  }
  return null;
}

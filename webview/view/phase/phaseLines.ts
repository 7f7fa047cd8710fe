/** Lines in the plane: where the verdict turns, and where the gap is a power of ten. */
import { SIDE } from '../../phase/phaseGrid';
import type { PhaseField, Square } from './phaseField';

/** In nodes: x, y of both ends. */
export type Segment = readonly [number, number, number, number];

/** Between corners of another verdict: through the middle of the sides that they share. */
export function turnLines({ kinds, squares }: PhaseField): Segment[] {
  return squares.flatMap((square) => {
    const points = crossings(square, (a, b) => (kinds[a] === kinds[b] ? null : 0.5));
    if (points.length < 3) return joined(points);
    const { left, bottom, width } = square;
    return points.map(([x, y]): Segment => [x, y, left + width / 2, bottom + width / 2]);
  });
}

/** Where the gap crosses a level, within one verdict. */
export function gapLines({ kinds, logGaps, squares }: PhaseField, level: number): Segment[] {
  return squares.flatMap((square) => {
    const points = crossings(square, (a, b) => {
      const [from, to] = [logGaps[a] - level, logGaps[b] - level];
      return kinds[a] === kinds[b] && from * to < 0 ? from / (from - to) : null;
    });
    return points.length === 2 ? joined(points) : points.length === 4 ? joined(points.slice(0, 2)) : [];
  });
}

type Point = readonly [number, number];

function crossings({ left, bottom, width }: Square, cross: (a: number, b: number) => number | null): Point[] {
  const [right, top] = [left + width, bottom + width];
  const sides: readonly (readonly [Point, Point])[] = [
    [
      [left, bottom],
      [right, bottom],
    ],
    [
      [right, bottom],
      [right, top],
    ],
    [
      [right, top],
      [left, top],
    ],
    [
      [left, top],
      [left, bottom],
    ],
  ];
  return sides.flatMap(([a, b]) => {
    const share = cross(a[1] * SIDE + a[0], b[1] * SIDE + b[0]);
    return share === null ? [] : [[a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])] as const];
  });
}

const joined = (points: readonly Point[]): Segment[] =>
  points.length === 2 ? [[...points[0], ...points[1]] as unknown as Segment] : [];

/** Lines in the plane: where the verdict turns, and where the gap is a power of ten. */
import { SIDE } from '../../phase/phaseGrid';
import { isNearTurn, type PhaseField, type Square } from './phaseField';
import { type Weighed, weigh } from './turn';

/** In nodes: x, y of both ends. */
export type Segment = readonly [number, number, number, number];

/** Parts of a square's side, between which a border is drawn straight. */
const PARTS = 8;

/** Between places of another verdict: through the middle of the sides that they share. */
export function turnLines(field: PhaseField): Segment[] {
  const found: Weighed = { kind: 0, strength: 0 };
  return field.squares.flatMap((square) => {
    const { left, bottom, width } = square;
    if (!isNearTurn(field, square)) return [];
    const part = width / PARTS;
    const kindsOf = Array.from({ length: (PARTS + 1) ** 2 }, (_, k) => {
      weigh(
        field,
        left + (k % (PARTS + 1)) * part,
        bottom + Math.floor(k / (PARTS + 1)) * part,
        width,
        found,
      );
      return found.kind;
    });
    const kindAt = ([x, y]: Point) =>
      kindsOf[Math.round((y - bottom) / part) * (PARTS + 1) + Math.round((x - left) / part)];
    return Array.from({ length: PARTS ** 2 }, (_, k): Square => {
      return { left: left + (k % PARTS) * part, bottom: bottom + Math.floor(k / PARTS) * part, width: part };
    }).flatMap((small) => turnsIn(small, kindAt));
  });
}

function turnsIn(square: Square, kindAt: (point: Point) => number): Segment[] {
  const points = crossings(square, (a, b) => (kindAt(a) === kindAt(b) ? null : 0.5));
  if (points.length < 3) return joined(points);
  const { left, bottom, width } = square;
  return points.map(([x, y]): Segment => [x, y, left + width / 2, bottom + width / 2]);
}

/** Where the gap crosses a level, within one verdict and off its border, beside which lines would crowd. */
export function gapLines(field: PhaseField, level: number): Segment[] {
  const { kinds, logGaps, squares } = field;
  return squares.flatMap((square) => {
    const points = crossings(square, (one, other) => {
      const [a, b] = [one[1] * SIDE + one[0], other[1] * SIDE + other[0]];
      const [from, to] = [logGaps[a] - level, logGaps[b] - level];
      const isBetween = from < 0 !== to < 0 && Number.isFinite(from - to);
      return kinds[a] === kinds[b] && isBetween ? from / (from - to) : null;
    });
    const found =
      points.length === 2 ? joined(points) : points.length === 4 ? joined(points.slice(0, 2)) : [];
    return found.filter((segment) => !isBesideBorder(field, segment));
  });
}

/** Nodes between a border and the end of a line of gaps. */
const OFF_BORDER = 3;

function isBesideBorder({ filled }: PhaseField, [x0, y0, x1, y1]: Segment): boolean {
  const [x, y] = [Math.round((x0 + x1) / 2), Math.round((y0 + y1) / 2)];
  const kind = filled[y * SIDE + x];
  return [-OFF_BORDER, 0, OFF_BORDER].some((dy) =>
    [-OFF_BORDER, 0, OFF_BORDER].some((dx) => {
      const [nodeX, nodeY] = [x + dx, y + dy];
      if (nodeX < 0 || nodeY < 0 || nodeX >= SIDE || nodeY >= SIDE) return false;
      return filled[nodeY * SIDE + nodeX] !== kind;
    }),
  );
}

type Point = readonly [number, number];

function crossings({ left, bottom, width }: Square, cross: (a: Point, b: Point) => number | null): Point[] {
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
    const share = cross(a, b);
    return share === null ? [] : [[a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])] as const];
  });
}

const joined = (points: readonly Point[]): Segment[] =>
  points.length === 2 ? [[...points[0], ...points[1]] as unknown as Segment] : [];

/** The plane as numbers for the painters: which verdict and which gap each of its nodes has, on the finest squares known. */
import { type Cells, FINEST, indexOf, kindOf, SIDE, STEPS } from '../../phase/phaseGrid';
import { PHASE_KINDS, type PhaseKind } from './phaseColors';

/** A square of the lattice whose corners are known. */
export interface Square {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
}

export interface PhaseField {
  /** Place of a node's verdict in PHASE_KINDS, −1 where nothing is known. Shape: SIDE · SIDE. */
  readonly kinds: Int8Array;
  /** The same, with that of the square's lower left corner for the nodes inside. Shape: as `kinds`. */
  readonly filled: Int8Array;
  /** Strength of the gap, 0 to 1. Shape: as `kinds`. */
  readonly strengths: Float32Array;
  /** log₁₀ of the gap; NaN where it is not known or 0. Shape: as `kinds`. */
  readonly logGaps: Float32Array;
  /** Width of the square that each finest square is drawn by, 0 where none is known. Shape: FINEST · FINEST. */
  readonly widths: Uint8Array;
  /** The squares that are drawn, each once. */
  readonly squares: readonly Square[];
}

export function phaseField(cells: Cells, strength: (gap: number | null) => number): PhaseField {
  const kinds = new Int8Array(SIDE * SIDE).fill(-1);
  const strengths = new Float32Array(SIDE * SIDE);
  const logGaps = new Float32Array(SIDE * SIDE).fill(Number.NaN);
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    kinds[at] = PHASE_KINDS.indexOf(kindOf(cell) as PhaseKind);
    strengths[at] = strength(cell.gap);
    if (cell.gap !== null && cell.gap > 0) logGaps[at] = Math.log10(cell.gap);
  }
  const known = squaresOf(kinds);
  return { kinds, filled: filledKinds(kinds, known.squares), strengths, logGaps, ...known };
}

function filledKinds(kinds: Int8Array, squares: readonly Square[]): Int8Array {
  const filled = kinds.slice();
  for (const { left, bottom, width } of squares)
    for (let y = bottom; y <= bottom + width; y++)
      for (let x = left; x <= left + width; x++)
        if (filled[y * SIDE + x] < 0) filled[y * SIDE + x] = kinds[bottom * SIDE + left];
  return filled;
}

function squaresOf(kinds: Int8Array): Pick<PhaseField, 'widths' | 'squares'> {
  const widths = new Uint8Array(FINEST * FINEST);
  const squares: Square[] = [];
  for (const width of STEPS.toReversed())
    for (let bottom = 0; bottom < FINEST; bottom += width)
      for (let left = 0; left < FINEST; left += width) {
        if (!isKnown(kinds, left, bottom, width) || !claim(widths, left, bottom, width)) continue;
        squares.push({ left, bottom, width });
      }
  return { widths, squares };
}

function isKnown(kinds: Int8Array, x: number, y: number, width: number): boolean {
  return [0, width].every((up) =>
    [0, width].every((right) => kinds[indexOf({ x: x + right, y: y + up })] >= 0),
  );
}

/** Whether any of the square was left to draw. */
function claim(widths: Uint8Array, left: number, bottom: number, width: number): boolean {
  let isNew = false;
  for (let y = bottom; y < bottom + width; y++)
    for (let x = left; x < left + width; x++) {
      if (widths[y * FINEST + x] > 0) continue;
      widths[y * FINEST + x] = width;
      isNew = true;
    }
  return isNew;
}

/** Whether a node near a square, up to two of its widths away, has another verdict than its lower left corner. */
export function isNearTurn({ filled }: PhaseField, { left, bottom, width }: Square): boolean {
  const kind = filled[bottom * SIDE + left];
  for (let y = bottom - 2 * width; y <= bottom + 3 * width; y += width)
    for (let x = left - 2 * width; x <= left + 3 * width; x += width) {
      if (x < 0 || y < 0 || x > FINEST || y > FINEST) continue;
      const other = filled[y * SIDE + x];
      if (other >= 0 && other !== kind) return true;
    }
  return false;
}

/** One verdict with every strength from left to right: what a legend shows. */
export function plainField(kind: number): PhaseField {
  const strengths = Float32Array.from({ length: SIDE * SIDE }, (_, at) => (at % SIDE) / FINEST);
  return {
    kinds: new Int8Array(SIDE * SIDE).fill(kind),
    filled: new Int8Array(SIDE * SIDE).fill(kind),
    strengths,
    logGaps: new Float32Array(SIDE * SIDE).fill(Number.NaN),
    widths: new Uint8Array(FINEST * FINEST).fill(FINEST),
    squares: [{ left: 0, bottom: 0, width: FINEST }],
  };
}

/** Pairs whose distance at the optimum is not the one that the weights ask for. */
import type { Geometry } from '../../../src/protocol/panelMessages';

/** A pair misses its wish when it is off by more than this, of the largest similarity: below are solver and rounding. */
export const STRAIN_TOL = 1e-3;

/** More lines than this hide the points that they join. */
export const MOST_EDGES = 60;

export interface StrainedPair {
  /** Points, the first one first. */
  readonly a: number;
  readonly b: number;
  readonly wished: number;
  readonly reached: number;
  /** reached − wished: above 0 the pair is pressed closer together than asked for, below 0 it is pulled apart. */
  readonly strain: number;
}

export interface Strain {
  /** At most MOST_EDGES, the strongest first, with both signs having their part. */
  readonly pairs: readonly StrainedPair[];
  /** All pairs of rows that miss their wish, and all pairs with a finite wish. */
  readonly failing: number;
  readonly compared: number;
  /** Pairs of weight zero, asked infinitely far apart: their strain is no number. */
  readonly endless: number;
  /** The largest |strain|; 0 without a failing pair. */
  readonly largest: number;
}

const NO_STRAIN: Strain = { pairs: [], failing: 0, compared: 0, endless: 0, largest: 0 };

/** Scale of the tolerance: 1 for cosines, else the largest similarity of the optimum. */
export function strainOf({ rows, target, attainable, onSphere }: Geometry): Strain {
  if (target === null) return NO_STRAIN;
  const largestSize = attainable.reduce(
    (most, row) => row.reduce((inRow, s) => Math.max(inRow, Math.abs(s)), most),
    0,
  );
  const tolerance = STRAIN_TOL * (onSphere ? 1 : largestSize);
  const failing: StrainedPair[] = [];
  let [compared, endless] = [0, 0];
  for (let row = 0; row < rows.length; row++) {
    for (let column = row + 1; column < rows.length; column++) {
      const [wished, reached] = [target[row][column], attainable[row][column]];
      if (wished === null) endless++;
      else {
        compared++;
        const strain = reached - wished;
        if (Math.abs(strain) > tolerance)
          failing.push({ a: rows[row], b: rows[column], wished, reached, strain });
      }
    }
  }
  failing.sort((first, second) => Math.abs(second.strain) - Math.abs(first.strain));
  return {
    pairs: strongest(failing),
    failing: failing.length,
    compared,
    endless,
    largest: Math.abs(failing[0]?.strain ?? 0),
  };
}

/** Half of the places for either sign, as far as it needs them: far pairs pressed together would fill them all. */
function strongest(sorted: readonly StrainedPair[]): StrainedPair[] {
  const [pressed, pulled] = [
    sorted.filter(({ strain }) => strain > 0),
    sorted.filter(({ strain }) => strain < 0),
  ];
  const half = MOST_EDGES / 2;
  const ofPressed = Math.min(pressed.length, Math.max(half, MOST_EDGES - pulled.length));
  const chosen = new Set([...pressed.slice(0, ofPressed), ...pulled.slice(0, MOST_EDGES - ofPressed)]);
  return sorted.filter((pair) => chosen.has(pair));
}

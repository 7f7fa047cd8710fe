/** What weights ask of different items where no item meets itself: similarities up to one constant for all. */
import { hasPairs, type Objective } from '../../../objective/objective';
import { LOG_NOISE } from '../../tolerances';
import { logScale } from '../targets';

/** Symmetric log-weights t̂ of different items; similarities are τ t̂ + c with one free c. */
export interface Wishes {
  /** m: all items. */
  readonly total: number;
  readonly counts: readonly number[];
  /** t̂ less its largest value, so 0 for the pairs asked to be closest. Shape: G × G; NaN inside a group of one. */
  readonly pairs: readonly Float64Array[];
  /** The subtracted value. */
  readonly closest: number;
  /** c_g with t_gh + c_g = t̂_gh. */
  readonly shift: Float64Array;
  /** Rounding of one entry. */
  readonly noise: number;
}

/** Whether the constant is free: no anchor meets itself. With tied views, two or more, each does. */
export function hasFreeConstant({ anchorMass, selfMultiplicity }: Objective): boolean {
  return selfMultiplicity.every((b, g) => b === 0 || anchorMass[g] === 0);
}

/** Whether every similarity is asked for up to the constant: all pairs compared, and at most one item asks for nothing. */
export function asksForAllPairs(objective: Objective): boolean {
  const { counts, anchorMass } = objective;
  const silent = counts.reduce((sum, n, g) => sum + (anchorMass[g] > 0 ? 0 : n), 0);
  return (
    silent <= 1 &&
    counts.every((n, g) =>
      counts.every((_, h) => anchorMass[g] === 0 || (g === h && n === 1) || hasPairs(objective, g, h)),
    )
  );
}

/** Formula: t̂_ij = t_ij + c_i, c from the first anchor's row and column. The objective must ask for all pairs. */
export function wishesOf(objective: Objective): Wishes {
  const { counts, logRatio: t, anchorMass } = objective;
  const first = anchorMass.findIndex((mass) => mass > 0);
  const shift = Float64Array.from(counts, (_, g) =>
    g === first || anchorMass[g] === 0 ? 0 : t[first][g] - t[g][first],
  );
  const wish = (g: number, h: number) => {
    if (g === h && counts[g] === 1) return Number.NaN;
    if (anchorMass[g] === 0) return t[h][g] + shift[h];
    if (anchorMass[h] === 0) return t[g][h] + shift[g];
    return (t[g][h] + shift[g] + t[h][g] + shift[h]) / 2;
  };
  const raw = counts.map((_, g) => Float64Array.from(counts, (_n, h) => wish(g, h)));
  let closest = -Infinity;
  for (const row of raw) for (const x of row) if (x > closest) closest = x;
  return {
    total: counts.reduce((sum, n) => sum + n, 0),
    counts,
    pairs: raw.map((row) => row.map((x) => x - closest)),
    closest,
    shift,
    noise: LOG_NOISE * logScale(objective),
  };
}

/** The largest difference between two wishes. */
export function spreadOf({ pairs }: Wishes): number {
  return pairs.reduce((most, row) => row.reduce((m, x) => (Number.isNaN(x) ? m : Math.max(m, -x)), most), 0);
}

/**
 * The objective whose items ask to be as similar to themselves as `own` says (on the scale of `pairs`), which fixes the
 * constant. They still never meet themselves: the loss is the same.
 */
export function withSelf(
  objective: Objective,
  { shift, closest }: Wishes,
  own: (g: number) => number,
): Objective {
  return { ...objective, selfLogRatio: Float64Array.from(shift, (c, g) => own(g) + closest - c) };
}

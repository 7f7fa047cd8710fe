/** The certified minimum as a test: is the entropic bound met at this temperature, and up to which is it? */
import type { Objective } from '../../objective/objective';
import type { Interrupt } from '../interrupt';
import { correlationMinimum } from '../optimum/correlationMinimum';
import { type Prediction, predictedRank } from '../optimum/prediction';
import { MET_TOL, OPTIMUM_RANK_TOL } from '../tolerances';
import { groupedGram } from './groupedGram';

export interface Met {
  readonly kind: 'met';
  /** Rank of the completion that was found, one of many. */
  readonly rank: number;
  /** Of its points about their mean. */
  readonly distanceRank: number;
  /** Smallest eigenvalue over the largest. */
  readonly margin: number;
}

export type LeastGap =
  | Met
  /** No embedding has a smaller gap, in nats. */
  | { readonly kind: 'missed'; readonly gapAtLeast: number }
  | { readonly kind: 'open'; readonly gap: number; readonly within: number };

/** Met iff the certified minimum is within MET_TOL of the bound. Units: nats. Source: [Vock2026]. */
export function leastGap(objective: Objective, temperature: number, interrupt: Interrupt): LeastGap {
  const { gap, certifiedWithin, cosines } = correlationMinimum(objective, temperature, 0, interrupt, MET_TOL);
  if (gap - certifiedWithin > MET_TOL) return { kind: 'missed', gapAtLeast: gap - certifiedWithin };
  if (gap > MET_TOL) return { kind: 'open', gap, within: certifiedWithin };
  const { counts, groupOf } = objective;
  const prediction: Prediction = {
    cellOf: groupOf,
    counts,
    own: new Float64Array(counts.length).fill(1),
    pairs: cosines,
  };
  const { largest, smallest, values, inside } = groupedGram(
    cosines.map((row, g) => row.map((s, h) => (g === h && counts[g] === 1 ? 0 : 2 - 2 * s))),
    counts,
  );
  const isCounted = (x: number) => x > OPTIMUM_RANK_TOL * largest;
  return {
    kind: 'met',
    rank: predictedRank(prediction, 'cosine'),
    distanceRank:
      values.filter(isCounted).length +
      inside.reduce((sum, x, g) => sum + (isCounted(x) ? counts[g] - 1 : 0), 0),
    margin: largest > 0 ? smallest / largest : 0,
  };
}

export type TemperatureLimit =
  /** τ*, from below. */
  | { readonly kind: 'reached'; readonly temperature: number }
  /** Missed down to the lowest temperature that was tried. */
  | { readonly kind: 'never'; readonly temperature: number }
  /** Met up to the highest. */
  | { readonly kind: 'always'; readonly temperature: number }
  /** Too many items to try. */
  | { readonly kind: 'unknown' };

/** A search of τ* takes some twenty minimisations: above this many groups they would take longer than a person waits. */
const MAX_SEARCHED = 100;
/** Ratios of a missed temperature that are tried first. */
const LOWER = [1 / 4, 1 / 32, 1 / 1024];
const LOWEST = 1e-4;
const HIGHEST = 1e3;
/** Halvings of the interval's logarithm: three digits of τ*, more than the gap resolves. */
const HALVINGS = 14;

/**
 * τ* by bisection. Whatever reaches the bound at τ does at λτ, λ ≤ 1: similarities 1 − λ + λs are those of a
 * correlation matrix too. `missedAt` is a temperature known to miss, `guess` one that may be τ* itself.
 */
export function temperatureLimit(
  objective: Objective,
  missedAt: number | null,
  guess: number | null,
  interrupt: Interrupt,
): TemperatureLimit {
  if (objective.counts.length > MAX_SEARCHED) return { kind: 'unknown' };
  const meets = (temperature: number, tolerance: number) =>
    correlationMinimum(objective, temperature, 0, interrupt, tolerance).gap <= tolerance;
  const isMet = (temperature: number) => meets(temperature, MET_TOL);
  if (guess !== null && isMet(guess)) return { kind: 'reached', temperature: guess };
  let missed = missedAt ?? HIGHEST;
  if (missedAt === null && isMet(HIGHEST)) return { kind: 'always', temperature: HIGHEST };
  if (guess !== null) missed = Math.min(missed, guess);
  const tried = missedAt === null ? [1, LOWEST] : LOWER.map((ratio) => ratio * missed);
  let met: number | null = null;
  for (const temperature of tried) {
    if (isMet(temperature)) {
      met = temperature;
      break;
    }
    missed = temperature;
  }
  if (met === null) return { kind: 'never', temperature: missed };
  for (let step = 0; step < HALVINGS && !interrupt.isRaised(); step++) {
    const middle = Math.sqrt(met * missed);
    if (isMet(middle)) met = middle;
    else missed = middle;
  }
  // Where no temperature is low enough the gap falls with its square, and so below any tolerance; else it is 0.
  if (!meets(met / 4, MET_TOL / 100)) return { kind: 'never', temperature: met };
  return { kind: 'reached', temperature: met };
}

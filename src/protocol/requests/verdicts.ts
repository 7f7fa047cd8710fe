/** Verdict and gap for many values at once: the cells of a picture over two parameters. */
import * as v from 'valibot';
import type { Reason, Verdict } from '../../geometry/analysis';
import { finite, orNull, reason, verdict } from '../analysisSchema';
import { type Changes, changes } from './changes';
import { requestKind } from './requestKind';

export interface VerdictsAsk {
  readonly id: string;
  /** What is tried in all cells. */
  readonly changes: Changes;
  /** What each cell changes beyond that. */
  readonly cells: readonly Changes[];
}

export interface VerdictCell {
  /** Null where there is none; then `problem` says why. */
  readonly verdict: Verdict | null;
  readonly reason: Reason | null;
  /** minimum − bound, in nats, to some two digits; null where it is not known. */
  readonly gap: number | null;
  /** Why a verdict or a gap is missing, in words. */
  readonly problem: string | null;
}

/** In the order in which they were asked for. */
export interface VerdictsAnswer {
  readonly cells: readonly VerdictCell[];
}

/** More cells in one question could not be taken back in time. */
export const MOST_CELLS = 1000;

export const verdicts = requestKind<VerdictsAsk, VerdictsAnswer>(
  v.object({ id: v.string(), changes, cells: v.pipe(v.array(changes), v.maxLength(MOST_CELLS)) }),
  v.object({
    cells: v.array(
      v.object({
        verdict: orNull(verdict),
        reason: orNull(reason),
        gap: orNull(finite),
        problem: orNull(v.string()),
      }),
    ),
  }),
);

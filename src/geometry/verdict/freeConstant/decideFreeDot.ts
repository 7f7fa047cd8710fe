/** Dot products of items that never meet themselves: norms and one constant are free, which much room always satisfies. */
import type { Objective } from '../../../objective/objective';
import { decideDot } from '../decideDot';
import { type Decision, decided, undecided } from '../decision';
import { freeSpectrum } from './freeSpectrum';
import { sphereRange } from './sphereRange';
import { type Wishes, withSelf } from './wishes';

/**
 * Large enough norms make any off-diagonal a Gram matrix: m − 1 dimensions are always enough. Fewer are where items of
 * one group may coincide; whether others would do is the problem of factor analysis, which is not decided.
 */
export function decideFreeDot(objective: Objective, wishes: Wishes): Decision {
  const { dimension, counts } = objective;
  const enough = wishes.total - 1;
  const together = counts.every((n) => n > 1) ? decideDot(withOwnWishes(objective, wishes)) : null;
  const rank = together?.verdict === 'realizable' && together.rank !== null ? together.rank : enough;
  if (dimension !== null && dimension < Math.min(rank, enough))
    return undecided(
      `norms are free where no item meets itself, and whether ${dimension} dimensions leave them enough room is not decided; ${Math.min(rank, enough)} do`,
    );
  return decided(
    'realizable',
    'exact',
    { kind: 'free-constant', interval: [null, null], rankInside: enough, rankAtEnds: [null, null] },
    { rank: Math.min(rank, enough) },
  );
}

/** Items as similar to themselves as to the others of their group: what makes them coincide. */
function withOwnWishes(objective: Objective, wishes: Wishes): Objective {
  return withSelf(objective, wishes, (g) => wishes.pairs[g][g]);
}

/** The x at which equal norms are the shortest: what items are set to be like to themselves, where none may coincide. */
export function shortestNorms(wishes: Wishes): number {
  return sphereRange(freeSpectrum(wishes)).best;
}

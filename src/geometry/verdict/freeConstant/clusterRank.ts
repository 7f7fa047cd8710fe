/** How few dimensions a cluster of items takes by itself, where no item meets itself and distances may grow. */
import type { Objective } from '../../../objective/objective';
import { additiveConstant } from './additiveConstant';
import { freeSpectrum } from './freeSpectrum';
import { wishesOf } from './wishes';

/**
 * Rank at the end of the half line of free constants. For similarities that are distances, or dot products (m − 1).
 * `members` are groups with positive weights among them; items of a group with weight zero inside it stand alone.
 */
export function clusterRank(objective: Objective, members: readonly number[]): number {
  const { counts, logRatio, similarity } = objective;
  const pick = (values: ArrayLike<number>) => Float64Array.from(members, (g) => values[g]);
  const wishes = wishesOf({
    ...objective,
    counts: members.map((g) => (logRatio[g][g] > -Infinity ? counts[g] : 1)),
    anchorMass: pick(objective.anchorMass),
    selfLogRatio: pick(objective.selfLogRatio),
    logRatio: members.map((g) => pick(logRatio[g])),
  });
  if (wishes.total === 1) return 0;
  if (similarity === 'negative-euclidean') return additiveConstant(wishes).rank;
  return wishes.total - 1 - (similarity === 'dot' ? 0 : freeSpectrum(wishes).nullity);
}

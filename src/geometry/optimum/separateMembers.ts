/** Classes by their members: the same loss where samples of a class may stand apart, instead of at one point. */
import type { Objective } from '../../objective/objective';

/**
 * A group for each class, of its m_c views of samples; `items` and `groupOf` still name the classes.
 * Formula: b_cc = m_c − 1 and b_cc' = m_c' of a class are those of m_c members that count once each.
 * Null where multiplicities are no such counts (balanced denominators): then members are not told from their number.
 */
export function separateMembers(objective: Objective): Objective | null {
  const { items, groupOf, counts, selfMultiplicity, multiplicity, selfLogRatio, logRatio } = objective;
  const members = Array.from(selfMultiplicity, (b) => b + 1);
  const areCounted = multiplicity.every((row, g) =>
    row.every((b, h) => (g === h && counts[g] === 1) || b === members[h]),
  );
  if (!areCounted || objective.severalSoftmaxes !== null) return null;
  return {
    ...objective,
    groupOf: items.map((_, c) => c),
    counts: groupOf.map((g) => members[g]),
    anchorMass: Float64Array.from(groupOf, (g) => objective.anchorMass[g] / counts[g]),
    selfMultiplicity: new Float64Array(items.length),
    selfLogRatio: Float64Array.from(groupOf, (g) => selfLogRatio[g]),
    multiplicity: groupOf.map(() => new Float64Array(items.length).fill(1)),
    logRatio: groupOf.map((g, c) =>
      Float64Array.from(groupOf, (h, e) => (c === e ? selfLogRatio[g] : logRatio[g][h])),
    ),
  };
}

/** Items that never meet themselves beside items that do: what an item is to itself is the same for all. */
import type { Objective } from '../../../objective/objective';
import { asksForAllPairs, hasFreeConstant, wishesOf } from './wishes';

/**
 * The weight with itself that an item would have: similarities but dot products are the same for every item with itself,
 * so one item that meets itself tells it for the others. Objectives where none or all do stay as they are.
 */
export function withSharedPeak(objective: Objective): Objective {
  const { selfMultiplicity, anchorMass, selfLogRatio, similarity } = objective;
  const meets = (g: number) => anchorMass[g] > 0 && selfMultiplicity[g] > 0;
  if (similarity === 'dot' || hasFreeConstant(objective) || selfLogRatio.every((_, g) => meets(g)))
    return objective;
  if (!asksForAllPairs(objective)) return objective;
  const { shift } = wishesOf(objective);
  const known = selfLogRatio.findIndex((_, g) => meets(g));
  const peak = selfLogRatio[known] + shift[known];
  return {
    ...objective,
    selfLogRatio: selfLogRatio.map((own, g) => (meets(g) || anchorMass[g] === 0 ? own : peak - shift[g])),
  };
}

/** What the tests of a verdict answer, and the two answers that several of them give. */
import type { Objective } from '../../objective/objective';
import type { Proof, Reason, Verdict } from '../analysis';

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly proof: Proof | null;
  readonly condition: string | null;
  readonly undecidedBecause: string | null;
  /** τ*, when the targets lie on a sphere. */
  readonly temperatureLimit: number | null;
  /** Rank of the Gram matrix of the targets when they can be reached. */
  readonly rank: number | null;
}

const NOTHING = { proof: null, condition: null, undecidedBecause: null, temperatureLimit: null, rank: null };

export function decided(
  verdict: Exclude<Verdict, 'undecided' | 'conditional'>,
  reason: Reason,
  proof: Proof | null,
  more: Partial<Pick<Decision, 'temperatureLimit' | 'rank' | 'condition'>> = {},
): Decision {
  return { ...NOTHING, verdict, reason, proof, ...more };
}

export function undecided(because: string): Decision {
  return { ...NOTHING, verdict: 'undecided', reason: null, undecidedBecause: because };
}

export function conditional(condition: string, temperatureLimit: number | null = null): Decision {
  return { ...NOTHING, verdict: 'conditional', reason: null, condition, temperatureLimit };
}

/** Test 6: a geometry that takes more dimensions than the embedding has is not reached. */
export function withDimension(
  objective: Pick<Objective, 'dimension'>,
  needed: number,
  decision: Decision,
): Decision {
  const { dimension } = objective;
  if (dimension === null || needed <= dimension) return decision;
  const proof: Proof = { kind: 'dimension', needed, given: dimension };
  return { ...decision, verdict: 'inconsistent', reason: 'dimension', proof, rank: null };
}

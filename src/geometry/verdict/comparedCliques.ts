/** Sets of items that are all compared with each other: where one has no embedding, the whole objective has none. */
import type { Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { isMutual } from './comparedSymmetry';
import { decideDistances } from './decideDistances';
import { decideDot } from './decideDot';
import type { Decision } from './decision';

/** Each start grows one set; more starts find no other kinds of sets in practice. */
const MAX_STARTS = 60;

/**
 * The inconsistent verdict of a fully compared set, one that no temperature mends if there is one, else null: the
 * distances inside a set are a principal submatrix of all of them. Sets are grown greedily, so that null proves nothing.
 * Source: [Schoenberg1935].
 */
export function failingClique(objective: Objective): Decision | null {
  let mendable: Decision | null = null;
  const seen = new Set<string>();
  const starts = [...objective.counts.keys()].filter((g) => meetsItself(objective, g)).slice(0, MAX_STARTS);
  for (const start of starts) {
    const groups = grow(objective, start);
    const key = groups.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const decision = decideClique(objective, groups);
    if (decision.verdict !== 'inconsistent') continue;
    if (decision.reason !== 'radius') return decision;
    if (mendable === null || (decision.temperatureLimit ?? 0) < (mendable.temperatureLimit ?? 0))
      mendable = decision;
  }
  return mendable;
}

function meetsItself({ anchorMass, selfMultiplicity }: Objective, g: number): boolean {
  return anchorMass[g] > 0 && selfMultiplicity[g] > 0;
}

/** Groups that are compared with all that were taken before, the start first; in ascending order. */
function grow(objective: Objective, start: number): number[] {
  const size = objective.counts.length;
  const taken = [start];
  for (let step = 1; step < size; step++) {
    const g = (start + step) % size;
    if (meetsItself(objective, g) && taken.every((h) => isMutual(objective, g, h))) taken.push(g);
  }
  return taken.sort((a, b) => a - b);
}

function decideClique(objective: Objective, groups: readonly number[]): Decision {
  // Items of one group count one by one only where they are compared with each other.
  const counts = groups.map((g) => (isMutual(objective, g, g) ? objective.counts[g] : 1));
  const itemOf: number[] = [];
  const groupOf: number[] = [];
  const left = [...counts];
  for (const [item, group] of objective.groupOf.entries()) {
    const at = groups.indexOf(group);
    if (at < 0 || left[at] === 0) continue;
    left[at]--;
    itemOf.push(item);
    groupOf.push(at);
  }
  const at = (values: Float64Array) => Float64Array.from(groups, (g) => values[g]);
  const set: Objective = {
    ...objective,
    items: itemOf.map((item) => objective.items[item]),
    groupOf,
    counts,
    anchorMass: at(objective.anchorMass),
    selfMultiplicity: at(objective.selfMultiplicity),
    selfLogRatio: at(objective.selfLogRatio),
    multiplicity: groups.map((g) => at(objective.multiplicity[g])),
    logRatio: groups.map((g) => at(objective.logRatio[g])),
    severalSoftmaxes: null,
  };
  const decision = set.similarity === 'dot' ? decideDot(set) : decideDistances(set);
  return { ...decision, proof: decision.proof && ofWhole(decision.proof, itemOf) };
}

/** The proof with the items' places in the whole objective. */
function ofWhole(proof: Proof, itemOf: readonly number[]): Proof {
  if (proof.kind !== 'negative-direction') return proof;
  const { triangle } = proof;
  return {
    ...proof,
    items: proof.items.map((item) => itemOf[item]),
    triangle: triangle && {
      ...triangle,
      items: [itemOf[triangle.items[0]], itemOf[triangle.items[1]], itemOf[triangle.items[2]]],
    },
  };
}

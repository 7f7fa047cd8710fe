/** Test 4's proof of failure: a vector x with Σx = 0 and xᵀDx > 0, and a violated triangle where one exists. */
import type { Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { type Interrupt, NEVER } from '../interrupt';
import type { GroupedGram } from './groupedGram';

type NegativeDirection = Extract<Proof, { kind: 'negative-direction' }>;

/** Triples are searched up to this many groups: a million triangles, some milliseconds. */
const MAX_TRIANGLE_GROUPS = 180;
/** Entries of x that are worth telling. */
const MAX_ENTRIES = 6;

/**
 * The eigenvector of the smallest eigenvalue, spread over the items.
 * Formula: −½ xᵀDx = λ_min < 0 for unit x with Σx = 0. Source: [Schoenberg1935].
 */
export function negativeDirection(
  objective: Objective,
  gram: GroupedGram,
  distances: readonly Float64Array[],
  interrupt: Interrupt = NEVER,
): NegativeDirection {
  const x = new Float64Array(objective.items.length);
  const insideWorst = gram.inside.findIndex((value) => value === gram.smallest && value < 0);
  if (insideWorst >= 0) {
    const members = objective.groupOf.flatMap((g, item) => (g === insideWorst ? [item] : []));
    x[members[0]] = Math.SQRT1_2;
    x[members[1]] = -Math.SQRT1_2;
  } else {
    const vector = gram.vectors[gram.vectors.length - 1];
    const left = [...gram.counts];
    // Of items that are asked to one point, the Gram matrix and so the proof have only the first.
    for (const [item, g] of objective.groupOf.entries())
      if (left[g]-- > 0) x[item] = vector[g] / Math.sqrt(gram.counts[g]);
  }
  const items = [...x.keys()].sort((i, j) => Math.abs(x[j]) - Math.abs(x[i])).slice(0, MAX_ENTRIES);
  return {
    kind: 'negative-direction',
    items,
    coefficients: items.map((item) => x[item]),
    value: -2 * gram.smallest,
    triangle: violatedTriangle(objective, distances, interrupt),
  };
}

/** The triangle whose longest side exceeds the other two the most, or null; of those looked at, when interrupted. */
function violatedTriangle(
  objective: Objective,
  distances: readonly Float64Array[],
  interrupt: Interrupt,
): NegativeDirection['triangle'] {
  const size = distances.length;
  if (size > MAX_TRIANGLE_GROUPS) return null;
  const side = distances.map((row) => row.map((d) => Math.sqrt(Math.max(0, d))));
  let excess = 0;
  let worst: NegativeDirection['triangle'] = null;
  for (let i = 0; i < size && !interrupt.isRaised(); i++)
    for (let j = i + 1; j < size; j++)
      for (let k = 0; k < size; k++) {
        if (k === i || k === j) continue;
        const over = side[i][j] - side[i][k] - side[k][j];
        if (over <= excess + 1e-9 * side[i][j]) continue;
        excess = over;
        const [a, b, c] = [i, j, k].map((g) => objective.groupOf.indexOf(g));
        worst = { items: [a, b, c], sides: [side[i][j], side[i][k], side[k][j]] };
      }
  return worst;
}

/** Test 4's proof of failure: a vector x with Σx = 0 and xᵀDx > 0, and a violated triangle where one exists. */
import type { Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { type Interrupt, NEVER } from '../interrupt';
import type { Gram } from './gram';
import { itemsOf } from './zeroWeight';

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
  gram: Gram,
  distances: readonly Float64Array[],
  interrupt: Interrupt = NEVER,
): NegativeDirection {
  const { x, value } = worstDirection(objective, gram, distances);
  const items = [...x.keys()].sort((i, j) => Math.abs(x[j]) - Math.abs(x[i])).slice(0, MAX_ENTRIES);
  return {
    kind: 'negative-direction',
    items,
    coefficients: items.map((item) => x[item]),
    value,
    triangle: violatedTriangle(objective, distances, interrupt),
  };
}

interface Direction {
  /** Over the items. */
  readonly x: Float64Array;
  /** xᵀDx. */
  readonly value: number;
}

function worstDirection(objective: Objective, gram: Gram, distances: readonly Float64Array[]): Direction {
  const x = new Float64Array(objective.items.length);
  const insideWorst = gram.inside.findIndex((value) => value === gram.smallest && value < 0);
  if (insideWorst >= 0) {
    const [a, b] = itemsOf(objective, insideWorst, insideWorst);
    x[a] = Math.SQRT1_2;
    x[b] = -Math.SQRT1_2;
  } else if (gram.negative !== null) {
    const left = [...gram.counts];
    // Of items that are asked to one point, the Gram matrix and so the proof have only the first.
    for (const [item, g] of objective.groupOf.entries())
      if (left[g]-- > 0) x[item] = gram.negative[g] / Math.sqrt(gram.counts[g]);
  } else return negativeDistance(objective, distances);
  return { x, value: -2 * gram.smallest };
}

/** A distance below zero is no distance of points, though no more than rounding of all distances together. */
function negativeDistance(objective: Objective, distances: readonly Float64Array[]): Direction {
  let worst: [number, number] = [0, 0];
  for (const [g, row] of distances.entries())
    for (const [h, d] of row.entries())
      if (d < distances[worst[0]][worst[1]] && (g !== h || objective.counts[g] > 1)) worst = [g, h];
  const x = new Float64Array(objective.items.length);
  const [a, b] = itemsOf(objective, worst[0], worst[1]);
  x[a] = Math.SQRT1_2;
  x[b] = -Math.SQRT1_2;
  return { x, value: -distances[worst[0]][worst[1]] };
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
    // Two items of one group may be the far corners; the third then is of another.
    for (let j = objective.counts[i] > 1 ? i : i + 1; j < size; j++)
      for (let k = 0; k < size; k++) {
        if (k === i || k === j) continue;
        const over = side[i][j] - side[i][k] - side[k][j];
        if (over <= excess + 1e-9 * side[i][j]) continue;
        excess = over;
        const [a, b] = itemsOf(objective, i, j);
        const c = objective.groupOf.indexOf(k);
        worst = { items: [a, b, c], sides: [side[i][j], side[i][k], side[k][j]] };
      }
  return worst;
}

/** Test 4's proof of failure: a vector x with Σx = 0 and xᵀDx > 0, and a violated triangle where one exists. */
import type { Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { type Interrupt, NEVER } from '../interrupt';
import type { Gram } from './gram';
import { violatedTriangle } from './violatedTriangle';
import { itemsOf } from './zeroWeight';

type NegativeDirection = Extract<Proof, { kind: 'negative-direction' }>;

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
    triangle: violatedTriangle(objective, distances, (g) => x[objective.groupOf.indexOf(g)], interrupt),
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

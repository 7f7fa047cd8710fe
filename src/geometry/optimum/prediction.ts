/** The similarities at an optimum, kept by cells of items that are alike, whatever method found them. */
import type { Objective } from '../../objective/objective';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { MERGED_TOL, OPTIMUM_RANK_TOL } from '../tolerances';
import { groupedGram } from '../verdict/groupedGram';

/** A cell is a group of exchangeable items, or one point of a local search. */
export interface Prediction {
  readonly cellOf: readonly number[];
  readonly counts: readonly number[];
  /** Similarity of an item to itself, by cell. */
  readonly own: Float64Array;
  /** Similarity of two different items, by their cells. Shape: cells × cells. */
  readonly pairs: readonly Float64Array[];
}

export function predictedSimilarity({ cellOf, own, pairs }: Prediction, i: number, j: number): number {
  return i === j ? own[cellOf[i]] : pairs[cellOf[i]][cellOf[j]];
}

/** Cells whose items all stand at one point. */
export function coincidingCells({ counts, own, pairs }: Prediction): boolean[] {
  return counts.map((n, c) => n === 1 || pairs[c][c] >= own[c] - MERGED_TOL * Math.max(1, Math.abs(own[c])));
}

/**
 * Rank of the items' Gram matrix, about their mean for the Euclidean similarities: of the cells' means, and n − 1
 * inside a cell of n that do not coincide. Tolerance: OPTIMUM_RANK_TOL · largest eigenvalue.
 */
export function predictedRank(prediction: Prediction, similarity: Objective['similarity']): number {
  const { counts, own, pairs } = prediction;
  if (similarity === 'negative-squared-euclidean' || similarity === 'negative-euclidean') {
    const squared = (s: number) => (similarity === 'negative-euclidean' ? s * s : -s);
    const gram = groupedGram(
      pairs.map((row) => row.map(squared)),
      counts,
    );
    return countAbove([...gram.values], counts, gram.inside);
  }
  const inside = counts.map((n, c) => (n > 1 ? own[c] - pairs[c][c] : 0));
  const block = counts.map((n, c) =>
    pairs[c].map((s, e) => (c === e ? own[c] + (n - 1) * (n > 1 ? s : 0) : Math.sqrt(n * counts[e]) * s)),
  );
  return countAbove([...symmetricEigen(block).values], counts, inside);
}

function countAbove(values: readonly number[], counts: readonly number[], inside: readonly number[]): number {
  const limit = OPTIMUM_RANK_TOL * Math.max(...values, ...inside, 0);
  const isCounted = (x: number) => x > limit && x > 0;
  return (
    values.filter(isCounted).length +
    inside.reduce((sum, x, c) => sum + (isCounted(x) ? counts[c] - 1 : 0), 0)
  );
}

/** Groups whose items are all in one cell that coincides. */
export function groupsAtOnePoint(objective: Objective, prediction: Prediction): boolean[] {
  const coincides = coincidingCells(prediction);
  const cellOfGroup: (number | undefined)[] = objective.counts.map(() => undefined);
  const isWhole = objective.counts.map(() => true);
  for (const [item, g] of objective.groupOf.entries()) {
    cellOfGroup[g] ??= prediction.cellOf[item];
    if (cellOfGroup[g] !== prediction.cellOf[item]) isWhole[g] = false;
  }
  return isWhole.map((whole, g) => whole && coincides[cellOfGroup[g] ?? 0]);
}

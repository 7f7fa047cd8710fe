/** Where the search for the best correlation matrix begins: near what the weights ask for, and of full rank. */
import type { Objective } from '../../objective/objective';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { targetDistances } from '../verdict/targets';
import type { GroupedFactor } from './groupedFactor';
import { anchorMasses } from './lossRows';

/** Eigenvalues of the wish below this share of the largest get a column together, not each its own. */
const COLUMN_FLOOR = 1e-3;
/** Up to this many groups all columns are cheap. */
const FULL_SIZE = 64;
/** Every column starts with at least this share of the largest: a factor that lacks a column never gains it. */
const RANK_FLOOR = 1e-2;

/** Above this many groups eigenvalues take longer than some steps of the search. */
const MANY_GROUPS = 120;

export interface Start {
  /** Shape: G × (columns + 1), the group's private coordinate last. */
  readonly factor: Float64Array;
  readonly columns: number;
}

/**
 * Group means from the wished cosines 1 − τΔ/2, cut to [−1, 1], by the positive part of their eigenvalues.
 * The number of columns is what the wish needs, and more than the rank r with r(r + 1)/2 ≤ G that an optimum of G
 * constraints needs at most. Deterministic. Source: [BurerMonteiro2003].
 */
export function wishedFactor(objective: Objective, temperature: number, together: readonly boolean[]): Start {
  const { counts } = objective;
  const size = counts.length;
  const distances = targetDistances(objective);
  const wish = (g: number, h: number) => {
    const cosine = 1 - (temperature * distances[g][h]) / 2;
    // An item that does not meet itself, in a single view, wishes nothing in relation to that.
    return Number.isNaN(cosine) || cosine === Infinity ? 0 : Math.min(1, Math.max(-1, cosine));
  };
  const means = counts.map((n, g) =>
    Float64Array.from(counts, (_, h) => {
      if (g !== h) return wish(g, h);
      return together[g] ? 1 : Math.max(0, (1 + (n - 1) * wish(g, g)) / n);
    }),
  );
  if (size > MANY_GROUPS && areAllApart(objective)) return simplexFactor(means, together, counts);
  const { values, vectors } = symmetricEigen(means);
  const enough = Math.ceil(Math.sqrt(2 * size)) + 1;
  const wished = values.filter((value) => value > COLUMN_FLOOR * values[0]).length + 1;
  const columns = size <= FULL_SIZE ? size : Math.min(size, Math.max(enough, wished));
  const floor = RANK_FLOOR * Math.max(values[0], 1e-3);
  const factor = new Float64Array(size * (columns + 1));
  for (let g = 0; g < size; g++) {
    const at = g * (columns + 1);
    for (let k = 0; k < columns; k++) factor[at + k] = vectors[k][g] * Math.sqrt(Math.max(values[k], floor));
    factor[at + columns] = ownStart(together[g], counts[g], means[g][g]);
  }
  return { factor, columns };
}

/** Whether no two different groups share any weight: then each asks all others to be as far as can be. */
export function areAllApart({ logRatio }: Objective): boolean {
  return logRatio.every((row, g) => row.every((t, h) => g === h || t === -Infinity));
}

/** What the eigenvalues give for such a wish, nearly: the corners of a regular simplex, but not quite on a flat. */
function simplexFactor(
  means: readonly Float64Array[],
  together: readonly boolean[],
  counts: readonly number[],
): Start {
  const size = counts.length;
  const factor = new Float64Array(size * (size + 1));
  for (let g = 0; g < size; g++) {
    const at = g * (size + 1);
    factor.fill((RANK_FLOOR - 1) / size, at, at + size);
    factor[at + g] += 1;
    factor[at + size] = ownStart(together[g], counts[g], means[g][g]);
  }
  return { factor, columns: size };
}

function ownStart(isTogether: boolean, count: number, mean: number): number {
  return isTogether ? privateStart(count) : Math.sqrt(Math.max(0.1, 1 - mean));
}

/** Items that wish to coincide may still do better a little apart, which only a start apart can find. */
function privateStart(count: number): number {
  return count > 1 ? 0.01 : 0;
}

/**
 * Rows as long as the root of their anchor mass: the loss does not see the length of a row, but a longer row moves
 * less, so the curvature becomes even over groups of very different mass.
 */
export function evenRows({ rows, columns }: GroupedFactor, x: Float64Array): Float64Array {
  const width = columns + 1;
  const masses = anchorMasses(rows);
  const largest = Math.max(...masses);
  return x.map((entry, at) => {
    const g = Math.floor(at / width);
    const length = Math.sqrt(Math.max(masses[g], 1e-6 * largest));
    return (entry * length) / norm(x, g * width, width);
  });
}

function norm(x: Float64Array, from: number, width: number): number {
  let sum = 0;
  for (let k = from; k < from + width; k++) sum += x[k] * x[k];
  return Math.sqrt(sum);
}

/** Items of the group are asked to be as similar to each other as to themselves. */
export function wishesToCoincide(objective: Objective, g: number): boolean {
  return (
    objective.logRatio[g][g] > -Infinity && objective.logRatio[g][g] >= objective.selfLogRatio[g] - 1e-12
  );
}

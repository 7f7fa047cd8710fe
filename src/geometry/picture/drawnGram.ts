/** The Gram matrix of drawn points, whole or by its products, from the similarities between their cells. */
import type { Objective } from '../../objective/objective';
import type { Prediction } from '../optimum/prediction';

type Similarity = Objective['similarity'];

const isEuclidean = (similarity: Similarity) => similarity !== 'cosine' && similarity !== 'dot';

/** Squared distance of two points of this Euclidean similarity. */
export function squaredDistance(s: number, similarity: Similarity): number {
  return similarity === 'negative-euclidean' ? s * s : -s;
}

/** Formula: S for cosine and dot, −½ J D J about the mean for the Euclidean ones. Shape: m × m. Source: [Gower1982]. */
export function centredGram(
  similarities: readonly (readonly number[])[],
  similarity: Similarity,
): readonly (readonly number[])[] {
  if (!isEuclidean(similarity)) return similarities;
  const size = similarities.length;
  const squared = similarities.map((row) => row.map((s) => squaredDistance(s, similarity)));
  const means = squared.map((row) => row.reduce((sum, d) => sum + d, 0) / size);
  const mean = means.reduce((sum, d) => sum + d, 0) / size;
  return squared.map((row, i) => row.map((d, j) => (means[i] + means[j] - d - mean) / 2));
}

/** The product of that matrix with a vector, in m + cells² steps. Shape: m to m. */
export function multiplyGram(drawn: Prediction, similarity: Similarity, vector: Float64Array): Float64Array {
  if (!isEuclidean(similarity)) return multiplyTable(drawn, (s) => s, vector);
  const product = multiplyTable(drawn, (s) => squaredDistance(s, similarity), centred(vector));
  return centred(product).map((x) => -x / 2);
}

/** Trace of that matrix: the sum of all eigenvalues. */
export function totalSpread(drawn: Prediction, similarity: Similarity): number {
  const { own, counts, cellOf } = drawn;
  if (!isEuclidean(similarity)) return counts.reduce((sum, n, c) => sum + n * own[c], 0);
  const ones = new Float64Array(cellOf.length).fill(1);
  const all = multiplyTable(drawn, (s) => squaredDistance(s, similarity), ones);
  return all.reduce((sum, x) => sum + x, 0) / (2 * cellOf.length);
}

function multiplyTable(
  { cellOf, counts, own, pairs }: Prediction,
  entry: (s: number) => number,
  vector: Float64Array,
): Float64Array {
  const sums = new Float64Array(counts.length);
  for (const [i, cell] of cellOf.entries()) sums[cell] += vector[i];
  // What a point alone in its cell would be to another of the cell is no number that counts.
  const inside = counts.map((n, c) => (n > 1 ? entry(pairs[c][c]) : 0));
  const fromOthers = pairs.map((row, c) => {
    let sum = inside[c] * sums[c];
    for (let e = 0; e < row.length; e++) if (e !== c) sum += entry(row[e]) * sums[e];
    return sum;
  });
  return Float64Array.from(cellOf, (c, i) => fromOthers[c] + (entry(own[c]) - inside[c]) * vector[i]);
}

function centred(vector: Float64Array): Float64Array {
  const mean = vector.reduce((sum, x) => sum + x, 0) / vector.length;
  return vector.map((x) => x - mean);
}

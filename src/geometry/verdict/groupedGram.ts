/** Principal coordinates of squared distances between groups of exchangeable items, without expanding the groups. */
import { symmetricEigen } from '../linalg/symmetricEigen';
import { PSD_TOL, RANK_TOL } from '../tolerances';

/**
 * Spectrum of −½ J D J over all items. Items of one group are exchangeable, so the spectrum is that of the group means
 * (a G × G matrix) and, inside a group of n, half its squared distance n − 1 times.
 */
export interface GroupedGram {
  /** Of the group means, the largest first. */
  readonly values: Float64Array;
  /** Unit vectors over the groups; over the items an entry is divided by √n. */
  readonly vectors: readonly Float64Array[];
  /** Eigenvalue inside each group, n − 1 times; 0 for a group of one. */
  readonly inside: readonly number[];
  readonly counts: readonly number[];
  readonly largest: number;
  readonly smallest: number;
  /** Eigenvector of the smallest eigenvalue of the group means. */
  readonly negative: Float64Array;
  readonly rank: number;
  /** Eigenvalues up to this are rounding. */
  readonly floor: number;
}

/**
 * Formula: B = −½ J D J with J = I − 11ᵀ/m. Shape: D is G × G, D[g][g] the squared distance inside group g.
 * `noise` is the rounding of one distance; the rank counts what is above RANK_TOL · largest and above all noise.
 * Source: [Schoenberg1935], [Gower1982]. Throws: RangeError on distances that are not finite.
 */
export function groupedGram(
  distances: readonly Float64Array[],
  counts: readonly number[],
  noise = 0,
): GroupedGram {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const { centred, inside } = centredMeans(distances, counts);
  const { values, vectors } = symmetricEigen(centred);
  const all = [...values, ...inside];
  const largest = Math.max(...all, 0);
  const floor = Math.max(RANK_TOL * largest, noise * total);
  const counted = (value: number) => value > floor && largest > 0;
  return {
    values,
    vectors,
    inside,
    counts,
    largest,
    smallest: Math.min(...all),
    negative: vectors[vectors.length - 1],
    floor,
    rank:
      values.filter(counted).length +
      inside.reduce((sum, value, g) => sum + (counted(value) ? counts[g] - 1 : 0), 0),
  };
}

/** −½ J D J between group means, and its eigenvalue inside each group. Shape: G × G, and G. */
export function centredMeans(
  distances: readonly Float64Array[],
  counts: readonly number[],
): { readonly centred: Float64Array[]; readonly inside: number[] } {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const inside = distances.map((row, g) => (counts[g] > 1 ? row[g] / 2 : 0));
  const mean = distances.map((row, g) =>
    row.map((d, h) => (g === h ? (-inside[g] * (counts[g] - 1)) / counts[g] : -0.5 * d)),
  );
  const rowMean = mean.map((row) => row.reduce((sum, x, h) => sum + counts[h] * x, 0) / total);
  const grandMean = rowMean.reduce((sum, x, g) => sum + counts[g] * x, 0) / total;
  const centred = mean.map((row, g) =>
    row.map((x, h) => Math.sqrt(counts[g] * counts[h]) * (x - rowMean[g] - rowMean[h] + grandMean)),
  );
  return { centred, inside };
}

/** Whether the distances are those of points, up to PSD_TOL of the largest eigenvalue or their own rounding. */
export function isEuclidean(
  gram: Pick<GroupedGram, 'counts' | 'smallest' | 'largest'>,
  noise: number,
): boolean {
  const total = gram.counts.reduce((sum, n) => sum + n, 0);
  return gram.smallest >= -Math.max(PSD_TOL * gram.largest, noise * total);
}

export interface Sphere {
  /** R² in the unit of the distances. */
  readonly radiusSquared: number;
  /** The farthest point's residual over the mean squared distance from the mean; above SPHERE_TOL there is no sphere. */
  readonly residual: number;
}

/**
 * The sphere nearest to all points: least squares of ‖y_i‖² on an affine function of y_i.
 * Formula: 2⟨y_i, c⟩ + R² − ‖c‖² = ‖y_i‖²; in principal coordinates the columns are orthogonal, so c is explicit.
 * Source: [Gower1982], [Tarazaga1996].
 */
export function nearestSphere(gram: GroupedGram): Sphere & { readonly residuals: readonly number[] } {
  const { counts, inside } = gram;
  const total = counts.reduce((sum, n) => sum + n, 0);
  const axes = [...gram.values.keys()].filter((k) => gram.values[k] > gram.floor);
  const coordinate = (g: number, k: number) =>
    (gram.vectors[k][g] / Math.sqrt(counts[g])) * Math.sqrt(gram.values[k]);
  const squaredNorm = counts.map(
    (n, g) => axes.reduce((sum, k) => sum + coordinate(g, k) ** 2, 0) + (inside[g] * (n - 1)) / n,
  );
  const mean = squaredNorm.reduce((sum, x, g) => sum + counts[g] * x, 0) / total;
  const residuals = squaredNorm.map((x) => x - mean);
  let centreSquared = 0;
  for (const k of axes) {
    const slope = residuals.reduce((sum, x, g) => sum + counts[g] * x * coordinate(g, k), 0) / gram.values[k];
    centreSquared += (slope / 2) ** 2;
    for (let g = 0; g < residuals.length; g++) residuals[g] -= slope * coordinate(g, k);
  }
  const farthest = Math.max(...residuals.map(Math.abs));
  return { radiusSquared: mean + centreSquared, residual: mean > 0 ? farthest / mean : 0, residuals };
}

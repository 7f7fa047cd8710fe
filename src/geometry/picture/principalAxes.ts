/** The main axes of the drawn points, in time that a person waits however many there are. */
import type { Objective } from '../../objective/objective';
import type { Geometry } from '../analysis';
import { leadingEigen } from '../linalg/leadingEigen';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { type Prediction, predictedSimilarity } from '../optimum/prediction';
import { AXIS_TOL } from '../tolerances';
import { cellSpectrum } from './cellSpectrum';
import { centredGram, multiplyGram, totalSpread } from './drawnGram';

/** A matrix of this size is decomposed in a fraction of a second. */
const MAX_DECOMPOSED = 300;

type Axes = Pick<Geometry, 'eigenvalues' | 'coordinates' | 'explained'>;

interface Eigen {
  readonly values: ArrayLike<number>;
  readonly vectors: readonly Float64Array[];
}

/**
 * Classical scaling: X = V √Λ of the Gram matrix, which the Euclidean similarities give about the mean.
 * Shape: m points to m × 3. Of more than MAX_DECOMPOSED points only eigenvalues within AXIS_TOL of the largest are
 * told, unless few cells of exchangeable points give them all. Source: [Gower1982].
 */
export function principalAxes(drawn: Prediction, similarity: Objective['similarity']): Axes {
  const size = drawn.cellOf.length;
  if (size <= MAX_DECOMPOSED) {
    const eigen = symmetricEigen(centredGram(tableOf(drawn), similarity));
    return { eigenvalues: [...eigen.values], ...coordinatesOf(eigen, size, positiveSum(eigen.values)) };
  }
  const eigen = leadingEigen(size, (vector) => multiplyGram(drawn, similarity, vector));
  const total = totalSpread(drawn, similarity);
  const open = eigen.values.findIndex(
    (value, k) => value <= 0 || eigen.residuals[k] > AXIS_TOL * eigen.values[0],
  );
  const converged = open < 0 ? eigen.values : eigen.values.slice(0, open);
  const eigenvalues = drawn.counts.length <= MAX_DECOMPOSED ? cellSpectrum(drawn, similarity) : converged;
  return { eigenvalues, ...coordinatesOf(eigen, size, total) };
}

function tableOf(drawn: Prediction): number[][] {
  return drawn.cellOf.map((_, i) => drawn.cellOf.map((_point, j) => predictedSimilarity(drawn, i, j)));
}

function coordinatesOf({ values, vectors }: Eigen, size: number, total: number): Omit<Axes, 'eigenvalues'> {
  const value = (axis: number) => Math.max(0, values[axis] ?? 0);
  const along = (point: number, axis: number) =>
    value(axis) === 0 ? 0 : vectors[axis][point] * Math.sqrt(value(axis));
  return {
    coordinates: Array.from({ length: size }, (_, i) => [along(i, 0), along(i, 1), along(i, 2)] as const),
    explained: total > 0 ? Math.min(1, (value(0) + value(1) + value(2)) / total) : 1,
  };
}

function positiveSum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + Math.max(0, value), 0);
}

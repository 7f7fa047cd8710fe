/** Similarities that a label kernel asks for at a chosen level, over all views, by the formulas and not by the code under test. */
import { symmetricEigen } from '../../src/geometry/linalg/symmetricEigen';

export interface FreeProblem {
  readonly labels: readonly number[];
  readonly bandwidth: number;
  readonly temperature: number;
  readonly views: number;
}

/** log K of every pair of views, Gaussian. */
export function logWeights({ labels, bandwidth, views }: FreeProblem): number[][] {
  const all = labels.flatMap((y) => new Array<number>(views).fill(y));
  return all.map((y) => all.map((z) => -(((y - z) / bandwidth) ** 2) / 2));
}

/** Cosines where the closest pairs stand at `level`: 1 on the diagonal, level + τ (log K − largest log K) beside it. */
export function cosinesAt(problem: FreeProblem, level: number): number[][] {
  const log = logWeights(problem);
  const largest = Math.max(...log.flatMap((row, i) => row.filter((_, j) => i !== j)));
  return log.map((row, i) => row.map((x, j) => (i === j ? 1 : level + problem.temperature * (x - largest))));
}

export function smallest(rows: readonly (readonly number[])[]): number {
  const { values } = symmetricEigen(rows);
  return values[values.length - 1];
}

/** Unit vectors nearest to these cosines: exactly they where they are those of unit vectors. */
export function nearestCosines(rows: readonly (readonly number[])[]): number[][] {
  const { values, vectors } = symmetricEigen(rows);
  const points = rows.map((_, i) => {
    const point = [...values].map((value, k) => Math.sqrt(Math.max(0, value)) * vectors[k][i]);
    const norm = Math.hypot(...point);
    return point.map((x) => x / norm);
  });
  return points.map((p) => points.map((q) => p.reduce((sum, x, k) => sum + x * q[k], 0)));
}

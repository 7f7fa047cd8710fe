/** What proofs say, computed again from the weights as they are written, and not by the code under test. */
import { symmetricEigen } from '../../src/geometry/linalg/symmetricEigen';
import type { Definition } from '../../src/objective/definition';

type Rows = readonly (readonly number[])[];

/** K of every pair, as a `weighted` objective lists it or the Gaussian kernel gives it. */
export function weightsOf({ parameters }: Definition): number[][] {
  const { weights, labels, bandwidth } = parameters;
  if (Array.isArray(weights?.value))
    return weights.value.map((row) => row.map((w: number | null) => w ?? Number.NaN));
  const rows = labels!.value!;
  const sigma = bandwidth!.value as number;
  return rows.map((a) => rows.map((b) => Math.exp(-squared(a, b) / (2 * sigma ** 2))));
}

/** Δ_ij = log K_ii + log K_jj − log K_ij − log K_ji: squared distances for cosine, per unit of temperature. */
export function distancesOf(weights: Rows): number[][] {
  return weights.map((row, i) =>
    row.map((w, j) => Math.log(row[i]) + Math.log(weights[j][j]) - Math.log(w) - Math.log(weights[j][i])),
  );
}

export const squared = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0);

/** xᵀDx of the entries that a proof lists. */
export function quadraticForm(distances: Rows, items: readonly number[], x: readonly number[]): number {
  return items.reduce(
    (sum, i, k) => items.reduce((inner, j, l) => inner + x[k] * x[l] * distances[i][j], sum),
    0,
  );
}

/** R² = 1 / (2 · 1ᵀD⁺1). */
export function sphereRadiusSquared(distances: Rows): number {
  const { values, vectors } = symmetricEigen(distances);
  const floor = 1e-10 * Math.max(...values.map(Math.abs));
  const q = [...values].reduce((sum, value, k) => {
    const along = vectors[k].reduce((total, x) => total + x, 0);
    return Math.abs(value) < floor ? sum : sum + along ** 2 / value;
  }, 0);
  return 1 / (2 * q);
}

/** Largest residual of ‖y − ȳ‖² on an affine function of y, over the mean of ‖y − ȳ‖²: 0 on a sphere. */
export function sphereResidual(points: Rows): number {
  const mean = points[0].map((_, k) => points.reduce((sum, y) => sum + y[k], 0) / points.length);
  const targets = points.map((y) => squared(y, mean));
  const design = points.map((y) => [1, ...y.map((x, k) => x - mean[k])]);
  const normal = design[0].map((_, k) => [
    ...design[0].map((_c, l) => design.reduce((sum, row) => sum + row[k] * row[l], 0)),
    design.reduce((sum, row, i) => sum + row[k] * targets[i], 0),
  ]);
  const fit = solve(normal);
  const off = design.map((row, i) => Math.abs(targets[i] - row.reduce((sum, x, k) => sum + x * fit[k], 0)));
  return Math.max(...off) / (targets.reduce((sum, t) => sum + t, 0) / targets.length);
}

/** Gauss–Jordan elimination of [A | b] with A positive definite. */
function solve(system: number[][]): number[] {
  for (const [k, pivot] of system.entries())
    for (const [l, row] of system.entries()) {
      if (l === k) continue;
      const factor = row[k] / pivot[k];
      for (let c = 0; c < row.length; c++) row[c] -= factor * pivot[c];
    }
  return system.map((row, k) => row[row.length - 1] / row[k]);
}

export function rankOf(rows: Rows): number {
  const { values } = symmetricEigen(rows);
  return values.filter((value) => value > 1e-8 * values[0]).length;
}

/** The largest temperature of a range at which the verdict is realizable; it must be so at the lower end only. */
export function temperatureByBisection(
  isRealizable: (temperature: number) => boolean,
  [low, high]: readonly [number, number],
): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 26; step++) {
    const middle = Math.sqrt(from * to);
    if (isRealizable(middle)) from = middle;
    else to = middle;
  }
  return from;
}

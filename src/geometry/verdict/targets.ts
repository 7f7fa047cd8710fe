/** The distances that the weights ask for, per unit of temperature: the distance geometry problem of an objective. */
import type { Objective } from '../../objective/objective';
import { COLLAPSE_TOL, LOG_NOISE } from '../tolerances';

/**
 * Squared distances over τ between two different items of each pair of groups.
 * Formula: Δ_ij = t̃_ii + t̃_jj − t̃_ij − t̃_ji, t̃_ij = t_ij − t_ii; for cosine ‖z_i − z_j‖² = τ Δ_ij, for negative squared
 * Euclidean τ Δ_ij / 2, for negative Euclidean (τ Δ_ij / 2)² (unit: τ²). An anchor without mass asks for nothing: then
 * the other's wish counts alone.
 * Shape: G × G, +Infinity where a weight is zero, NaN where neither asks. Source: [Vock2026].
 */
export function targetDistances(objective: Objective): Float64Array[] {
  const { similarity, counts } = objective;
  return counts.map((_, g) => {
    const row = new Float64Array(counts.length);
    for (let h = 0; h < row.length; h++) {
      const delta = logDistance(objective, g, h);
      if (similarity === 'negative-squared-euclidean') row[h] = delta / 2;
      else if (similarity === 'negative-euclidean') row[h] = Math.sign(delta) * (delta / 2) ** 2;
      else row[h] = delta;
    }
    return row;
  });
}

function logDistance(
  { logRatio: t, selfLogRatio: own, anchorMass }: Objective,
  g: number,
  h: number,
): number {
  if (anchorMass[g] > 0 && anchorMass[h] > 0) return own[g] - t[g][h] + (own[h] - t[h][g]);
  if (anchorMass[g] > 0) return 2 * (own[g] - t[g][h]);
  return anchorMass[h] > 0 ? 2 * (own[h] - t[h][g]) : Number.NaN;
}

/** What target distances are multiplied by to be squared distances of embeddings: τ, or τ² for negative Euclidean. */
export function distanceUnit(objective: Objective, temperature: number): number {
  return objective.similarity === 'negative-euclidean' ? temperature ** 2 : temperature;
}

/** The largest finite |t|: the scale that the tolerances of log-weights are relative to. */
export function logScale({ logRatio, selfLogRatio }: Objective): number {
  let scale = largestFinite(selfLogRatio);
  for (const row of logRatio) scale = Math.max(scale, largestFinite(row));
  return Math.max(1, scale);
}

function largestFinite(row: Float64Array): number {
  let largest = 0;
  for (let h = 0; h < row.length; h++) {
    const size = Math.abs(row[h]);
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  return largest;
}

/** What rounding of the log-weights leaves of an eigenvalue of the distances over all items. */
export function distanceNoise(objective: Objective, distances: readonly Float64Array[]): number {
  const noise = LOG_NOISE * logScale(objective);
  if (objective.similarity !== 'negative-euclidean') return noise;
  const largest = Math.max(
    ...distances.map((row) => row.reduce((most, d) => Math.max(most, Math.abs(d)), 0)),
  );
  return noise * (Math.sqrt(largest) + noise);
}

/** Groups whose items are asked to the same point. */
export function wishedTogether(objective: Objective, distances: readonly Float64Array[]): boolean[] {
  const limit = COLLAPSE_TOL * logScale(objective);
  const isNear = (d: number) =>
    Math.abs(d) <= (objective.similarity === 'negative-euclidean' ? limit * limit : limit);
  return objective.counts.map((n, g) => n === 1 || isNear(distances[g][g]));
}

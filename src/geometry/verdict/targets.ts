/** The distances that the weights ask for, per unit of temperature: the distance geometry problem of an objective. */
import { hasPairs, type Objective } from '../../objective/objective';

/**
 * Squared distances over τ between two different items of each pair of groups.
 * Formula: Δ_ij = t̃_ii + t̃_jj − t̃_ij − t̃_ji, t̃_ij = t_ij − t_ii; for cosine ‖z_i − z_j‖² = τ Δ_ij, for negative squared
 * Euclidean τ Δ_ij / 2, for negative Euclidean (τ Δ_ij / 2)² (unit: τ²).
 * Shape: G × G, +Infinity where a weight is zero. Source: [Vock2026].
 */
export function targetDistances(objective: Objective): Float64Array[] {
  const { logRatio, selfLogRatio, similarity } = objective;
  return logRatio.map((row, g) =>
    row.map((t, h) => {
      const delta = selfLogRatio[g] + selfLogRatio[h] - t - logRatio[h][g];
      if (similarity === 'negative-squared-euclidean') return delta / 2;
      if (similarity === 'negative-euclidean') return Math.sign(delta) * (delta / 2) ** 2;
      return delta;
    }),
  );
}

/** The largest finite |t|: the scale that the tolerances of log-weights are relative to. */
export function logScale(objective: Objective): number {
  let scale = 1;
  for (const row of [...objective.logRatio, objective.selfLogRatio])
    for (const t of row) if (Number.isFinite(t)) scale = Math.max(scale, Math.abs(t));
  return scale;
}

/** Whether two groups g, h hold a pair of different items that some denominator compares. */
export function comparable(objective: Objective, g: number, h: number): boolean {
  return hasPairs(objective, g, h) || hasPairs(objective, h, g);
}

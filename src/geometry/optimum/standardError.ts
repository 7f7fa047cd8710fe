/** The standard error of a mean, from the parts that it is the mean of. */

/** Formula: σ² = Σ_b (x_b − x̄)² / (B (B − 1)). Shape: B ≥ 2 independent numbers. */
export function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length * (values.length - 1)));
}

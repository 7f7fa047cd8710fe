/** How unevenly anchors count when weights by labels are divided by the sums of their columns. */
import type { Definition } from './definition';
import { logKernel } from './kernel';

export interface WeightSums {
  readonly least: number;
  readonly greatest: number;
}

/** The square of this many kernels is still a matter of milliseconds. */
const MOST_LABELS = 500;

/**
 * The smallest and the largest weight of an anchor, over a batch that holds every label once in V views.
 * Formula: r_i = Σ_j K_ij / d_j over all views j but i itself, d_j = Σ_k K_kj over all views k but j; by labels a and b,
 * r_a = Σ_b (V − [a = b]) K_ab / d_b with d_b = V Σ_a K_ab − 1. Shape: N labels of any width. Units: none; 1 where
 * rows sum to 1. Null where a value is missing, a sum is zero, or there are too many labels. Source: [Dufumier2021].
 */
export function labelWeightSums({ parameters }: Definition): WeightSums | null {
  const labels = parameters.labels?.value;
  const kernel = parameters.kernel?.value;
  const bandwidth = parameters.bandwidth?.value;
  const views = parameters.views.value?.count ?? 2;
  if (!labels || !kernel || !bandwidth || labels.length > MOST_LABELS) return null;
  const widths = labels[0].map((_, column) =>
    typeof bandwidth === 'number' ? bandwidth : bandwidth[column],
  );
  const weight = (a: number, b: number) =>
    Math.exp(logKernel(kernel, Math.hypot(...labels[a].map((y, c) => (y - labels[b][c]) / widths[c]))));
  const all = labels.map((_, index) => index);
  const columns = all.map((b) => all.reduce((sum, a) => sum + views * weight(a, b), -1));
  if (columns.some((sum) => !(sum > 0))) return null;
  const rows = all.map((a) =>
    all.reduce((sum, b) => sum + ((views - (a === b ? 1 : 0)) * weight(a, b)) / columns[b], 0),
  );
  return { least: Math.min(...rows), greatest: Math.max(...rows) };
}

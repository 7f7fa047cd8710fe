/** Every batch that can be drawn, with its probability, where these are few: then nothing needs to be drawn. */
import { logChoose } from './hypergeometric';

export interface Outcome {
  /** Samples from each urn. */
  readonly counts: Float64Array;
  readonly probability: number;
}

/** Beyond this many urns batches are never few, unless all but one are empty. */
const MOST_URNS = 64;

/**
 * All ways to take `samples` from the urns, or null when they are more than `limit`.
 * Formula: Π C(n_u, k_u) / C(N, n), the multivariate hypergeometric law. Error: rounding of log Γ.
 */
export function allOutcomes(sizes: Float64Array, samples: number, limit: number): Outcome[] | null {
  if (sizes.length > MOST_URNS) return null;
  const after = new Float64Array(sizes.length + 1);
  for (let u = sizes.length - 1; u >= 0; u--) after[u] = after[u + 1] + sizes[u];
  const found: { counts: Float64Array; log: number }[] = [];
  const counts = new Float64Array(sizes.length);
  const isWithin = (u: number, missing: number, log: number): boolean => {
    if (u === sizes.length) {
      found.push({ counts: counts.slice(), log });
      return found.length <= limit;
    }
    const most = Math.min(sizes[u], missing);
    for (let k = Math.max(0, missing - after[u + 1]); k <= most; k++) {
      counts[u] = k;
      if (!isWithin(u + 1, missing - k, log + logChoose(sizes[u], k))) return false;
    }
    return true;
  };
  if (!isWithin(0, samples, 0)) return null;
  const largest = Math.max(...found.map(({ log }) => log));
  const total = found.reduce((sum, { log }) => sum + Math.exp(log - largest), 0);
  return found.map(({ counts, log }) => ({ counts, probability: Math.exp(log - largest) / total }));
}

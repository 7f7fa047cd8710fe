/** What an objective is to the mathematics: weighted cross-entropies over groups of exchangeable items. */
import type { Similarity } from './definition';
import type { Softmaxes } from './softmaxes';

export interface Item {
  readonly name: string;
  /** Samples that the item stands for. */
  readonly size: number;
}

/**
 * Items of one group look alike to the loss (classes of equal size, samples of equal label), so that every quantity
 * needs one number for a pair of groups instead of one for a pair of items.
 * Formula: L = Σ_i a_i [ log Σ_k b_ik exp(s_ik/τ) − Σ_j w_ij s_ij/τ ], w_ij = b_ij exp(t_ij), Σ_j w_ij = 1.
 * Shape: G groups; matrices are G × G arrays of rows. Source: [Vock2026].
 */
export interface Objective {
  readonly similarity: Similarity;
  /** τ > 0, or null when nobody knows it before the run. */
  readonly temperature: number | null;
  /** d, or null when unknown: then it is taken to be large enough. */
  readonly dimension: number | null;
  /** Whether the encoder maps all views of a sample to one point. */
  readonly viewsTied: boolean;
  readonly items: readonly Item[];
  /** Group of each item. */
  readonly groupOf: readonly number[];
  /** n_g: items in each group. */
  readonly counts: readonly number[];
  /** a: mass of all anchors of a group together, Σ = 1; 0 for anchors without any positive. */
  readonly anchorMass: Float64Array;
  /** b_ii and t_ii: what an item sees of itself in its other views. */
  readonly selfMultiplicity: Float64Array;
  readonly selfLogRatio: Float64Array;
  /** b_ij and t_ij for two different items of the groups g (anchor) and h; −Infinity is a weight of zero. */
  readonly multiplicity: readonly Float64Array[];
  readonly logRatio: readonly Float64Array[];
  /**
   * The loss itself, where it is no single softmax for each anchor; the masses, multiplicities and weights above then
   * hold one softmax for each anchor that asks for the same similarities, or comes closest to it.
   */
  readonly severalSoftmaxes: Softmaxes | null;
  /** Nats that the loss has more than the formula, whatever the embedding. */
  readonly lossOffset: number;
}

/** Number of items of group h that an anchor of group g sees besides itself. */
export function candidates(objective: Objective, g: number, h: number): number {
  return objective.counts[h] - (g === h ? 1 : 0);
}

/**
 * Weights summed over the candidates of each group.
 * Formula: W_gh = (n_h − [g=h]) b_gh exp(t_gh). Shape: G × G, and G for the items' own.
 */
export function groupWeights(objective: Objective): { self: Float64Array; pairs: Float64Array[] } {
  const weigh = (multiplicity: number, logRatio: number) =>
    multiplicity > 0 ? multiplicity * Math.exp(logRatio) : 0;
  return {
    self: objective.selfMultiplicity.map((b, g) => weigh(b, objective.selfLogRatio[g])),
    pairs: objective.multiplicity.map((row, g) =>
      row.map((b, h) => candidates(objective, g, h) * weigh(b, objective.logRatio[g][h])),
    ),
  };
}

/** Whether a pair of groups has any pair of different items in a denominator. */
export function hasPairs(objective: Objective, g: number, h: number): boolean {
  return objective.anchorMass[g] > 0 && candidates(objective, g, h) > 0 && objective.multiplicity[g][h] > 0;
}

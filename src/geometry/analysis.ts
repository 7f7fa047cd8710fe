/** What the mathematics answers: the verdict with its proof, the optimum with its certificate, the geometry to draw. */
import type { Item } from '../objective/objective';
import type { Proof } from './proof';

export type { Item, Proof };

export type Verdict = 'realizable' | 'degenerate' | 'inconsistent' | 'conditional' | 'undecided';

export type Reason =
  | 'exact'
  | 'zero-weight'
  | 'unbounded'
  | 'decoupled'
  | 'total-collapse'
  | 'asymmetric'
  | 'not-euclidean'
  | 'not-spherical'
  | 'radius'
  | 'dimension';

/** How the minimum was found, and so how far it can be trusted. */
export type OptimumMethod =
  /** A realizable objective: the minimum is the entropic bound. */
  | 'bound-reached'
  /** The bound is the infimum, approached without being reached. */
  | 'bound-approached'
  /** Convex minimisation with a duality certificate: `certifiedWithin` is a number. */
  | 'certified'
  /** The best of several local searches: no proof that nothing is lower. */
  | 'local-search'
  /** Not computed; `Analysis.optimumNote` says why. */
  | 'none';

/** The geometry that is drawn: a point for each item, or for each group of items when there are too many. */
export interface Geometry {
  readonly points: readonly Item[];
  /** How many items are not among the points, for example the rest of 4096 exchangeable samples. */
  readonly omitted: number;
  /**
   * For each of the analysis's items the point that it is part of, or of those alike the one that is drawn; null where
   * no item is omitted, or too many are for a list.
   */
  readonly standIns: readonly number[] | null;
  /** Points that have a row in `target` and `attainable`, ascending: all of up to 200, else some of every kind. */
  readonly rows: readonly number[];
  /** For each point its row, or that of a point with the same similarities to all others; null where there is none. */
  readonly rowOf: readonly (number | null)[];
  /** Similarity of two different points that share a row; null where no two do. Shape: as `rows`. */
  readonly within: readonly (number | null)[];
  /** For each point the most similar other one and that similarity; null for a single point. */
  readonly nearest: readonly (readonly [point: number, similarity: number] | null)[];
  /** Similarities that the weights ask for; null stands for −∞ (a weight of zero); null altogether when not defined. */
  readonly target: readonly (readonly (number | null)[])[] | null;
  /** Similarities at the predicted optimum. Shape: rows × rows. */
  readonly attainable: readonly (readonly number[])[];
  /**
   * Eigenvalues of the points' Gram matrix (centred for the Euclidean similarities), the largest first; of many points
   * those that were found.
   */
  readonly eigenvalues: readonly number[];
  /** Principal coordinates on the top three axes. */
  readonly coordinates: readonly (readonly [number, number, number])[];
  /** Share of the eigenvalues' sum that the three drawn axes hold, 0 to 1. */
  readonly explained: number;
  readonly similarity: TrainingProblem['similarity'];
  /** Whether unit vectors are drawn, so that the unit sphere is worth drawing too. */
  readonly onSphere: boolean;
}

/**
 * All that a preview needs to train free embeddings of P points: R softmaxes, one or several for each anchor.
 * Formula: L = offset + Σ_r a_r [ log Σ_k b_rk exp(s_{i(r)k}/τ) − Σ_k w_rk s_{i(r)k}/τ ]. Source: [Vock2026].
 */
export interface TrainingProblem {
  readonly similarity: 'cosine' | 'negative-squared-euclidean' | 'negative-euclidean' | 'dot';
  readonly temperature: number;
  /** The objective's own embedding dimension, or one that is large enough when it names none. */
  readonly dimension: number;
  /** P. */
  readonly size: number;
  /** i(r): the point that each softmax anchors. */
  readonly anchorOf: readonly number[];
  /** a_r, Σ = 1. */
  readonly anchorMass: readonly number[];
  /** b_rk ≥ 0. Shape: R × P. */
  readonly multiplicity: readonly (readonly number[])[];
  /** w_rk, a row sums to 1 (or to 0 for an anchor without mass). Shape: R × P. */
  readonly weights: readonly (readonly number[])[];
  /** Nats that the loss has more than its softmaxes, whatever the embedding. */
  readonly offset: number;
  /** How mini-batches are drawn; absent where the loss of a batch is none of its kind. */
  readonly drawing?: BatchDrawing;
}

/**
 * Samples that mini-batches are drawn from, a kind of sample a point, and the loss of what a batch holds.
 * Formula: c_q samples of q in a batch give b_pq = v c_q and b_pp = v (c_p − 1) + self, w ∝ b exp(t), every sample the
 * same mass. Source: [Vock2026].
 */
export interface BatchDrawing {
  /** Samples of a batch, where the prediction is for batches; null where it is for all samples in one. */
  readonly batch: number | null;
  /** n_p: samples of each point. */
  readonly samples: readonly number[];
  /** v: what a sample adds to the denominator of others. */
  readonly views: number;
  /** What a sample adds to its own. */
  readonly self: number;
  /** t_pq; null stands for −∞ (a weight of zero). Shape: P × P. */
  readonly logRatio: readonly (readonly (number | null)[])[];
}

/** A change that makes the objective better, computed for it and checked by analysing the changed objective. */
export interface Remedy {
  /** Stable, for settings and tests: `lower-temperature`, `soft-supcon`, `nearest-weights`, … */
  readonly id: string;
  /** One line, an imperative with its numbers: "Lower the temperature to 0.083". */
  readonly title: string;
  /** What it does to the embeddings and what it costs, in words with numbers. */
  readonly effect: string;
  /** Gap of the changed objective, in nats: 0 where it is realizable. */
  readonly gap: number | null;
  /** What the changed objective's verdict is, as it was checked. */
  readonly verdict: Verdict;
  /** Dimensions that the changed objective's optimum takes, where known. */
  readonly rank: number | null;
  /** The values that change, by their names in objective files: `{ temperature: 0.083 }`. */
  readonly changes: Readonly<Record<string, RemedyValue>>;
}
/** In weights null stands for a pair that is not compared; in place of a value it takes the key away. */
export type RemedyValue =
  | string
  | number
  | boolean
  | null
  | readonly RemedyValue[]
  | { readonly [key: string]: RemedyValue };

/** How far batches that were drawn can be off the mean over all batches. */
export interface SamplingError {
  readonly batches: number;
  /** Standard error of a predicted similarity, the largest of all pairs. */
  readonly similarity: number;
  /** Standard error of the minimum, in nats. */
  readonly minimum: number;
}

export interface Analysis {
  readonly verdict: Verdict;
  /** Null for `conditional` and `undecided`. */
  readonly reason: Reason | null;
  /** In closed form, when a value that is not known matters; also beside a verdict that holds whatever it is. */
  readonly condition: string | null;
  /** Why nothing could be decided, in words, when the verdict is `undecided`. */
  readonly undecidedBecause: string | null;
  readonly proof: Proof | null;
  /** Entropic bound B, in nats. */
  readonly bound: number | null;
  /** Predicted minimum of the loss, in nats. */
  readonly minimum: number | null;
  /** minimum − bound, in nats, ≥ 0. */
  readonly gap: number | null;
  /** How far `minimum` can be above the true minimum, in nats; null when nothing proves it. */
  readonly certifiedWithin: number | null;
  readonly method: OptimumMethod;
  /** Why there is no optimum, or what limits it, in words. */
  readonly optimumNote: string | null;
  /** Rank of the Gram matrix at the predicted optimum. */
  readonly rank: number | null;
  /** Largest temperature τ* at which the targets are reached; null when no temperature reaches them or all do. */
  readonly temperatureLimit: number | null;
  readonly items: readonly Item[];
  /** Items × items at the predicted optimum, for at most 200 items. */
  readonly similarities: readonly (readonly number[])[] | null;
  readonly geometry: Geometry | null;
  readonly training: TrainingProblem | null;
  /** The range in which the similarity of a sample's two views lies at an optimum, where its views are free. */
  readonly viewSimilarity: readonly [number, number] | null;
  /** Null where all samples stand in one batch, or where nothing had to be drawn. */
  readonly samplingError: SamplingError | null;
  /** The best first. */
  readonly remedies: readonly Remedy[];
}

/** An analysis that knows nothing yet: what each answer fills in. */
export const NO_ANSWER: Analysis = {
  verdict: 'undecided',
  reason: null,
  condition: null,
  undecidedBecause: null,
  proof: null,
  bound: null,
  minimum: null,
  gap: null,
  certifiedWithin: null,
  method: 'none',
  optimumNote: null,
  rank: null,
  temperatureLimit: null,
  items: [],
  similarities: null,
  geometry: null,
  training: null,
  viewSimilarity: null,
  samplingError: null,
  remedies: [],
};

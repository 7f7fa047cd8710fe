/** The proofs of verdicts, each with the numbers by which a reader can check it. */

/** What proves a verdict, with its numbers. Items are indices into `Analysis.items`. */
export type Proof =
  /**
   * The weights are exactly those of an embedding; `margin` is the smallest eigenvalue over the largest. `freePairs`
   * counts the pairs of items that no softmax compares, where there are any: their distance is one of many.
   */
  | {
      kind: 'embedding';
      distanceRank: number;
      radiusSquared: number | null;
      margin: number;
      freePairs?: number;
    }
  /**
   * A candidate in the denominator with weight 0; `pairs` counts all such ordered pairs of items, or of a sample of
   * them where the items are too many to count.
   */
  | { kind: 'zero-pair'; anchor: number; candidate: number; pairs: number }
  /** The bound is approached only as norms or distances grow; `separated` lists what moves apart. */
  | { kind: 'escape'; cause: 'zero-weights' | 'no-sphere' }
  /** All targets are equal: every item is asked to the same point. */
  | { kind: 'coincidence' }
  /** A cycle of items around which log-weight differences sum to `sum` instead of 0. */
  | { kind: 'cycle'; items: number[]; sum: number }
  /**
   * Σx = 0 and xᵀDx = `value` > 0, impossible for squared distances of points. `items` and `coefficients` are the
   * entries of x, the largest first. A violated triangle is a proof by itself: long > short + short.
   */
  | {
      kind: 'negative-direction';
      items: number[];
      coefficients: number[];
      value: number;
      triangle: { items: [number, number, number]; sides: [number, number, number] } | null;
    }
  /** Least-squares sphere through the target points leaves this relative residual: they lie on no sphere. */
  | { kind: 'no-sphere'; residual: number; distanceRank: number }
  /** The target sphere has squared radius R² (in units of the latent sphere), larger than 1. */
  | { kind: 'sphere-too-large'; radiusSquared: number; temperatureLimit: number }
  | { kind: 'dimension'; needed: number; given: number }
  /**
   * No pair fixes the similarities' constant, because no item meets itself: every similarity of two different items
   * may be raised or lowered by the same number. The targets are reached for the similarities of a sample's two views
   * (or of items that the weights ask to be closest) between `interval`; inside it they take `rankInside` dimensions,
   * at its ends `rankAtEnds`. An end of null is no limit.
   */
  | {
      kind: 'free-constant';
      interval: [number | null, number | null];
      rankInside: number;
      rankAtEnds: [number | null, number | null];
    }
  /** Whatever the free constant, the Gram matrix has an eigenvalue of at most `largest` < 0. */
  | { kind: 'no-constant'; largest: number; temperatureLimit: number | null }
  /** Distances are unknown where no softmax compares two items; still no embedding has a gap below `gapAtLeast`. */
  | { kind: 'lower-bound'; gapAtLeast: number }
  /** Positives that are in no denominator: nothing bounds the loss but the sphere. Ordered pairs of items. */
  | { kind: 'absent-positives'; pairs: number | null };

/** The softmaxes that a loss averages, over groups of candidates: an anchor may have one, or several. */

/**
 * A row is one softmax (times its mass), a column all candidates of a group together; the last column is the anchor
 * itself in its other views.
 * Formula: L = Σ_r a_r [ log Σ_k b_rk exp(s_{i(r)k}/τ) − Σ_k w_rk s_{i(r)k}/τ ]. Shape: R rows × (G + 1) columns, row
 * by row. Source: [Vock2026].
 */
export interface Softmaxes {
  /** G: groups of items. */
  readonly size: number;
  /** i(r): the group of the anchor. */
  readonly anchorOf: Int32Array;
  /** a_r, Σ = 1; 0 for anchors without any positive. */
  readonly mass: Float64Array;
  /** b summed over the candidates of a column; 0 where none of them is in the denominator. */
  readonly multiplicity: Float64Array;
  /** w summed over the candidates of a column; a weight too small for a double is 0 while its t stays finite. */
  readonly weight: Float64Array;
  /** t = log(w/b); −Infinity where the weight is zero, and 0 where a positive is in no denominator (b = 0, w > 0). */
  readonly logRatio: Float64Array;
  /** Whether some positive is in no denominator: then there is no entropic bound, and it counts as 0. */
  readonly decoupled: boolean;
}

export function emptySoftmaxes(size: number, rows: number, decoupled = false): Softmaxes {
  const cells = rows * (size + 1);
  return {
    size,
    anchorOf: new Int32Array(rows),
    mass: new Float64Array(rows),
    multiplicity: new Float64Array(cells),
    weight: new Float64Array(cells),
    logRatio: new Float64Array(cells).fill(-Infinity),
    decoupled,
  };
}

/**
 * Entropic bound B = Σ a_r Σ w_rk log(b_rk/w_rk), in nats: no embedding gives a smaller loss.
 * Source: [Vock2026].
 */
export function entropicBound({ mass, size, weight, logRatio }: Softmaxes): number {
  let bound = 0;
  for (let r = 0; r < mass.length; r++) {
    if (mass[r] === 0) continue;
    let row = 0;
    for (let k = r * (size + 1); k < (r + 1) * (size + 1); k++)
      if (weight[k] > 0) row -= weight[k] * logRatio[k];
    bound += mass[r] * row;
  }
  return bound;
}

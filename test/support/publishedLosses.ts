/** Losses over single samples as their authors published them, by the formulas and not by the code under test. */

/** s[i][k] / τ is used as it is: similarities of all views of all samples, in any order. */
export type Similarities = readonly (readonly number[])[];

const logSumExp = (values: readonly number[]) => {
  const shift = Math.max(...values);
  return shift + Math.log(values.reduce((sum, x) => sum + Math.exp(x - shift), 0));
};
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const others = (s: Similarities, i: number) => [...s.keys()].filter((k) => k !== i);

/** Decoupled: log Σ over negatives e^{s/τ} − s of the positive. A sample's views have its number in `owner`. */
export function decoupledLoss(s: Similarities, owner: readonly number[], tau: number): number {
  return mean(
    owner.map((own, i) => {
      const positives = others(s, i).filter((k) => owner[k] === own);
      const negatives = others(s, i).filter((k) => owner[k] !== own);
      return logSumExp(negatives.map((k) => s[i][k] / tau)) - mean(positives.map((k) => s[i][k] / tau));
    }),
  );
}

/** CLIP: n images, then their n texts; the mean of both cross-entropies. */
export function clipLoss(s: Similarities, tau: number): number {
  const n = s.length / 2;
  const one = (from: (i: number) => number, to: (k: number) => number) =>
    mean(
      Array.from({ length: n }, (_, i) => {
        const row = Array.from({ length: n }, (_k, k) => s[from(i)][to(k)] / tau);
        return logSumExp(row) - row[i];
      }),
    );
  const image = (i: number) => i;
  const text = (i: number) => n + i;
  return (one(image, text) + one(text, image)) / 2;
}

/** Rank-N-Contrast: each other item in turn against all whose labels are at least as far. Source: its repository. */
export function rankNContrastLoss(
  s: Similarities,
  labels: readonly (number | readonly number[])[],
  tau: number,
): number {
  const rows = labels.map((y) => (typeof y === 'number' ? [y] : y));
  const apart = (i: number, j: number) => rows[i].reduce((sum, y, k) => sum + Math.abs(y - rows[j][k]), 0);
  return mean(
    rows.map((_, i) =>
      mean(
        others(s, i).map((j) => {
          const far = others(s, i).filter((k) => apart(i, k) >= apart(i, j) - 1e-12);
          return logSumExp(far.map((k) => s[i][k] / tau)) - s[i][j] / tau;
        }),
      ),
    ),
  );
}

/** BalSCL: samples of classes `of`, then one center a class; exponentials averaged by class. Source: its repository. */
export function balancedLoss(s: Similarities, of: readonly number[], tau: number): number {
  const classes = Math.max(...of) + 1;
  const all = [...of, ...Array.from({ length: classes }, (_, c) => c)];
  const count = (c: number) => all.filter((k) => k === c).length;
  return mean(
    of.map((own, i) => {
      const seen = others(s, i);
      const sum = seen.reduce(
        (total, k) => total + Math.exp(s[i][k] / tau) / (count(all[k]) - (all[k] === own ? 1 : 0)),
        0,
      );
      return Math.log(sum) - mean(seen.filter((k) => all[k] === own).map((k) => s[i][k] / tau));
    }),
  );
}

/** L_in of SupCon: the positives summed inside the logarithm. */
export function summedLoss(s: Similarities, of: readonly number[], tau: number): number {
  return mean(
    of.map((own, i) => {
      const seen = others(s, i);
      const positives = seen.filter((k) => of[k] === own);
      return logSumExp(seen.map((k) => s[i][k] / tau)) - logSumExp(positives.map((k) => s[i][k] / tau));
    }),
  );
}

/** NTXentLoss of pytorch-metric-learning: each pair of positives is a softmax beside the anchor's negatives. */
export function perPositiveLoss(s: Similarities, of: readonly number[], tau: number): number {
  const pairs = of.flatMap((own, i) => {
    const negatives = others(s, i).filter((k) => of[k] !== own);
    return others(s, i)
      .filter((k) => of[k] === own)
      .map((p) => logSumExp([p, ...negatives].map((k) => s[i][k] / tau)) - s[i][p] / tau);
  });
  return mean(pairs);
}

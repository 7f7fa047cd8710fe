/** Rank-N-Contrast: each pair has a softmax of its own, over the samples whose labels are at least as far apart. */
import type { Definition } from '../definition';
import { groupByKey } from '../grouping';
import type { Objective } from '../objective';
import type { PairWeights } from '../pairWeights';
import { emptySoftmaxes, type Softmaxes } from '../softmaxes';

/** Distances of labels this close, relative to the largest, are ties: 0.3 − 0.2 is 0.2 − 0.1 to everybody but a float. */
const TIE = 1e-9;

/** Softmaxes times groups: more of them take longer to minimise than a person waits. */
const MAX_CELLS = 300_000;

/** Sum of the absolute differences: the library's label distance (label_diff='l1'). */
export function labelDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, y, column) => sum + Math.abs(y - b[column]), 0);
}

/** Whether there are too many different labels: each makes up to as many softmaxes as there are labels. */
export function isTooRanked({ parameters: { labels } }: Definition): boolean {
  const different = new Set((labels?.value ?? []).map((row) => row.join(' '))).size;
  return different * different * (different + 1) > MAX_CELLS;
}

/**
 * One softmax for each anchor, the first that it runs: the positives nearest by label against everything.
 * Formula: b_ii = views − 1, b_ij = views; K = 1 for equal labels, or the nearest where there are none, else 0.
 */
export function rankedPairWeights(definition: Definition): PairWeights {
  const { labels, views } = known(definition);
  const grouping = groupByKey(labels.length, (i) => labels[i].join(' '));
  const ranks = rankOthers(grouping.representative.map((i) => labels[i]));
  const hasEqual = (g: number) => views * grouping.counts[g] > 1;
  return {
    items: labels.map((row) => ({ name: row.map((y) => Number(y.toPrecision(6))).join(', '), size: 1 })),
    grouping,
    copies: 1,
    anchorWeight: () => 1,
    selfMultiplicity: () => views - 1,
    selfLogWeight: () => 0,
    multiplicity: () => views,
    logWeight: (g, h) => (g === h || ranks[g][h] === (hasEqual(g) ? 0 : 1) ? 0 : Number.NEGATIVE_INFINITY),
  };
}

/**
 * A softmax for each anchor group and label distance: all positives at that distance share it.
 * Formula: with c candidates at the distance w = 1/c on them, b = 1 on all at least as far, a ∝ c. Shape: at most
 * G² rows. Source: [Zha2023].
 */
export function rankedSoftmaxes(definition: Definition, { groupOf, counts }: Objective): Softmaxes {
  const { labels, views } = known(definition);
  const size = counts.length;
  const ranks = rankOthers(counts.map((_, g) => labels[groupOf.indexOf(g)]));
  const others = views * labels.length - 1;
  const rows = ranks.flatMap((of, g) =>
    Array.from({ length: Math.max(...of) + 1 }, (_, rank) => ({ g, rank, of })).flatMap((row) => {
      const seen = candidatesOf(row.g, counts, views);
      const positives = seen.reduce((sum, b, k) => sum + (rankAt(row.of, k) === row.rank ? b : 0), 0);
      return positives > 0 ? [{ ...row, seen, positives }] : [];
    }),
  );
  const softmaxes = emptySoftmaxes(size, rows.length);
  for (const [r, { g, rank, of, seen, positives }] of rows.entries()) {
    softmaxes.anchorOf[r] = g;
    softmaxes.mass[r] = (counts[g] / labels.length) * (positives / others);
    for (const [k, b] of seen.entries()) {
      const at = r * (size + 1) + k;
      if (rankAt(of, k) < rank || b === 0) continue;
      softmaxes.multiplicity[at] = b;
      if (rankAt(of, k) > rank) continue;
      softmaxes.weight[at] = b / positives;
      softmaxes.logRatio[at] = -Math.log(positives);
    }
  }
  return softmaxes;
}

/** Candidates of each column, the anchor's own other views last. */
function candidatesOf(g: number, counts: readonly number[], views: number): number[] {
  return [...counts.map((n, h) => views * (n - (h === g ? 1 : 0))), views - 1];
}

/** The last column is the anchor itself, at distance 0. */
const rankAt = (ranks: readonly number[], column: number) => ranks[column] ?? 0;

/** For each label the rank of the distance to every other: 0 for itself, 1 for the nearest, ties alike. */
export function rankOthers(labels: readonly (readonly number[])[]): number[][] {
  return labels.map((own) => {
    const distances = labels.map((other) => labelDistance(own, other));
    const order = [...labels.keys()].sort((i, j) => distances[i] - distances[j]);
    const tie = TIE * distances[order[order.length - 1]];
    const ranks = labels.map(() => 0);
    let rank = 0;
    for (const [at, i] of order.entries()) {
      if (at > 0 && distances[i] - distances[order[at - 1]] > tie) rank++;
      ranks[i] = rank;
    }
    return ranks;
  });
}

function known({ parameters }: Definition): { labels: readonly (readonly number[])[]; views: number } {
  const labels = parameters.labels?.value;
  const views = parameters.views.value?.count;
  if (!labels || views === undefined) throw new Error('Rank-N-Contrast is built of known labels and views.');
  return { labels, views };
}

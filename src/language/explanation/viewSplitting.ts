/** What becomes of the views of a sample where a loss reaches its bound only, or more easily, with views apart. */
import type { Analysis } from '../../geometry/analysis';
import type { Definition } from '../../objective/definition';
import { cosine, nats } from './numbers';

/** Two views above this cosine are one point to anybody who measures embeddings. */
const TOGETHER = 0.995;

export interface ViewSplitting {
  /** Cosines of two views of a sample at which the bound is reached. */
  readonly range: readonly [number, number];
  /** Whether the views are free in the objective itself, or would have to be first. */
  readonly isFree: boolean;
  /** In how many dimensions: "32 dimensions", or those that it takes. */
  readonly room: string;
}

/** Null where the views of a sample can stay at one point while the bound is reached, or where nothing reaches it. */
export function viewSplitting({ parameters }: Definition, analysis: Analysis): ViewSplitting | null {
  const { viewSimilarity: range, items, verdict } = analysis;
  const views = parameters.views.value;
  const isFree = views?.tied === false;
  if (range === null || views === null || range[1] > TOGETHER) return null;
  if (isFree !== (verdict === 'realizable')) return null;
  const dimension = parameters.dimension?.value ?? null;
  const enough = items.length * (isFree ? 1 : views.count) - 1;
  return {
    range,
    isFree,
    room: dimension === null ? `${enough} or more dimensions` : `${dimension} dimensions`,
  };
}

/** `0.95 or less`, or `0.11` where only one value will do. */
export function splitCosine([low, high]: readonly [number, number]): string {
  return high - low < 5e-3 ? cosine(high) : `${cosine(high)} or less`;
}

/** A paragraph for the hover and the panel; none where views may stay together. */
export function writeViewSplitting(definition: Definition, analysis: Analysis): readonly string[] {
  const splitting = viewSplitting(definition, analysis);
  if (splitting === null) return [];
  const { range, isFree, room } = splitting;
  if (isFree)
    return [
      `View splitting: at one point the views of a sample never reach the bound, only at a cosine of ${splitCosine(range)}. The loss rewards an encoder that tells augmentations apart, so it does not teach invariance to them.`,
    ];
  const gain = analysis.gap === null ? '' : ` That gains the whole gap of ${nats(analysis.gap)}.`;
  return [
    `View splitting: the verdict takes the views of a sample to be one point. With ${room}, an encoder that tells augmentations apart reaches the bound all the same, its two views at a cosine of ${splitCosine(range)} (down to ${cosine(range[0])}).${gain}`,
  ];
}

/** What kinds of objectives over samples have in common: items, which of them are alike, and the weight of a pair. */
import type { Grouping } from './grouping';
import type { Item } from './objective';

export interface SampleWeights {
  readonly items: readonly Item[];
  /** Samples of one group are exchangeable. */
  readonly grouping: Grouping;
  /** `self` tells a sample's own other view from another sample of the same group. */
  readonly logWeight: (i: number, j: number, self: boolean) => number;
  /** Whether j is in the denominator of i; absent where every pair is. */
  readonly isCompared?: (i: number, j: number) => boolean;
}

export function numbered(n: number): Item[] {
  return Array.from({ length: n }, (_, i) => ({ name: `sample ${i + 1}`, size: 1 }));
}

/** What a sample is called by its label. */
export function labelName(label: readonly number[]): string {
  return label.map((y) => String(Number(y.toPrecision(6)))).join(', ');
}

/** The samples that are still to be drawn in a pass over the data set, by class: counts only, never the samples. */
import { hypergeometric } from './hypergeometric';
import type { Random } from './random';

/** Draws so many at once, for each class, are quicker class by class than sample by sample. */
const MANY_PER_CLASS = 64;

export interface Urn {
  /** Takes `samples` without replacement and writes how many of each class they are. At most what is left. */
  draw(samples: number, taken: Float64Array): void;
}

/** An urn with `counts` samples of each class. Shape: any number of classes, counts up to 2^53 in all. */
export function fullUrn(random: Random, counts: ArrayLike<number>, samplesADraw: number): Urn {
  return samplesADraw > MANY_PER_CLASS * counts.length
    ? new CountedUrn(random, counts)
    : new SampledUrn(random, counts);
}

/** Class by class: each count by its hypergeometric law given the counts before it. */
class CountedUrn implements Urn {
  readonly #left: Float64Array;
  #total: number;

  constructor(
    private readonly random: Random,
    counts: ArrayLike<number>,
  ) {
    this.#left = Float64Array.from(counts);
    this.#total = this.#left.reduce((sum, n) => sum + n, 0);
  }

  draw(samples: number, taken: Float64Array): void {
    let rest = this.#total;
    let missing = samples;
    for (let c = 0; c < this.#left.length; c++) {
      const good = this.#left[c];
      taken[c] = missing === 0 || good === 0 ? 0 : hypergeometric(this.random, good, rest - good, missing);
      rest -= good;
      missing -= taken[c];
      this.#left[c] -= taken[c];
    }
    this.#total -= samples;
  }
}

/** Sample by sample, with the counts in a binary indexed tree: K classes cost log K a sample. Source: [Fenwick1994]. */
class SampledUrn implements Urn {
  readonly #tree: Float64Array;
  readonly #highestBit: number;
  #total = 0;

  constructor(
    private readonly random: Random,
    counts: ArrayLike<number>,
  ) {
    this.#tree = new Float64Array(counts.length + 1);
    this.#highestBit = 2 ** Math.floor(Math.log2(Math.max(1, counts.length)));
    for (let c = 1; c <= counts.length; c++) {
      this.#total += counts[c - 1];
      this.#tree[c] += counts[c - 1];
      const parent = c + (c & -c);
      if (parent <= counts.length) this.#tree[parent] += this.#tree[c];
    }
  }

  draw(samples: number, taken: Float64Array): void {
    taken.fill(0);
    for (let k = 0; k < samples; k++) taken[this.#takeOne()]++;
  }

  #takeOne(): number {
    let rank = Math.floor(this.random() * this.#total);
    this.#total--;
    let before = 0;
    for (let bit = this.#highestBit; bit > 0; bit >>= 1) {
      const next = before + bit;
      if (next >= this.#tree.length) continue;
      if (this.#tree[next] <= rank) {
        rank -= this.#tree[next];
        before = next;
      } else this.#tree[next]--;
    }
    return before;
  }
}

/** A weight that only the numbers show to be none: an expression that is negative, infinite or undefined for a pair. */

export class UnusableWeight extends Error {
  override readonly name = 'UnusableWeight';

  /** `pair` names the two samples in words, anchor first. */
  constructor(pair: readonly [string, string], weight: number) {
    const [i, j] = pair;
    const of = i === j ? `of ${i} with itself` : `that anchor ${i} gives to ${j}`;
    super(`the weight ${of} ${inWords(weight)}`);
  }
}

function inWords(weight: number): string {
  if (Number.isNaN(weight)) return 'is not a number (NaN)';
  if (!Number.isFinite(weight)) return 'is infinite';
  return `is ${Number(weight.toPrecision(6))}, below 0`;
}

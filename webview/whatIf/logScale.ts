/** Positive numbers on a slider: equal steps multiply by equal factors, as temperatures and weights are thought of. */

export interface LogScale {
  /** 0 to `STEPS`. */
  position(value: number): number;
  value(position: number): number;
}

/** Steps of a slider: finer than its pixels. */
export const STEPS = 400;

export function logScale(from: number, to: number): LogScale {
  const [low, high] = [Math.log(from), Math.log(to)];
  return {
    position: (value) => {
      const share = (Math.log(value) - low) / (high - low);
      return Math.round(STEPS * Math.min(1, Math.max(0, share)));
    },
    value: (position) => rounded(Math.exp(low + (position / STEPS) * (high - low))),
  };
}

/** A scale that holds all the values, with room around them, and at least the given range. */
export function scaleAround(
  range: { readonly from: number; readonly to: number; readonly atMost?: number },
  values: readonly number[],
): LogScale {
  const positive = values.filter((value) => value > 0);
  const from = Math.min(range.from, ...positive.map((value) => value / ROOM));
  const to = Math.max(range.to, ...positive.map((value) => value * ROOM));
  return logScale(from, Math.min(to, range.atMost ?? Infinity));
}

const ROOM = 4;

/** To three digits: a slider promises no more. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

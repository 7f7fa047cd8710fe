/** Rounding that keeps a limit kept: a value that is told to be copied must still fit when it is. */

/** The largest number of `digits` significant digits that is not above `value`. */
export function roundDown(value: number, digits = 3): number {
  return roundTo(value, digits, Math.floor);
}

/** The smallest number of `digits` significant digits that is not below `value`. */
export function roundUp(value: number, digits = 3): number {
  return roundTo(value, digits, Math.ceil);
}

function roundTo(value: number, digits: number, round: (x: number) => number): number {
  if (value === 0) return 0;
  const exponent = Math.floor(Math.log10(Math.abs(value))) - digits + 1;
  const scaled = exponent < 0 ? value * 10 ** -exponent : value / 10 ** exponent;
  // A number that has few digits already must not move because of its binary form: 0.3 · 1000 is 300.00000000000006.
  const nearest = Math.round(scaled);
  const whole = Math.abs(scaled - nearest) < 1e-9 * Math.abs(scaled) ? nearest : round(scaled);
  return Number(`${whole}e${exponent}`);
}

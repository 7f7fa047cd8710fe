/** What expressions are compiled to: functions of a pair of samples, each with how much work one call is. */

/** A number for a pair of samples. */
export type OfPair = (i: number, j: number) => number;

/** The sign that belongs to the logarithm computed last: −1, 0, 1, or NaN. One for each compiled expression. */
export interface SignRegister {
  sign: number;
}

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: OfPair;
  /** log |value|, its sign in the register; right where the value itself is too small or too large for a double. */
  readonly log: OfPair;
  /** Operations of one call of `value`, and of one call of `log`, at most. */
  readonly valueCost: number;
  readonly logCost: number;
}

export interface Vector {
  readonly kind: 'vector';
  readonly length: number;
  /** Good until the next call. */
  readonly components: (i: number, j: number) => ArrayLike<number>;
  readonly valueCost: number;
}

export type Compiled = Scalar | Vector;

/** A scalar whose logarithm is only that of its value. */
export function plainScalar(register: SignRegister, valueCost: number, value: OfPair): Scalar {
  const log: OfPair = (i, j) => {
    const known = value(i, j);
    register.sign = Math.sign(known);
    return Math.log(Math.abs(known));
  };
  return { kind: 'scalar', value, log, valueCost, logCost: valueCost + 1 };
}

/**
 * Arithmetic that keeps logarithms: a weight of exp(−2000) is a weight, and only its logarithm enters an objective.
 * Formulas: log(ab) = log a + log b; log(aᵇ) = b log a; log(a + b) by log-sum-exp, with signs.
 */
import { type OfPair, plainScalar, type Scalar, type SignRegister } from './compiled';

/** Between these a sum of doubles is as good as they are; beyond, digits are lost or the number is. */
const SMALLEST_SAFE = 1e-280;
const LARGEST_SAFE = 1e280;

export function constant(register: SignRegister, value: number): Scalar {
  return plainScalar(register, 1, () => value);
}

/** a + b, or a − b for `sign` −1. */
export function sum(register: SignRegister, a: Scalar, b: Scalar, sign: 1 | -1): Scalar {
  const value: OfPair = (i, j) => a.value(i, j) + sign * b.value(i, j);
  const log: OfPair = (i, j) => {
    const plain = value(i, j);
    const size = Math.abs(plain);
    if (size >= SMALLEST_SAFE && size <= LARGEST_SAFE) {
      register.sign = Math.sign(plain);
      return Math.log(size);
    }
    const logA = a.log(i, j);
    const signA = register.sign;
    const logB = b.log(i, j);
    return addLogs(register, logA, signA, logB, sign * register.sign);
  };
  const valueCost = 1 + a.valueCost + b.valueCost;
  return { kind: 'scalar', value, log, valueCost, logCost: valueCost + a.logCost + b.logCost };
}

function addLogs(register: SignRegister, logA: number, signA: number, logB: number, signB: number): number {
  if (signA === 0) {
    register.sign = signB;
    return logB;
  }
  if (signB === 0) {
    register.sign = signA;
    return logA;
  }
  const isFirstLarger = logA >= logB;
  const larger = isFirstLarger ? logA : logB;
  const relative = Math.exp((isFirstLarger ? logB : logA) - larger);
  if (signA !== signB && relative === 1) {
    register.sign = 0;
    return -Infinity;
  }
  register.sign = isFirstLarger ? signA : signB;
  return larger + Math.log1p(signA === signB ? relative : -relative);
}

/** ab, or a/b for `sign` −1. */
export function product(register: SignRegister, a: Scalar, b: Scalar, sign: 1 | -1): Scalar {
  return {
    kind: 'scalar',
    value: sign === 1 ? (i, j) => a.value(i, j) * b.value(i, j) : (i, j) => a.value(i, j) / b.value(i, j),
    log: (i, j) => {
      const logA = a.log(i, j);
      const signA = register.sign;
      const logB = b.log(i, j);
      register.sign = combinedSign(signA, register.sign, sign);
      return logA + sign * logB;
    },
    valueCost: 1 + a.valueCost + b.valueCost,
    logCost: 1 + a.logCost + b.logCost,
  };
}

/** Nothing divided by nothing, and what is divided by nothing, are no numbers. */
function combinedSign(a: number, b: number, sign: 1 | -1): number {
  return sign === -1 && b === 0 ? Number.NaN : a * b;
}

/** aᵇ; of a negative number only whole powers are real. */
export function power(register: SignRegister, a: Scalar, b: Scalar): Scalar {
  const log: OfPair = (i, j) => {
    const exponent = b.value(i, j);
    const logA = a.log(i, j);
    if (exponent === 0) {
      register.sign = 1;
      return 0;
    }
    if (register.sign < 0) register.sign = signOfPower(exponent);
    // One over nothing is infinite, not nothing.
    else if (register.sign === 0 && exponent < 0) register.sign = 1;
    return exponent * logA;
  };
  return {
    kind: 'scalar',
    value: (i, j) => a.value(i, j) ** b.value(i, j),
    log,
    valueCost: 1 + a.valueCost + b.valueCost,
    logCost: 1 + a.logCost + b.valueCost,
  };
}

function signOfPower(exponent: number): number {
  if (!Number.isInteger(exponent)) return Number.NaN;
  return exponent % 2 === 0 ? 1 : -1;
}

export function negative(register: SignRegister, a: Scalar): Scalar {
  return {
    kind: 'scalar',
    value: (i, j) => -a.value(i, j),
    log: (i, j) => {
      const log = a.log(i, j);
      register.sign = -register.sign;
      return log;
    },
    valueCost: 1 + a.valueCost,
    logCost: 1 + a.logCost,
  };
}

/** The larger of two, or the smaller for `sign` −1; NaN when either is. */
export function extreme(register: SignRegister, a: Scalar, b: Scalar, sign: 1 | -1): Scalar {
  const choose = sign === 1 ? Math.max : Math.min;
  return {
    kind: 'scalar',
    value: (i, j) => choose(a.value(i, j), b.value(i, j)),
    log: (i, j) => {
      const logA = a.log(i, j);
      const signA = register.sign;
      const logB = b.log(i, j);
      const signB = register.sign;
      if (Number.isNaN(signA * signB)) {
        register.sign = Number.NaN;
        return Number.NaN;
      }
      const isFirstLarger = signA === signB ? signA * logA >= signB * logB || signA === 0 : signA > signB;
      const takesFirst = isFirstLarger === (sign === 1);
      register.sign = takesFirst ? signA : signB;
      return takesFirst ? logA : logB;
    },
    valueCost: 1 + a.valueCost + b.valueCost,
    logCost: 1 + a.logCost + b.logCost,
  };
}

/** Only the branch that is chosen is computed. */
export function choose(test: Scalar, whenTrue: Scalar, whenFalse: Scalar): Scalar {
  const branch = (i: number, j: number) => (test.value(i, j) !== 0 ? whenTrue : whenFalse);
  return {
    kind: 'scalar',
    value: (i, j) => branch(i, j).value(i, j),
    log: (i, j) => branch(i, j).log(i, j),
    valueCost: 1 + test.valueCost + whenTrue.valueCost + whenFalse.valueCost,
    logCost: 1 + test.valueCost + whenTrue.logCost + whenFalse.logCost,
  };
}

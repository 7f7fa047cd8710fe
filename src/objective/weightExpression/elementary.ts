/** The functions of one number that a weight expression may call, with their logarithms where these are simpler. */
import type { NamedKernel } from '../definition';
import { logKernel } from '../kernel';
import { constant, negative, power } from './arithmetic';
import { type OfPair, plainScalar, type Scalar, type SignRegister } from './compiled';

export type Elementary = (register: SignRegister, argument: Scalar) => Scalar;

export const ELEMENTARY: Readonly<Record<string, Elementary>> = {
  exp: exponential,
  log: logarithm,
  sqrt: (register, a) => ({
    ...power(register, a, constant(register, 0.5)),
    value: (i, j) => Math.sqrt(a.value(i, j)),
  }),
  square: (register, a) => power(register, a, constant(register, 2)),
  abs: absolute,
  cos: plain(Math.cos),
  sin: plain(Math.sin),
  tanh: plain(Math.tanh),
  gaussian: kernel('gaussian'),
  laplacian: kernel('laplacian'),
  epanechnikov: kernel('epanechnikov'),
  triangular: kernel('triangular'),
};

/** Functions of the length of a vector, where others work on each of its components. */
export const OF_LENGTH: ReadonlySet<string> = new Set([
  'gaussian',
  'laplacian',
  'epanechnikov',
  'triangular',
]);

function exponential(register: SignRegister, a: Scalar): Scalar {
  return {
    kind: 'scalar',
    value: (i, j) => Math.exp(a.value(i, j)),
    log: (i, j) => {
      const log = a.value(i, j);
      register.sign = positive(log);
      return log;
    },
    valueCost: 1 + a.valueCost,
    logCost: 1 + a.valueCost,
  };
}

/** NaN stays NaN. */
const positive = (log: number) => (Number.isNaN(log) ? log : log === -Infinity ? 0 : 1);

function logarithm(register: SignRegister, a: Scalar): Scalar {
  return plainScalar(register, 1 + a.logCost, (i, j) => {
    const log = a.log(i, j);
    if (register.sign > 0) return log;
    return register.sign === 0 ? -Infinity : Number.NaN;
  });
}

function absolute(register: SignRegister, a: Scalar): Scalar {
  const { log } = negative(register, a);
  return {
    kind: 'scalar',
    value: (i, j) => Math.abs(a.value(i, j)),
    log: (i, j) => {
      const size = log(i, j);
      register.sign = Math.abs(register.sign);
      return size;
    },
    valueCost: 1 + a.valueCost,
    logCost: 1 + a.logCost,
  };
}

function plain(f: (x: number) => number): Elementary {
  return (register, a) => plainScalar(register, 1 + a.valueCost, (i, j) => f(a.value(i, j)));
}

/** K(|u|) of the y-aware kernels. */
function kernel(name: NamedKernel): Elementary {
  return (register, a) => {
    const log: OfPair = (i, j) => logKernel(name, Math.abs(a.value(i, j)));
    return {
      kind: 'scalar',
      value: (i, j) => Math.exp(log(i, j)),
      log: (i, j) => {
        const known = log(i, j);
        register.sign = positive(known);
        return known;
      },
      valueCost: 3 + a.valueCost,
      logCost: 3 + a.valueCost,
    };
  };
}

/** Arithmetic that is done before a program runs: operators, logarithms, tensors of one number. */
import type { Operator } from '../../../values';

export function calculate(operator: Operator, [a, b]: readonly number[]): number {
  switch (operator) {
    case '+':
      return b === undefined ? a : a + b;
    case '-':
      return b === undefined ? -a : a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '**':
      return a ** b;
  }
}

/** By the last part of the name: of math, NumPy, PyTorch, TensorFlow, JAX. */
export const FUNCTIONS: Readonly<Record<string, ((x: number) => number) | undefined>> = {
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  exp: Math.exp,
  abs: Math.abs,
  square: (x) => x * x,
};

/** Calls that give their first argument back, as a tensor or as another kind of number. */
export const SAME_NUMBER = new Set([
  'tensor',
  'as_tensor',
  'FloatTensor',
  'Tensor',
  'constant',
  'convert_to_tensor',
  'array',
  'asarray',
  'float32',
  'float64',
  'float16',
  'float',
  'int',
]);

/** Calls that make what the optimiser changes. */
export const LEARNED = new Set(['Parameter', 'Variable']);

/** Methods of tensors that leave the number as it is. */
export const SAME_METHODS = new Set(
  'item float double half to cuda cpu detach clone numpy requires_grad_ squeeze unsqueeze view contiguous'.split(
    ' ',
  ),
);

/** Modules whose functions are read. */
export const NUMERIC = new Set(['math', 'numpy', 'np', 'torch', 'nn', 'tensorflow', 'tf', 'jax', 'cmath']);

export const MATH_CONSTANTS: Readonly<Record<string, number | undefined>> = {
  'math.pi': Math.PI,
  'math.e': Math.E,
  'numpy.pi': Math.PI,
  'numpy.e': Math.E,
};

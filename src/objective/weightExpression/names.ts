/** The names that a weight expression may use, and the spellings of Python's libraries that stand for them. */
import { ELEMENTARY } from './elementary';
import { FOLDS } from './vectors';

/** What a pair of samples i, j has: labels as they are, features at length 1. */
export const VARIABLES = ['y_i', 'y_j', 'x_i', 'x_j'] as const;
export type Variable = (typeof VARIABLES)[number];

export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Functions that take more than one argument, or whose result has another shape than the argument. */
const OTHER_FUNCTIONS = ['norm', 'dot', 'cosine_similarity', 'pow', 'where'] as const;

export const FUNCTIONS: readonly string[] = [
  ...Object.keys(ELEMENTARY),
  ...Object.keys(FOLDS),
  ...OTHER_FUNCTIONS,
];

const MODULES =
  /^(?:(?:np|numpy|jnp|jax\.numpy|torch|tf|math|tf\.math)(?:\.linalg)?|F|torch\.nn\.functional)\./;

const SPELLINGS: Readonly<Record<string, string>> = {
  absolute: 'abs',
  fabs: 'abs',
  inner: 'dot',
  matmul: 'dot',
  power: 'pow',
  minimum: 'min',
  maximum: 'max',
};

/** `np.absolute` is `abs`; other names stay. */
export function plainName(written: string): string {
  const name = written.replace(MODULES, '');
  return Object.hasOwn(SPELLINGS, name) ? SPELLINGS[name] : name;
}

export function isVariable(name: string): name is Variable {
  return VARIABLES.some((variable) => variable === name);
}

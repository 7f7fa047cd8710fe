/** Vectors in weight expressions: component by component, and down to one number. */
import { constant, extreme, product, sum } from './arithmetic';
import { type OfPair, plainScalar, type Scalar, type SignRegister, type Vector } from './compiled';

type Combine = (register: SignRegister, a: Scalar, b: Scalar) => Scalar;

/**
 * An operation on numbers, on each component of a vector. Two operands that are both vectors have one length; a number
 * stands for a vector of equal components.
 */
export function componentwise(
  register: SignRegister,
  operands: readonly (Scalar | Vector)[],
  operation: (register: SignRegister, ...components: Scalar[]) => Scalar,
): Vector {
  const length = operands.reduce((most, operand) => (operand.kind === 'vector' ? operand.length : most), 0);
  const results = new Float64Array(length);
  const now = {
    components: operands.map((): ArrayLike<number> => []),
    numbers: operands.map(() => 0),
    at: 0,
  };
  const current = operands.map((operand, k) =>
    plainScalar(
      register,
      1,
      operand.kind === 'vector' ? () => now.components[k][now.at] : () => now.numbers[k],
    ),
  );
  const { value, valueCost } = operation(register, ...current);
  return {
    kind: 'vector',
    length,
    components: (i, j) => {
      for (const [k, operand] of operands.entries())
        if (operand.kind === 'vector') now.components[k] = operand.components(i, j);
        else now.numbers[k] = operand.value(i, j);
      for (now.at = 0; now.at < length; now.at++) results[now.at] = value(i, j);
      return results;
    },
    valueCost: operands.reduce((cost, operand) => cost + operand.valueCost, length * valueCost),
  };
}

/** One component. */
export function component(register: SignRegister, of: Vector, index: number): Scalar {
  return plainScalar(register, 1 + of.valueCost, (i, j) => of.components(i, j)[index]);
}

/** Σ a_k b_k. */
export function dot(register: SignRegister, a: Vector, b: Vector): Scalar {
  return plainScalar(register, a.valueCost + b.valueCost + 2 * a.length, (i, j) => {
    const left = a.components(i, j);
    const right = b.components(i, j);
    let total = 0;
    for (let k = 0; k < left.length; k++) total += left[k] * right[k];
    return total;
  });
}

/** √(Σ a_k²). */
export function norm(register: SignRegister, a: Vector): Scalar {
  return plainScalar(register, a.valueCost + 2 * a.length, (i, j) => {
    const components = a.components(i, j);
    let total = 0;
    for (let k = 0; k < components.length; k++) total += components[k] ** 2;
    return Math.sqrt(total);
  });
}

/** Whether all components are equal, as 1 or 0. */
export function areEqual(a: Vector, b: Vector): OfPair {
  return (i, j) => {
    const left = a.components(i, j);
    const right = b.components(i, j);
    for (let k = 0; k < left.length; k++) if (left[k] !== right[k]) return 0;
    return 1;
  };
}

const add: Combine = (register, a, b) => sum(register, a, b, 1);

/** All components brought down to one number. */
export const FOLDS: Readonly<Record<string, (register: SignRegister, a: Vector) => Scalar>> = {
  sum: (register, a) => folded(register, a, add),
  mean: (register, a) => product(register, folded(register, a, add), constant(register, a.length), -1),
  max: (register, a) => folded(register, a, (_, x, y) => extreme(register, x, y, 1)),
  min: (register, a) => folded(register, a, (_, x, y) => extreme(register, x, y, -1)),
};

function folded(register: SignRegister, a: Vector, combine: Combine): Scalar {
  const now = { total: 0, next: 0 };
  const total = plainScalar(register, 0, () => now.total);
  const next = plainScalar(register, 0, () => now.next);
  const { value, valueCost } = combine(register, total, next);
  return plainScalar(register, a.valueCost + a.length * valueCost, (i, j) => {
    const components = a.components(i, j);
    now.total = components[0];
    for (let k = 1; k < components.length; k++) {
      now.next = components[k];
      now.total = value(i, j);
    }
    return now.total;
  });
}

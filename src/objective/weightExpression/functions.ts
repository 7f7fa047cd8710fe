/** What each function of a weight expression makes of its arguments. */
import type { Span } from '../definition';
import { choose, extreme, power, product } from './arithmetic';
import { type Compiled, plainScalar, type Scalar, type SignRegister, type Vector } from './compiled';
import { ELEMENTARY, OF_LENGTH } from './elementary';
import { ExpressionError } from './expression';
import { areEqual, componentwise, dot, FOLDS, norm } from './vectors';

/** A call whose name is known, with where to complain. */
export interface Call {
  readonly name: string;
  readonly span: Span;
  readonly parts: readonly Compiled[];
}

/** Throws: ExpressionError when number or shape of the arguments does not fit. */
export function callFunction(register: SignRegister, call: Call): Compiled {
  const { name } = call;
  if (Object.hasOwn(ELEMENTARY, name)) return callElementary(register, call);
  if (Object.hasOwn(FOLDS, name)) return fold(register, call);
  switch (name) {
    case 'norm': {
      const [a] = takeParts(call, 1);
      return a.kind === 'vector' ? norm(register, a) : ELEMENTARY.abs(register, a);
    }
    case 'pow': {
      const [a, b] = takeParts(call, 2);
      return combine(register, a, b, call.span, power);
    }
    case 'where': {
      const [test, a, b] = takeParts(call, 3).map((part) => oneNumber(part, call.span));
      return choose(test, a, b);
    }
    default: {
      const [a, b] = takeParts(call, 2);
      const inner = innerProduct(register, a, b, call.span);
      if (name === 'dot') return inner;
      const lengths = [a, b].map((part) => (part.kind === 'vector' ? norm(register, part) : part));
      return product(register, inner, product(register, lengths[0], lengths[1], 1), -1);
    }
  }
}

function callElementary(register: SignRegister, call: Call): Compiled {
  const [argument] = takeParts(call, 1);
  const f = ELEMENTARY[call.name];
  if (argument.kind === 'scalar') return f(register, argument);
  if (OF_LENGTH.has(call.name)) return f(register, norm(register, argument));
  return componentwise(register, [argument], f);
}

/** Of one vector its components; or of several numbers. */
function fold(register: SignRegister, call: Call): Compiled {
  const { name, parts, span } = call;
  if (parts.length === 1) {
    const [of] = parts;
    return of.kind === 'vector' ? FOLDS[name](register, of) : of;
  }
  if (name === 'sum' || name === 'mean' || parts.length === 0)
    throw new ExpressionError(`\`${name}\` takes one argument, but ${parts.length} stand here.`, span);
  const sign = name === 'max' ? 1 : -1;
  return parts.reduce((a, b) => combine(register, a, b, span, (r, x, y) => extreme(r, x, y, sign)));
}

/** Σ a_k b_k of two vectors, ab of two numbers. */
export function innerProduct(register: SignRegister, a: Compiled, b: Compiled, span: Span): Scalar {
  if (a.kind === 'scalar' && b.kind === 'scalar') return product(register, a, b, 1);
  if (a.kind === 'vector' && b.kind === 'vector' && a.length === b.length) return dot(register, a, b);
  throw new ExpressionError(
    `A dot product takes two vectors of one length, but here stand ${shapeOf(a)} and ${shapeOf(b)}.`,
    span,
  );
}

/** An operation on two numbers, or on the components of vectors. */
export function combine(
  register: SignRegister,
  a: Compiled,
  b: Compiled,
  span: Span,
  operation: (register: SignRegister, a: Scalar, b: Scalar) => Scalar,
): Compiled {
  if (a.kind === 'scalar' && b.kind === 'scalar') return operation(register, a, b);
  requireOneLength(a, b, span);
  return componentwise(register, [a, b], operation);
}

/** Whether two numbers, or all components of two vectors, are equal. */
export function equality(register: SignRegister, a: Compiled, b: Compiled, span: Span): Scalar | null {
  if (a.kind === 'scalar' || b.kind === 'scalar') return null;
  requireOneLength(a, b, span);
  return plainScalar(register, a.valueCost + b.valueCost + a.length, areEqual(a, b));
}

export function oneNumber(part: Compiled, span: Span): Scalar {
  if (part.kind === 'scalar') return part;
  throw new ExpressionError(
    `Here one number should stand, but this is ${shapeOf(part)}. Take its length \`norm(…)\`, its \`sum(…)\`, or one component \`y_i[0]\`.`,
    span,
  );
}

function takeParts({ name, parts, span }: Call, count: number): readonly Compiled[] {
  if (parts.length === count) return parts;
  const arguments_ = count === 1 ? 'one argument' : `${count} arguments`;
  throw new ExpressionError(`\`${name}\` takes ${arguments_}, but ${parts.length} stand here.`, span);
}

function requireOneLength(a: Compiled, b: Compiled, span: Span): void {
  if (a.kind === 'vector' && b.kind === 'vector' && a.length !== b.length)
    throw new ExpressionError(
      `${shapeOf(a)} and ${shapeOf(b)} do not fit together: they need one length.`.replace(/^a/, 'A'),
      span,
    );
}

export const shapeOf = (part: Scalar | Vector) =>
  part.kind === 'scalar' ? 'a number' : `a vector of ${part.length} numbers`;

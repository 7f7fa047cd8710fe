/** Compiles the tree of a weight expression for labels and features of known shape. */
import type { Span } from '../definition';
import { choose, constant, negative, power, product, sum } from './arithmetic';
import { type Compiled, type OfPair, plainScalar, type Scalar, type SignRegister } from './compiled';
import { type BinaryOperator, type Expression, ExpressionError } from './expression';
import { callFunction, combine, equality, innerProduct, oneNumber } from './functions';
import { CONSTANTS, isVariable, plainName, type Variable } from './names';
import { component } from './vectors';

/** Rows, one a sample, of labels and of unit features; null where the objective has none. */
export interface PairData {
  readonly labels: readonly (readonly number[])[] | null;
  readonly features: readonly (readonly number[])[] | null;
}

/** Every name of the tree is known. Throws: ExpressionError where shapes do not fit together. */
export function compileExpression(tree: Expression, data: PairData, register: SignRegister): Compiled {
  const compile = (node: Expression): Compiled => {
    switch (node.kind) {
      case 'number':
        return constant(register, node.value);
      case 'name': {
        const name = plainName(node.name);
        return isVariable(name) ? variable(name, data, register) : constant(register, CONSTANTS[name]);
      }
      case 'call':
        return callFunction(register, {
          name: plainName(node.name),
          span: node.span,
          parts: node.arguments.map(compile),
        });
      case 'index':
        return indexed(register, compile(node.of), node.index, node.span);
      case 'unary':
        return unary(register, node.operator, compile(node.operand), node.span);
      case 'conditional': {
        const [test, a, b] = [node.test, node.whenTrue, node.whenFalse].map((part) =>
          oneNumber(compile(part), part.span),
        );
        return choose(test, a, b);
      }
      case 'binary':
        return binary(register, node.operator, compile(node.left), compile(node.right), node.span);
    }
  };
  return compile(tree);
}

function variable(name: Variable, data: PairData, register: SignRegister): Compiled {
  const rows = name.startsWith('y') ? data.labels : data.features;
  if (rows === null) throw new Error('Expressions are compiled only when their data are known.');
  const isAnchor = name.endsWith('_i');
  const { length } = rows[0];
  if (length === 1 && name.startsWith('y'))
    return plainScalar(register, 1, isAnchor ? (i) => rows[i][0] : (_, j) => rows[j][0]);
  return {
    kind: 'vector',
    length,
    components: isAnchor ? (i) => rows[i] : (_, j) => rows[j],
    valueCost: 1,
  };
}

function unary(register: SignRegister, operator: '-' | 'not', operand: Compiled, span: Span): Compiled {
  if (operator === '-')
    return operand.kind === 'scalar'
      ? negative(register, operand)
      : combine(register, constant(register, 0), operand, span, (r, a, b) => sum(r, a, b, -1));
  const { value, valueCost } = oneNumber(operand, span);
  return plainScalar(register, 1 + valueCost, (i, j) => (value(i, j) === 0 ? 1 : 0));
}

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => boolean>>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  and: (a, b) => a !== 0 && b !== 0,
  or: (a, b) => a !== 0 || b !== 0,
};

function binary(
  register: SignRegister,
  operator: BinaryOperator,
  a: Compiled,
  b: Compiled,
  span: Span,
): Compiled {
  switch (operator) {
    case '+':
      return combine(register, a, b, span, (r, x, y) => sum(r, x, y, 1));
    case '-':
      return combine(register, a, b, span, (r, x, y) => sum(r, x, y, -1));
    case '*':
      return combine(register, a, b, span, (r, x, y) => product(r, x, y, 1));
    case '/':
      return combine(register, a, b, span, (r, x, y) => product(r, x, y, -1));
    case '**':
      return combine(register, a, b, span, power);
    case '@':
      return innerProduct(register, a, b, span);
    default:
      return compared(register, operator, a, b, span);
  }
}

/** A comparison is the number 1 where it holds, and 0 where not. */
function compared(
  register: SignRegister,
  operator: BinaryOperator,
  a: Compiled,
  b: Compiled,
  span: Span,
): Scalar {
  const equal = operator === '==' || operator === '!=' ? equality(register, a, b, span) : null;
  if (equal !== null) return operator === '==' ? equal : (unary(register, 'not', equal, span) as Scalar);
  const left = oneNumber(a, span);
  const right = oneNumber(b, span);
  const holds = COMPARISONS[operator];
  if (holds === undefined) throw new Error(`The operator ${operator} has no meaning.`);
  const value: OfPair = (i, j) => (holds(left.value(i, j), right.value(i, j)) ? 1 : 0);
  return plainScalar(register, 1 + left.valueCost + right.valueCost, value);
}

/** Components are counted from 0, as in Python; the only component of a number is itself. */
function indexed(register: SignRegister, of: Compiled, index: Expression, span: Span): Compiled {
  const written =
    index.kind === 'unary' && index.operator === '-' && index.operand.kind === 'number'
      ? -index.operand.value
      : index.kind === 'number'
        ? index.value
        : Number.NaN;
  const length = of.kind === 'vector' ? of.length : 1;
  const at = written < 0 ? written + length : written;
  if (!Number.isInteger(at) || at < 0 || at >= length)
    throw new ExpressionError(
      `A component is named by a whole number from 0 to ${length - 1} here, as in \`y_i[0]\`.`,
      Number.isNaN(written) ? index.span : span,
    );
  return of.kind === 'vector' ? component(register, of, at) : of;
}

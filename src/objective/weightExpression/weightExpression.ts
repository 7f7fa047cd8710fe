/** The door to weight expressions: a text in, the logarithm of the weight of any pair out, or what is wrong where. */
import { checkNames, type Guess, type NeededData } from './checkNames';
import type { OfPair, SignRegister } from './compiled';
import { compileExpression, type PairData } from './compileExpression';
import { type Expression, ExpressionError } from './expression';
import { parseExpression } from './parseExpression';

/** Work for one pair, in operations: what takes longer would keep an editor waiting for seconds. */
const MOST_OPERATIONS = 50_000;

export interface CheckedExpression {
  readonly tree: Expression;
  readonly needs: NeededData;
}

export interface CompiledWeight {
  /** log of the weight: −Infinity for a weight of zero, NaN where it is negative, infinite or no number. */
  readonly logWeight: OfPair;
  /** The weight itself, for words about one that cannot be used. */
  readonly weight: OfPair;
  /** Operations that one logarithm takes at most. */
  readonly cost: number;
}

const NO_GUESS: Guess = () => '';

/** Throws: ExpressionError, and nothing else whatever the text. */
export function checkExpression(text: string, guess: Guess = NO_GUESS): CheckedExpression {
  const tree = parseExpression(text);
  return { tree, needs: checkNames(tree, guess) };
}

/** Throws: ExpressionError where the expression does not fit the shape of the data, or takes too long. */
export function compileWeight({ tree }: CheckedExpression, data: PairData): CompiledWeight {
  const register: SignRegister = { sign: 0 };
  const compiled = compileExpression(tree, data, register);
  if (compiled.kind === 'vector')
    throw new ExpressionError(
      `A weight is one number for a pair, but this gives ${compiled.length}. Take the length \`norm(…)\`, the \`sum(…)\`, or one component such as \`y_i[0]\`.`,
      tree.span,
    );
  if (!(compiled.logCost <= MOST_OPERATIONS))
    throw new ExpressionError(
      `One weight takes up to ${compiled.logCost} operations; the limit is ${MOST_OPERATIONS}. Write the weights as a matrix file instead: \`weights: { file: w.npy }\`.`,
      tree.span,
    );
  return {
    weight: compiled.value,
    cost: compiled.logCost,
    logWeight: (i, j) => {
      const log = compiled.log(i, j);
      if (Number.isNaN(log) || Number.isNaN(register.sign)) return Number.NaN;
      if (register.sign === 0) return -Infinity;
      return register.sign > 0 && log < Infinity ? log : Number.NaN;
    },
  };
}

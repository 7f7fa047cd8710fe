/** The tree of a weight expression, each node with its place in the text, and what can be wrong with one. */
import type { Span } from '../definition';

export const BINARY_OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '**',
  '@',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'and',
  'or',
] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  /** As written, with its dots: `y_i`, `np.pi`. */
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression; readonly span: Span }
  | {
      readonly kind: 'unary';
      readonly operator: '-' | 'not';
      readonly operand: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
      readonly span: Span;
    };

/** What is wrong with an expression, in words for its author, at a place in its text. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';

  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

/**
 * Parses weight expressions with Python's precedence, since that is where they are copied from. Expression parsers for
 * JavaScript bind a sign tighter than a power (`-x**2` is x² to them, so that exp(-x**2) grows), and keep no places.
 */
import { type BinaryOperator, type Expression, ExpressionError } from './expression';
import { type Token, tokenize } from './tokens';

/** Characters: far more than any weight that somebody wrote by hand. */
export const LONGEST_EXPRESSION = 1000;
/** Parentheses, calls, powers and signs inside one another. */
const DEEPEST = 60;

const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=', '==', '!='];

/** Throws: ExpressionError, and nothing else whatever the text. */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST_EXPRESSION)
    throw new ExpressionError(
      `This expression has ${text.length} characters; the limit is ${LONGEST_EXPRESSION}. Write the weights as a matrix file instead: \`weights: { file: w.npy }\`.`,
      { start: 0, end: text.length },
    );
  return new Parser(tokenize(text), text).parse();
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  parse(): Expression {
    const whole = this.conditional();
    if (this.next.kind !== 'end') throw this.unexpected('Here the expression could end, but');
    return whole;
  }

  private get next(): Token {
    return this.tokens[this.at];
  }

  /** Takes the next token when it is one of these operators. */
  private take(...operators: readonly string[]): string | null {
    const { kind, text } = this.next;
    if (kind !== 'operator' || !operators.includes(text)) return null;
    this.at++;
    return text;
  }

  /** `a if test else b`, or `test ? a : b`. */
  private conditional(): Expression {
    return this.nested(() => {
      const first = this.either();
      if (this.take('?')) {
        const whenTrue = this.conditional();
        this.expect(':', 'A choice is written `test ? a : b`, or `a if test else b`.');
        return choice(first, whenTrue, this.conditional(), first);
      }
      if (!this.take('if')) return first;
      const test = this.either();
      this.expect('else', 'A choice is written `a if test else b`, or `test ? a : b`.');
      return choice(test, first, this.conditional(), first);
    });
  }

  private either(): Expression {
    return this.leftToRight(['or'], () => this.leftToRight(['and'], () => this.negation()));
  }

  private negation(): Expression {
    const { start } = this.next.span;
    if (!this.take('not')) return this.comparison();
    return this.nested(() => {
      const operand = this.negation();
      return { kind: 'unary', operator: 'not', operand, span: { start, end: operand.span.end } };
    });
  }

  private comparison(): Expression {
    const left = this.sum();
    const operator = this.take(...COMPARISONS);
    if (operator === null) return left;
    const whole = binary(operator, left, this.sum());
    if (COMPARISONS.includes(this.next.text))
      throw new ExpressionError('Comparisons do not chain here: write `a < b and b < c`.', this.next.span);
    return whole;
  }

  private sum(): Expression {
    return this.leftToRight(['+', '-'], () => this.leftToRight(['*', '/', '@'], () => this.signed()));
  }

  private leftToRight(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let operator = this.take(...operators); operator; operator = this.take(...operators))
      left = binary(operator, left, operand());
    return left;
  }

  private signed(): Expression {
    const { start } = this.next.span;
    const sign = this.take('+', '-');
    if (sign === null) return this.power();
    return this.nested(() => {
      const operand = this.signed();
      const span = { start, end: operand.span.end };
      return sign === '-' ? { kind: 'unary', operator: '-', operand, span } : { ...operand, span };
    });
  }

  /** Binds tighter than a sign on its left, looser than one on its right: −x**−y is −(x**(−y)). */
  private power(): Expression {
    const base = this.indexed();
    return this.take('**') ? this.nested(() => binary('**', base, this.signed())) : base;
  }

  private indexed(): Expression {
    let of = this.primary();
    while (this.take('[')) {
      const index = this.conditional();
      const end = this.expect(']', 'A component is written `y_i[0]`.');
      of = { kind: 'index', of, index, span: { start: of.span.start, end } };
    }
    return of;
  }

  private primary(): Expression {
    const { kind, text, span } = this.next;
    if (kind === 'number') {
      this.at++;
      return { kind: 'number', value: Number(text), span };
    }
    if (kind === 'name') {
      this.at++;
      return this.take('(') ? this.call(text, span) : { kind: 'name', name: text, span };
    }
    if (!this.take('(')) throw this.unexpected('Here a number, a name or a parenthesis should stand, but');
    const inside = this.conditional();
    const end = this.expect(')', 'Close the parenthesis.');
    return { ...inside, span: { start: span.start, end } };
  }

  private call(name: string, nameSpan: Token['span']): Expression {
    const parts: Expression[] = [];
    if (this.next.text !== ')')
      do parts.push(this.conditional());
      while (this.take(','));
    const end = this.expect(')', `Close the parenthesis after \`${name}\`.`);
    return { kind: 'call', name, nameSpan, arguments: parts, span: { start: nameSpan.start, end } };
  }

  /** Returns where the operator ends. */
  private expect(operator: string, advice: string): number {
    const { end } = this.next.span;
    if (this.take(operator)) return end;
    throw this.unexpected(`Here \`${operator}\` should stand, but`, advice);
  }

  private unexpected(expected: string, advice = ''): ExpressionError {
    const { kind, span } = this.next;
    const found =
      kind === 'end' ? 'the expression ends' : `\`${this.text.slice(span.start, span.end)}\` stands there`;
    const message = `${expected} ${found}. ${advice}`.trimEnd();
    // Nothing stands at the end: its last character is marked instead.
    if (kind !== 'end') return new ExpressionError(message, span);
    const end = this.text.trimEnd().length;
    return new ExpressionError(message, { start: Math.max(0, end - 1), end });
  }

  private nested<T>(parse: () => T): T {
    if (++this.depth > DEEPEST)
      throw new ExpressionError(
        `Here the expression is more than ${DEEPEST} levels deep, which is the limit.`,
        this.next.span,
      );
    const inside = parse();
    this.depth--;
    return inside;
  }
}

function binary(operator: string, left: Expression, right: Expression): Expression {
  const span = { start: left.span.start, end: right.span.end };
  return { kind: 'binary', operator: operator as BinaryOperator, left, right, span };
}

function choice(
  test: Expression,
  whenTrue: Expression,
  whenFalse: Expression,
  first: Expression,
): Expression {
  const span = { start: first.span.start, end: whenFalse.span.end };
  return { kind: 'conditional', test, whenTrue, whenFalse, span };
}

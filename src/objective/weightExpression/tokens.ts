/** Cuts the text of a weight expression into numbers, names and operators. */
import type { Span } from '../definition';
import { ExpressionError } from './expression';

export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'end';
  /** Operators in one spelling each: `^` is `**`, `&&` is `and`. */
  readonly text: string;
  readonly span: Span;
}

const NUMBER = /(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?/y;
/** Dotted, for the modules of Python: `np.exp`. */
const NAME = /[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/y;
const OPERATOR = /\*\*|<=|>=|==|!=|&&|\|\||[-+*/^@<>()[\],?:!\u2212\u00b7\u00d7]/y;
const SPACE = /\s*/y;

const SPELLINGS: Readonly<Record<string, string>> = {
  '^': '**',
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '\u2212': '-',
  '\u00b7': '*',
  '\u00d7': '*',
};
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if', 'else']);

/** Ends with a token of kind `end`. Throws: ExpressionError at the first character that begins none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const push = (kind: Token['kind'], read: string, written: string) => {
    tokens.push({ kind, text: read, span: { start: at, end: at + written.length } });
    at += written.length;
  };
  for (;;) {
    at += take(SPACE)?.length ?? 0;
    if (at >= text.length) break;
    const number = take(NUMBER);
    if (number !== null) {
      push('number', number.replaceAll('_', ''), number);
      continue;
    }
    const name = take(NAME);
    if (name !== null) {
      push(WORDS.has(name) ? 'operator' : 'name', name.replace(/\s/g, ''), name);
      continue;
    }
    const operator = take(OPERATOR);
    if (operator === null) throw unknownCharacter(text, at);
    push('operator', SPELLINGS[operator] ?? operator, operator);
  }
  push('end', '', '');
  return tokens;
}

const ADVICE: Readonly<Record<string, string>> = {
  '=': 'One `=` compares nothing: write `==` to compare. Arguments stand without their names.',
  '.': 'Methods are not read: write the function around its argument, for example `sum(…)`.',
  '|': 'For the absolute value write `abs(…)`, for a choice `or`.',
  '%': 'There is no remainder in weights.',
  '{': 'Group with parentheses.',
  '}': 'Group with parentheses.',
};

function unknownCharacter(text: string, at: number): ExpressionError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const advice =
    ADVICE[character] ??
    'It may hold numbers, names, the operators + − * / **, comparisons, parentheses and functions.';
  return new ExpressionError(`\`${character}\` has no meaning in a weight expression. ${advice}`, {
    start: at,
    end: at + character.length,
  });
}

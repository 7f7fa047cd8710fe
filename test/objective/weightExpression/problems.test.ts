/** What is wrong with a weight expression is told at its place, whatever the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../../src/language/dialects/closestName';
import { ExpressionError } from '../../../src/objective/weightExpression/expression';
import { checkExpression, compileWeight } from '../../../src/objective/weightExpression/weightExpression';

const LABELS = [
  [1, 2],
  [3, 4],
];
const FEATURES = [
  [1, 0, 0],
  [0, 1, 0],
];

function problemOf(text: string): ExpressionError | null {
  try {
    compileWeight(checkExpression(text, didYouMean), { labels: LABELS, features: FEATURES });
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/** Text, the place in it, and a part of what is said there. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['exp(-abs(y_i[0] - y_k))', '                  ^^^', '`y_k` is not known here. Did you mean `y_i`?'],
  ['expp(y_i[0])', '^^^^', 'The function `expp` is not known here. Did you mean `exp`?'],
  [
    'scipy.special.expit(y_i[0])',
    '^^^^^^^^^^^^^^^^^^^',
    'It may name y_i, y_j, x_i, x_j, pi, e, and the functions exp',
  ],
  ['y[i] == y[j]', '^', 'The labels of a pair are `y_i` and `y_j`.'],
  ['exp(-abs(i - j))', '         ^', 'belongs in `labels`'],
  ['exp(-abs(y_i[0]) / sigma)', '                   ^^^^^', 'Write its value.'],
  ['exp + y_i[0]', '^^^', '`exp` is a function: write `exp(…)`.'],
  ['y_i(y_j)', '^^^', '`y_i` is no function'],
  ['y_i.norm()', '^^^^^^^^', '`norm(y_i)`'],
  ['(y_i - y_j).norm()', '           ^', 'Methods are not read'],
  ['norm(y_i, dim=1)', '             ^', 'Arguments stand without their names'],
  ['|y_i|', '^', 'abs(…)'],
  ['y_i[0] + ', '       ^', 'but the expression ends'],
  ['exp(y_i[0]', '         ^', 'Close the parenthesis after `exp`.'],
  ['y_i[0] y_j', '       ^^^', 'Here the expression could end, but `y_j` stands there.'],
  ['1 < y_i[0] < 2', '           ^', 'write `a < b and b < c`'],
  ['y_i[0] ? 1', '         ^', 'A choice is written'],
  ['1 if y_i[0]', '          ^', 'Here `else` should stand'],
  ['', '', 'but the expression ends'],
  ['1', '^', 'This gives every pair of samples the same weight'],
  ['y_i - y_j', '^^^^^^^^^', 'A weight is one number for a pair, but this gives 2.'],
  ['y_i[2]', '^^^^^^', 'a whole number from 0 to 1'],
  ['y_i[x_i]', '    ^^^', 'a whole number'],
  ['sum(y_i + x_i)', '    ^^^^^^^^^', 'A vector of 2 numbers and a vector of 3 numbers do not fit together'],
  ['y_i @ x_i', '^^^^^^^^^', 'two vectors of one length'],
  ['y_i < y_j', '^^^^^^^^^', 'Here one number should stand'],
  ['1 if y_i else 2', '     ^^^', 'Here one number should stand'],
  ['exp(y_i[0], 2)', '^^^^^^^^^^^^^^', '`exp` takes one argument, but 2 stand here.'],
  ['sum(y_i[0], 2)', '^^^^^^^^^^^^^^', '`sum` takes one argument'],
  ['max() + y_i[0]', '^^^^^', 'but 0 stand here'],
  ['constructor(y_i[0])', '^^^^^^^^^^^', 'not known here'],
  ['__proto__ + y_i[0]', '^^^^^^^^^', 'not known here'],
];

describe('a problem', () => {
  it.each(CASES)('%s', (text, carets, part) => {
    const problem = problemOf(text);
    expect(problem?.message).toContain(part);
    const { start, end } = problem!.span;
    expect(' '.repeat(start) + '^'.repeat(end - start)).toBe(carets);
  });

  it.each([
    ['length', `y_i[0]${' + 1'.repeat(300)}`, 'the limit is 1000'],
    ['depth of parentheses', `${'('.repeat(100)}y_i[0]${')'.repeat(100)}`, 'more than 60 levels deep'],
    ['depth of signs', `${'-'.repeat(300)}y_i[0]`, 'more than 60 levels deep'],
    ['work', `${'log(1 + '.repeat(29)}y_i[0]${')'.repeat(29)}`, 'the limit is 50000'],
  ])('is any text beyond the limit of %s', (_, text, part) => {
    expect(problemOf(text)?.message).toContain(part);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...['y_i', 'x_j', 'exp', 'norm', '(', ')', '[', ']', '+', '-', '**', '/', '?', ':', ',', '==', '<'],
    ...['if', 'else', 'and', 'not', '1', '0.5', '.', 'np.', '=', ' ', '@', 'max', 'where', '$', 'é', '\n'],
  );
  const expectAnswer = (text: string) => {
    const problem = problemOf(text);
    if (problem === null) return;
    expect(problem.message.length).toBeGreaterThan(20);
    expect(problem.span.start).toBeGreaterThanOrEqual(0);
    expect(problem.span.end).toBeLessThanOrEqual(text.length);
    expect(problem.span.start).toBeLessThanOrEqual(problem.span.end);
  };

  it('is an expression or has a problem inside of it', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        expectAnswer,
      ),
      {
        seed: 2,
        numRuns: 5000,
      },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectAnswer), {
      seed: 3,
      numRuns: 2000,
    });
  });
});

/** Puts another number or word in the place of the one that a text has, in whatever unit the text counts. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Span } from '../../objective/definition';
import { CONVERSIONS, LIBRARY_WORDS } from './argumentNames';
import { isList } from './changes';
import { literal, type Notation, short } from './literals';
import type { TextEdit } from './textEdit';

export interface Replacement {
  readonly text: string;
  readonly notation: Notation;
  /** What the text's value is read as, and what it shall be read as. */
  readonly from: RemedyValue;
  readonly to: RemedyValue;
}

const NUMBER = String.raw`(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?`;
const ONE_NUMBER = new RegExp(`^[-+]?${NUMBER}$`);
const ANY_NUMBER = new RegExp(String.raw`(?<![\w.])${NUMBER}(?![\w.])`, 'g');

/** Ways to change what stands at a place that holds the value itself. */
export function replacedAt(span: Span, replacement: Replacement): TextEdit[] {
  const { text, notation, from, to } = replacement;
  const words = text.slice(span.start, span.end);
  if (typeof from === 'string' && typeof to === 'string') return replacedWord(span, words, to, notation);
  if (isNumbers(from) && isNumbers(to)) return replacedNumbers(span, words, replacement, from, to);
  // A comment that binds data holds them as an objective file does.
  return /^[[{]/.test(words) ? [{ span, text: literal(to, notation === 'python' ? 'yaml' : notation) }] : [];
}

type Numbers = number | readonly number[];

const isNumbers = (value: RemedyValue): value is Numbers =>
  typeof value === 'number' || (isList(value) && value.every((item) => typeof item === 'number'));

function replacedNumbers(
  span: Span,
  words: string,
  { notation }: Replacement,
  from: Numbers,
  to: Numbers,
): TextEdit[] {
  const write = (convert: (value: number) => number) => {
    const value = typeof to === 'number' ? short(convert(to)) : to.map((item) => short(convert(item)));
    return literal(value, notation, words);
  };
  if (typeof from === 'number' && ONE_NUMBER.test(words.trim()))
    return CONVERSIONS.filter((convert) => isNear(convert(from), numberOf(words))).map((convert) => ({
      span,
      text: write(convert),
    }));
  if (typeof from !== 'number' || typeof to !== 'number')
    return /^[[(][-+\d.eE_,\s]*[\])]$/.test(words) || ONE_NUMBER.test(words)
      ? CONVERSIONS.map((convert) => ({ span, text: write(convert) }))
      : [];
  return insideOf(span, words, from, to, notation);
}

/** The one number in `torch.tensor(0.07)`; or the whole of `1 / 14`. */
function insideOf(span: Span, words: string, from: number, to: number, notation: Notation): TextEdit[] {
  const inside = [...words.matchAll(ANY_NUMBER)].flatMap(({ 0: number, index }) =>
    CONVERSIONS.filter((convert) => isNear(convert(from), numberOf(number))).map((convert) => ({
      span: { start: span.start + index, end: span.start + index + number.length },
      text: literal(short(convert(to)), notation, number),
    })),
  );
  const isArithmetic = /^[\d\s.+\-*/()eE_]+$/.test(words);
  const whole = CONVERSIONS.map((convert) => ({ span, text: literal(short(convert(to)), notation) }));
  return isArithmetic ? [...whole, ...inside] : inside;
}

function replacedWord(span: Span, words: string, to: string, notation: Notation): TextEdit[] {
  if (/^(?:True|False|true|false)$/.test(words)) {
    const is = to === 'cosine';
    return [{ span, text: notation === 'python' ? literal(is, 'python') : String(is) }];
  }
  return libraryWords(to).map((word) => ({ span, text: literal(word, notation, words) }));
}

export const libraryWords = (word: string): readonly string[] => LIBRARY_WORDS[word] ?? [word];

/** Ways to change what a name is given in the text: `TEMP = 0.1`, `"temp": 0.1`, `temp: float = 0.1`. */
export function replacedUnder(names: readonly string[], replacement: Replacement): TextEdit[] {
  const { text } = replacement;
  const plain = names.filter((name) => /^[\w-]+$/.test(name));
  if (plain.length === 0) return [];
  const given = new RegExp(
    String.raw`(?<![\w-])(?:${plain.join('|')})(?![\w-])\\?["']?\]?\s*(?::\s*[A-Za-z_][\w.[\], |]*)?\s*[=:](?!=)\s*`,
    'g',
  );
  return [...text.matchAll(given)].flatMap(({ 0: before, index }) => {
    const start = index + before.length;
    const value = /^(?:\\?["'][\w -]*\\?["']|[-+]?[\w.]+(?:[eE][-+]\d+)?)/.exec(
      text.slice(start, start + 80),
    )?.[0];
    return value === undefined ? [] : replacedAt({ start, end: start + value.length }, replacement);
  });
}

const numberOf = (words: string) => Number(words.replaceAll('_', ''));

/** A value went through a conversion. */
const RELATIVE_TOL = 1e-9;
const isNear = (a: number, b: number) => Math.abs(a - b) <= RELATIVE_TOL * Math.abs(b);

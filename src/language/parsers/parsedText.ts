/** What every parser gives back: as much of a value tree as the text allows, and what is wrong with its syntax. */
import type { Span } from '../../objective/definition';
import type { ValueNode } from '../values';

export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ParsedText {
  /** Null when the text holds no value at all. */
  readonly root: ValueNode | null;
  readonly problems: readonly SyntaxProblem[];
}

/** Objective files above this length are not read: inline values of this many characters belong into a data file. */
export const LONGEST_DATA_TEXT = 1_000_000;

/** Nobody nests by hand this deep; deeper trees would exhaust the stack of whatever walks them. */
export const DEEPEST_NESTING = 100;

/** The answer to a text that is too long to be parsed while its author types, or null. */
export function refuseLongText(
  text: string,
  what: string,
  longest: number = LONGEST_DATA_TEXT,
): ParsedText | null {
  if (text.length <= longest) return null;
  const millions = (n: number) => (n < 1e6 ? (n / 1e6).toPrecision(2) : (n / 1e6).toFixed(1));
  const message =
    `This ${what} has ${millions(text.length)} million characters and is not read: ` +
    `the limit is ${millions(longest)} million. Write fewer values inline, for example a sample of the labels.`;
  return { root: null, problems: [{ message, span: firstLine(text) }] };
}

/** The answer to a text nested beyond what is ever written by hand. */
export function refuseDeepText(what: string, span: Span): ParsedText {
  const message = `This ${what} nests values more than ${DEEPEST_NESTING} levels deep and is not read. An objective needs at most four levels.`;
  return { root: null, problems: [{ message, span }] };
}

/** The first line that says anything, at most 200 characters of it: where a finding about a whole text is underlined. */
export function firstLine(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  const end = text.slice(start, start + 200).search(/[\r\n]/);
  return { start, end: end < 0 ? Math.min(text.length, start + 200) : start + end };
}

/** An error at the end of the text, or in blanks, is shown at the last character before it that can be seen. */
export function visibleSpan(from: number, to: number, text: string): Span {
  const start = Math.min(from, text.length);
  const end = Math.max(start, Math.min(to, text.length));
  if (text.slice(start, end).trim() !== '') return { start, end };
  const last = text.slice(0, start).trimEnd().length;
  return { start: Math.max(0, last - 1), end: last };
}

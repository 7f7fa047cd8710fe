/** Conditions of `if` and `while` that come out the same whenever they run, because they only ask for constants. */
import { type Constant, constantWords } from './constant';

export interface Decided {
  readonly holds: boolean;
  /** What decides it, in words that go on with "here": `USE_SUPCON is False`. */
  readonly because: string;
}

/** Value of a name that never changes, `METHOD` or `args.method`, or undefined. */
export type Look = (name: string) => Constant | undefined;

/** Null where only running the program would tell. */
export function decide(condition: string, look: Look): Decided | null {
  const words = withoutParentheses(condition.trim());
  const either = splitAt('or', words);
  if (either.length > 1) return any(either, look);
  const both = splitAt('and', words);
  if (both.length > 1) return negated(any(both, look, false));
  const not = /^not\s+(.+)$/.exec(words);
  if (not) return negated(decide(not[1], look));
  return compared(words, look) ?? truth(words, look);
}

/** Quotes and brackets may hold the words that are split at. */
const ENCLOSED = /(["'])(?:\\.|(?!\1).)*\1|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;

function splitAt(operator: 'or' | 'and', words: string): string[] {
  const visible = words.replace(ENCLOSED, (enclosed) => '_'.repeat(enclosed.length));
  const parts: string[] = [];
  let start = 0;
  for (const { 0: between, index } of visible.matchAll(new RegExp(`\\s+${operator}\\s+`, 'g'))) {
    parts.push(words.slice(start, index));
    start = index + between.length;
  }
  return [...parts, words.slice(start)];
}

/** One part that comes out as wanted decides the whole; so do all that do not. */
function any(parts: readonly string[], look: Look, wanted = true): Decided | null {
  const decided = parts.map((part) => decide(part, look));
  const one = decided.find((part) => part?.holds === wanted);
  if (one) return { holds: true, because: one.because };
  const [first] = decided;
  return first && decided.every((part) => part !== null) ? { holds: false, because: first.because } : null;
}

const negated = (decided: Decided | null): Decided | null => decided && { ...decided, holds: !decided.holds };

function truth(words: string, look: Look): Decided | null {
  const written = literalOf(words);
  if (written !== undefined) return { holds: Boolean(written), because: `the condition is \`${words}\`` };
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(words)) return null;
  const value = look(words);
  return value === undefined
    ? null
    : { holds: Boolean(value), because: `${words} is ${constantWords(value)}` };
}

const COMPARISON = /^([\p{L}_][\p{L}\p{N}_.]*)\s*(==|!=|is\s+not|is|not\s+in|in)(?=[\s"'([{])\s*(.+)$/u;

function compared(words: string, look: Look): Decided | null {
  const [, name, operator, right] = COMPARISON.exec(words) ?? [];
  const value = name === undefined ? undefined : look(name);
  if (value === undefined) return null;
  const among = operator.endsWith('in') ? itemsOf(right) : [literalOf(right.trim())];
  if (among === null || among.includes(undefined)) return null;
  const isAmong = among.some((one) => Object.is(one, value));
  return {
    holds: /^(?:!=|is\s+not|not\s+in)$/.test(operator) ? !isAmong : isAmong,
    because: `${name} is ${constantWords(value)}`,
  };
}

function itemsOf(list: string): (Constant | undefined)[] | null {
  const inside = /^[([{]([^()[\]{}]*)[)\]}]$/.exec(list.trim())?.[1];
  if (inside === undefined) return null;
  return inside
    .split(',')
    .filter((item) => item.trim() !== '')
    .map((item) => literalOf(item.trim()));
}

function literalOf(words: string): Constant | undefined {
  const text = /^(["'])([^"'\\]*)\1$/.exec(words);
  if (text) return text[2];
  if (words === 'True' || words === 'False') return words === 'True';
  if (words === 'None') return null;
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(words) ? Number(words) : undefined;
}

function withoutParentheses(words: string): string {
  const inside = /^\(([^()]*)\)$/.exec(words);
  return inside ? inside[1].trim() : words;
}

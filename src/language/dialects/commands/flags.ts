/** Reads the options of a command: `--temp 0.1`, `--temp=0.1`, `-b 256`, `--cosine`. */
import type { Origin, Span } from '../../../objective/definition';
import type { ShellWord } from '../../parsers/shellCommands';
import type { GivenOption } from '../python/program/givenOptions';

export interface CommandFlag extends GivenOption {
  /** The value without its quotes; of a switch, its name. */
  readonly span: Span;
  /** Of the value: a variable of the script is a constant. */
  readonly origin: Extract<Origin, 'literal' | 'constant'>;
  /** As the author wrote the value. */
  readonly words: string;
}

const FLAG = /^(--?[A-Za-z][\w.-]*)(?:=([\s\S]*))?$/;
/** What stands in a document for the reader to fill in. */
const PLACEHOLDER = /^(?:<.*|\{.*\}|\[.*|.*\.\.\.|…|[A-Z]+_[A-Z_]+)$/s;

/** `rest` are the words behind the script, with variables in place; `text` is what they stand in. */
export function flagsOf(rest: readonly ShellWord[], text: string): readonly CommandFlag[] {
  const flags: CommandFlag[] = [];
  for (let i = 0; i < rest.length; i++) {
    const [, name, joined] = FLAG.exec(rest[i].text) ?? [];
    if (name === undefined) continue;
    const next = rest[i + 1];
    if (joined !== undefined)
      flags.push(withValue(name, joined, rest[i], behindEquals(rest[i].span, text), text));
    else if (next && isValue(next)) flags.push(withValue(name, next.text, next, next.span, text));
    else {
      const { span } = rest[i];
      flags.push({ name, value: null, isKnown: true, span, origin: 'literal', words: name });
    }
  }
  return flags;
}

/** A number below zero is a value; what else begins with a dash is the next option. */
const isValue = ({ text }: ShellWord) =>
  !/^(?:>|\d>)/.test(text) && (!text.startsWith('-') || /^-(?:\d|\.\d)/.test(text));

function behindEquals({ start, end }: Span, text: string): Span {
  return { start: start + text.slice(start, end).indexOf('=') + 1, end };
}

function withValue(
  name: string,
  value: string,
  { isKnown }: ShellWord,
  place: Span,
  text: string,
): CommandFlag {
  const span = withoutQuotes(place, text);
  const words = text.slice(span.start, span.end);
  const known = isKnown && !PLACEHOLDER.test(value);
  return { name, value, isKnown: known, span, origin: words.includes('$') ? 'constant' : 'literal', words };
}

function withoutQuotes({ start, end }: Span, text: string): Span {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

const EVALUATES =
  /^--?(?:e|eval|evaluate|evaluation|test|inference|predict|eval[_-]only|test[_-]only|only[_-]eval)$/;

/** A command that only tests what was trained trains nothing. */
export const isEvaluation = (flags: readonly CommandFlag[]): boolean =>
  flags.some(({ name, value }) => EVALUATES.test(name) && (value === null || /^(?:true|1)$/i.test(value)));

/** Splits shell text into commands and words as far as a training command needs it; nothing is expanded or run. */
import type { Span } from '../../objective/definition';

export interface ShellWord {
  /** Without its quotes and backslashes; variables stand in it as they are written. */
  readonly text: string;
  /** With its quotes. */
  readonly span: Span;
  /** False when a part of it is only known when it runs: `$TEMP`, `$(nproc)`. */
  readonly isKnown: boolean;
}

export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** From the first word to the last. */
  readonly span: Span;
}

/** In the order of the text. Never throws on any text. */
export function shellCommands(text: string): readonly ShellCommand[] {
  return new ShellReader(text).read();
}

/** Where the comments of shell text stand, without their line breaks. */
export function shellComments(text: string): readonly Span[] {
  const reader = new ShellReader(text);
  reader.read();
  return reader.comments;
}

/** A backslash at the end of a line goes on in the next one; blanks behind it are a slip that readers overlook. */
const CONTINUATION = /\\[ \t]*\r?\n/y;
const BLANK = /[ \t\r]/;
const ENDS_WORD = /[\s;|&()]/;
const HERE_DOCUMENT = /<<-?[ \t]*(["']?)(\w+)\1/y;
/** `$(…)`, `${…}`, `$[…]`, `$NAME`, `$1`, `$@`, and backticks. */
const EXPANSION = /\$\([^)]{0,200}\)|\$\{[^}]{0,200}\}|\$\[[^\]]{0,200}\]|\$[\w@*#?]\w*|`[^`\n]{0,200}`/y;

/** Looking for the end of a text costs a walk to the end of the script: whoever never ends them is not waited for. */
const MOST_UNCLOSED = 20;

class ShellReader {
  readonly comments: Span[] = [];
  private readonly commands: ShellCommand[] = [];
  private words: ShellWord[] = [];
  private at = 0;
  /** The word that ends a text which is given to a command, not run. */
  private delimiter: string | null = null;
  /** Delimiters that were looked for in vain. */
  private unclosed = 0;

  constructor(private readonly text: string) {}

  read(): readonly ShellCommand[] {
    while (this.at < this.text.length) this.step();
    this.endCommand();
    return this.commands;
  }

  private step(): void {
    const character = this.text[this.at];
    if (this.skip(CONTINUATION)) return;
    if (BLANK.test(character)) this.at++;
    else if (character === '\n') this.endLine();
    else if (character === '#') this.comment();
    else if (ENDS_WORD.test(character)) {
      this.endCommand();
      this.at++;
    } else if (!this.skipHereDocumentMark()) this.words.push(this.word());
  }

  private comment(): void {
    const start = this.at;
    this.at = this.endOfLine(start);
    const length = this.text.slice(start, this.at).trimEnd().length;
    this.comments.push({ start, end: start + length });
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found !== null;
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  private endCommand(): void {
    const [first] = this.words;
    const last = this.words.at(-1);
    if (first && last)
      this.commands.push({ words: this.words, span: { start: first.span.start, end: last.span.end } });
    this.words = [];
  }

  private endLine(): void {
    this.endCommand();
    this.at++;
    const { delimiter } = this;
    this.delimiter = null;
    if (delimiter === null || this.unclosed >= MOST_UNCLOSED) return;
    for (let at = this.at; at < this.text.length; at = this.endOfLine(at) + 1) {
      if (this.text.slice(at, this.endOfLine(at)).trim() !== delimiter) continue;
      this.at = this.endOfLine(at);
      return;
    }
    this.unclosed++;
  }

  private skipHereDocumentMark(): boolean {
    HERE_DOCUMENT.lastIndex = this.at;
    const found = HERE_DOCUMENT.exec(this.text);
    if (!found) return false;
    [, , this.delimiter] = found;
    this.at += found[0].length;
    return true;
  }

  private word(): ShellWord {
    const start = this.at;
    let text = '';
    let isKnown = true;
    while (this.at < this.text.length && !ENDS_WORD.test(this.text[this.at])) {
      CONTINUATION.lastIndex = this.at;
      if (CONTINUATION.test(this.text)) break;
      const part = this.part();
      text += part.text;
      isKnown &&= part.isKnown;
    }
    return { text, span: { start, end: this.at }, isKnown };
  }

  private part(): Pick<ShellWord, 'text' | 'isKnown'> {
    const character = this.text[this.at];
    const start = this.at;
    if (this.skip(EXPANSION)) return { text: this.text.slice(start, this.at), isKnown: false };
    const end = character === '"' || character === "'" ? this.closingQuote(character) : null;
    if (end !== null) {
      const inside = this.text.slice(start + 1, end);
      this.at = end + 1;
      return { text: unescaped(inside, character), isKnown: character === "'" || !/[$`]/.test(inside) };
    }
    if (character === '\\') this.at++;
    this.at++;
    return { text: this.text.slice(this.at - 1, this.at), isKnown: true };
  }

  /** On the same line: what looks like a quote and is closed nowhere near is an apostrophe. */
  private closingQuote(quote: string): number | null {
    const end = this.endOfLine(this.at);
    for (let at = this.at + 1; at < end; at++) {
      if (this.text[at] === '\\' && quote === '"') at++;
      else if (this.text[at] === quote) return at;
    }
    return null;
  }
}

const unescaped = (inside: string, quote: string) =>
  quote === '"' ? inside.replace(/\\(["\\$`])/g, '$1') : inside;

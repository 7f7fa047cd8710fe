/** Finds the cells of delimited text, as RFC 4180 and spreadsheets write them: quotes, doubled quotes, line breaks inside. */
import { UnreadableData } from '../dataReading';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const HASH = 35;
const BLANK = 32;

/** Characters: what is longer than this is a quote that never closes. */
const LONGEST_RECORD = 16_000_000;

export interface ScanOptions {
  /** One character; null where white space of any length stands between cells, and nothing is quoted. */
  readonly delimiter: string | null;
  /** Places of the cells to keep, −1 for the last; null for all. */
  readonly wanted: readonly number[] | null;
  /** Whether lines behind `#` are left out. */
  readonly comments: boolean;
}

/** Told each record: the wanted cells, undefined beyond its end; all its cells' number; the line where it begins. */
export type TakeRecord = (cells: readonly (string | undefined)[], width: number, line: number) => void;

/** Takes text piece by piece and tells of whole records; empty lines are none. */
export class RecordScanner {
  private rest = '';
  private line = 1;
  private width = 0;
  private readonly delimiter: number;
  /** By the place of a cell, where it goes among the wanted ones; −1 for nowhere. */
  private readonly slots: readonly number[];
  private readonly cells: (string | undefined)[];
  private readonly lastSlot: number;

  constructor(private readonly options: ScanOptions) {
    const { delimiter, wanted } = options;
    this.delimiter = delimiter?.charCodeAt(0) ?? -1;
    this.slots = Array.from({ length: Math.max(-1, ...(wanted ?? [])) + 1 }, (_, k) => wanted!.indexOf(k));
    this.lastSlot = wanted?.indexOf(-1) ?? -1;
    this.cells = [];
  }

  /** With `isLast` the text ends with this piece, and its last record with it. */
  take(piece: string, isLast: boolean, tell: TakeRecord): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    let at = 0;
    while (at < text.length) {
      const end = this.record(text, at, isLast, tell);
      if (end < 0) break;
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_RECORD) throw unclosed(this.line);
  }

  /** The place behind the record at `start`, or −1 when it goes on behind the text. */
  private record(text: string, start: number, isLast: boolean, tell: TakeRecord): number {
    const first = text.charCodeAt(start);
    if (first === LINE_FEED || first === RETURN) return this.lineEnd(text, start, isLast);
    if (first === HASH && this.options.comments) return this.skipLine(text, start, isLast);
    if (this.delimiter < 0) return this.words(text, start, isLast, tell);
    const line = this.line;
    let breaks = 0;
    let at = start;
    this.clear();
    for (;;) {
      const begin = quoteOrCell(text, at);
      const isQuoted = text.charCodeAt(begin) === QUOTE;
      if (isQuoted) {
        const close = closingQuote(text, begin);
        if (close < 0 && isLast) throw unclosed(line);
        if (close < 0) return -1;
        breaks += lineBreaks(text, begin, close);
        at = close + 1;
      }
      at = this.cellEnd(text, at);
      if (at === text.length && !isLast) return -1;
      this.keep(text, begin, at, isQuoted);
      if (at === text.length || text.charCodeAt(at) !== this.delimiter) break;
      at++;
    }
    const end = at === text.length ? at : this.lineEnd(text, at, isLast);
    if (end < 0) return -1;
    this.line += breaks;
    // A line of white space alone is an empty one.
    if (this.width > 1 || text.slice(start, at).trim() !== '') tell(this.cells, this.width, line);
    return end;
  }

  private words(text: string, start: number, isLast: boolean, tell: TakeRecord): number {
    const { line } = this;
    const end = this.skipLine(text, start, isLast);
    if (end < 0) return -1;
    const words = text.slice(start, end).trim().split(/\s+/);
    if (words.length === 1 && words[0] === '') return end;
    const { wanted } = this.options;
    tell(wanted === null ? words : wanted.map((k) => words.at(k)), words.length, line);
    return end;
  }

  private cellEnd(text: string, from: number): number {
    const { delimiter } = this;
    const { length } = text;
    let at = from;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LINE_FEED || code === RETURN) break;
    }
    return at;
  }

  private clear(): void {
    this.width = 0;
    if (this.options.wanted === null) this.cells.length = 0;
    else for (let k = 0; k < this.options.wanted.length; k++) this.cells[k] = undefined;
  }

  private keep(text: string, begin: number, end: number, isQuoted: boolean): void {
    const place = this.width++;
    const slot = this.options.wanted === null ? place : place < this.slots.length ? this.slots[place] : -1;
    if (slot < 0 && this.lastSlot < 0) return;
    const cell = isQuoted ? unquoted(text.slice(begin, end)) : text.slice(begin, end);
    if (slot >= 0) this.cells[slot] = cell;
    if (this.lastSlot >= 0) this.cells[this.lastSlot] = cell;
  }

  /** Behind the line break; −1 when the next piece may begin with its second half. */
  private lineEnd(text: string, at: number, isLast: boolean): number {
    const isReturn = text.charCodeAt(at) === RETURN;
    if (isReturn && at + 1 === text.length && !isLast) return -1;
    this.line++;
    return isReturn && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
  }

  private skipLine(text: string, start: number, isLast: boolean): number {
    let at = start;
    while (at < text.length && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== RETURN) at++;
    if (at === text.length) return isLast ? at : -1;
    return this.lineEnd(text, at, isLast);
  }
}

/** Where a cell begins: at a quote behind blanks, as people align it, or at its first character. */
function quoteOrCell(text: string, start: number): number {
  if (text.charCodeAt(start) !== BLANK) return start;
  let at = start;
  while (text.charCodeAt(at) === BLANK) at++;
  return text.charCodeAt(at) === QUOTE ? at : start;
}

/** The place of the quote that closes the one at `open`; doubled ones stand for themselves. −1 for none. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  return -1;
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** What stands behind the closing quote stays, as spreadsheets have it. */
function unquoted(cell: string): string {
  const close = closingQuote(cell, 0);
  return cell.slice(1, close).replaceAll('""', '"') + cell.slice(close + 1);
}

const unclosed = (line: number) =>
  new UnreadableData(`the quote that opens on line ${line} is never closed, so that no row ends behind it`);

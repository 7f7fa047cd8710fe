/** A text put together from pieces of another text, which knows where each of its characters stands there. */
import type { Span } from '../../objective/definition';

/** Characters that stand one after another in both texts; an escape is one character here and several there. */
interface Run {
  readonly from: number;
  readonly at: number;
  readonly length: number;
  readonly lengthThere: number;
}

export class PlacedText {
  private readonly parts: string[] = [];
  private readonly runs: Run[] = [];
  private end = 0;

  get text(): string {
    return this.parts.join('');
  }

  /** Adds characters that stand nowhere else. */
  addOwn(text: string): void {
    this.parts.push(text);
    this.end += text.length;
  }

  /** Adds what stands in the other text at an offset as `source`, and means `text` here. */
  add(text: string, at: number, lengthThere = text.length): void {
    if (text === '') return;
    this.runs.push({ from: this.end, at, length: text.length, lengthThere });
    this.addOwn(text);
  }

  /** Adds the content of a JSON string, whose quotes are the first and the last of `length` characters. */
  addJsonString(json: string, offset: number, length: number): void {
    const closed = length > 1 && json[offset + length - 1] === '"';
    const end = offset + length - (closed ? 1 : 0);
    for (let at = offset + 1; at < end; ) {
      const backslash = json.indexOf('\\', at);
      const plainEnd = backslash < 0 || backslash >= end ? end : backslash;
      this.add(json.slice(at, plainEnd), at);
      at = plainEnd;
      if (at >= end) break;
      const unicode = /^\\u[0-9a-fA-F]{4}/.test(json.slice(at, at + 6));
      const size = Math.min(unicode ? 6 : 2, end - at);
      this.add(meaningOf(json.slice(at, at + size)), at, size);
      at += size;
    }
  }

  /** Adds another text with all that it knows of its places; `text` is what stands for it, character by character. */
  append(other: PlacedText, text = other.text): void {
    for (const run of other.runs) this.runs.push({ ...run, from: run.from + this.end });
    this.addOwn(text);
  }

  /** Where a span of this text stands in the other one. Characters that stand nowhere count to what is before them. */
  locate({ start, end }: Span): Span {
    const from = this.place(start, start);
    return { start: from, end: end > start ? Math.max(from, this.place(end - 1, end)) : from };
  }

  /** The place of an offset, by the run that holds the character at `of`. */
  private place(of: number, offset: number): number {
    const run = this.runAt(of);
    if (!run) return 0;
    const inside = offset - run.from;
    if (inside >= run.length) return run.at + run.lengthThere;
    return run.at + (run.length === run.lengthThere ? inside : 0);
  }

  /** The last run that begins at or before an offset; halves the range each step. */
  private runAt(offset: number): Run | undefined {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle].from <= offset) low = middle + 1;
      else high = middle;
    }
    return this.runs[low - 1];
  }
}

const ESCAPES: Readonly<Record<string, string | undefined>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function meaningOf(sequence: string): string {
  const letter = sequence[1] ?? '';
  if (letter === 'u' && sequence.length === 6)
    return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return ESCAPES[letter] ?? letter;
}

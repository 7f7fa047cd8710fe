/** The word around the cursor: what a completion replaces. */
import type { Span } from '../../../objective/definition';
import { lineAt } from '../../parsers/directives';

export interface CursorWord {
  /** Without the quotes around it. */
  readonly span: Span;
  /** The quote that it stands in, or null. */
  readonly quote: string | null;
  /** Whether that quote is closed on the line. */
  readonly closed: boolean;
}

const BEHIND = /[\w./-]*$/;
const AHEAD = /^[\w./-]*/;

export function wordAt(text: string, offset: number): CursorWord {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const after = text.slice(offset, line.end).replace(/\r$/, '');
  const quote = openQuote(before);
  if (quote !== null) {
    const start = line.start + before.lastIndexOf(quote) + 1;
    const end = after.indexOf(quote);
    return {
      span: { start, end: end < 0 ? offset + (AHEAD.exec(after)?.[0].length ?? 0) : offset + end },
      quote,
      closed: end >= 0,
    };
  }
  const behind = BEHIND.exec(before)?.[0].length ?? 0;
  const ahead = AHEAD.exec(after)?.[0].length ?? 0;
  return { span: { start: offset - behind, end: offset + ahead }, quote: null, closed: false };
}

/** A quote that opens a string on the line; an apostrophe inside of a word is none. */
function openQuote(before: string): string | null {
  let open: string | null = null;
  for (let i = 0; i < before.length; i++) {
    const character = before[i];
    if (open === null && /["']/.test(character) && /[\s[{,:=(]|^$/.test(before[i - 1] ?? ''))
      open = character;
    else if (open === '"' && character === '\\') i++;
    else if (character === open) open = null;
  }
  return open;
}

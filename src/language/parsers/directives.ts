/** Finds the comments that are written for us: `# objective-lens: ignore[radius]`, and what each one stands at. */
import type { Span } from '../../objective/definition';
import { type Comment, type CommentSyntax, commentsOf } from './comments';
import { LONGEST_DATA_TEXT } from './parsedText';

export interface Directive {
  /** What stands behind `objective-lens:`, to the end of the comment. */
  readonly text: string;
  /** The place of `text`. */
  readonly span: Span;
  /** The line that it speaks of: its own, or, for a comment that stands alone, the next one that is no comment. */
  readonly line: Span;
}

const MARK = 'objective-lens:';
const DIRECTIVE = new RegExp(String.raw`(?:^(?:#|//)|\s#)[\s#]*${MARK}\s*`);

/** In the order of the text. Never throws. */
export function directivesIn(text: string, syntax: CommentSyntax): Directive[] {
  // Nearly all texts have none, and looking for comments takes longer than this; longer texts are not read at all.
  if (text.length > LONGEST_DATA_TEXT || !text.includes(MARK)) return [];
  const comments = commentsOf(text, syntax);
  const meantBy = linesMeant(comments, text);
  return comments.flatMap((comment) => {
    const found = DIRECTIVE.exec(comment.text);
    if (!found) return [];
    const start = comment.span.start + found.index + found[0].length;
    const words = comment.text.slice(found.index + found[0].length).trimEnd();
    const line = meantBy.get(comment) ?? lineAt(text, comment.span.start);
    const meant = hasCommands(syntax) ? commandAround(line, text) : line;
    return [{ text: words, span: { start, end: start + words.length }, line: meant }];
  });
}

/** Of the comments that stand alone, from the last one up: each means what the one on the next line means. */
function linesMeant(comments: readonly Comment[], text: string): ReadonlyMap<Comment, Span> {
  const meant = new Map<Comment, Span>();
  const byStart = new Map<number, Span>();
  for (const comment of comments.toReversed()) {
    if (!comment.alone) continue;
    const own = lineAt(text, comment.span.start);
    const next = lineAt(text, Math.min(text.length, own.end + 1));
    const line = byStart.get(next.start) ?? next;
    byStart.set(own.start, line);
    meant.set(comment, line);
  }
  return meant;
}

/** Whether commands stand in such texts: they go on in the next line behind a backslash, and no comment fits in between. */
export const hasCommands = (syntax: CommentSyntax): boolean => syntax === 'shell' || syntax === 'markdown';

/** All lines of the command that a line is of. */
export function commandAround(line: Span, text: string): Span {
  let { start, end } = line;
  while (start > 0 && goesOn(text, lineAt(text, start - 1))) start = lineAt(text, start - 1).start;
  while (end < text.length && goesOn(text, lineAt(text, end))) end = lineAt(text, end + 1).end;
  return { start, end };
}

const goesOn = (text: string, { start, end }: Span) => /\\[ \t]*\r?$/.test(text.slice(start, end));

/** The line around an offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

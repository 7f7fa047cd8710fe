/** The comment that binds data, or is about to, around a cursor in a file of others. */
import { commentSyntaxOf } from '../../parsers/comments';
import { directivesIn, lineAt } from '../../parsers/directives';

export interface BindingComment {
  /** The map, as far as it is written. */
  readonly text: string;
  /** Where it stands in the whole text. */
  readonly start: number;
}

/** Null where the cursor stands anywhere else: this is asked at every completion of a Python file, so it looks at the line first. */
export function bindingCommentAt(path: string, text: string, offset: number): BindingComment | null {
  const line = lineAt(text, offset);
  if (!text.slice(line.start, offset).includes('objective-lens:')) return null;
  const syntax = commentSyntaxOf(path);
  if (syntax === null) return null;
  const comment = directivesIn(text, syntax).find(
    ({ text: words, span }) =>
      span.start >= line.start && words.startsWith('{') && span.start < offset && offset <= line.end,
  );
  if (!comment) return null;
  return { text: text.slice(comment.span.start, line.end), start: comment.span.start };
}

/** Edits of a text, and the text that they make. */
import type { Span } from '../../objective/definition';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
  /** What has to stand between this and another insertion at its place. */
  readonly between?: string;
}

/** Edits at the same place are made in their order; none may reach into another. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let edited = '';
  let at = 0;
  for (const { span, text: added } of ordered) {
    edited += text.slice(at, span.start) + added;
    at = span.end;
  }
  return edited + text.slice(at);
}

/** Where an offset of the text before stands after the edits; what is added in front of it moves it. */
export function movedOffset(offset: number, edits: readonly TextEdit[]): number {
  return edits
    .filter(({ span }) => span.end <= offset)
    .reduce((moved, { span, text }) => moved + text.length - (span.end - span.start), offset);
}

/** Insertions at one place become one edit, in their order: editors may make several in any. */
export function joinInsertions(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const { start, end } = edit.span;
    const index = joined.findIndex(({ span }) => start === end && span.start === start && span.end === end);
    if (index < 0) joined.push(edit);
    else joined[index] = { span: edit.span, text: joined[index].text + (edit.between ?? '') + edit.text };
  }
  return joined.sort((a, b) => a.span.start - b.span.start);
}

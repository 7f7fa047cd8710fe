/**
 * Expectations written under the text: a line whose first visible character is `^` is no part of the text but marks
 * columns of the line above it, and says what is expected there: `^^^^ invalid-value: must be a number above 0`.
 */
import { expect } from 'vitest';
import type { Finding } from '../../src/language/finding';
import type { Span } from '../../src/objective/definition';

export interface Mark {
  readonly span: Span;
  /** What stands behind the carets. */
  readonly label: string;
}

/** Takes the caret lines out of a text. */
export function readCarets(marked: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  let lineStart = 0;
  let nextStart = 0;
  for (const line of marked.split('\n')) {
    const carets = /^(\s*)(\^+)\s*(.*)$/.exec(line);
    if (carets) {
      const start = lineStart + carets[1].length;
      marks.push({ span: { start, end: start + carets[2].length }, label: carets[3] });
      continue;
    }
    lineStart = nextStart;
    nextStart += line.length + 1;
    lines.push(line);
  }
  return { text: lines.join('\n'), marks };
}

/** Every finding must be marked, at its span, with its rule and a part of its message; and every mark be found. */
export function expectFindings(text: string, findings: readonly Finding[], marks: readonly Mark[]): void {
  const order = (a: { span: Span }, b: { span: Span }) =>
    a.span.start - b.span.start || a.span.end - b.span.end;
  const found = [...findings].sort(order);
  const expected = [...marks].sort(order);
  const show = ({ span }: { span: Span }) =>
    `${span.start}–${span.end} ${JSON.stringify(text.slice(span.start, span.end))}`;
  expect(found.map((finding) => `${show(finding)} ${finding.rule}`)).toEqual(
    expected.map((mark) => `${show(mark)} ${mark.label.split(':')[0]}`),
  );
  for (const [i, { label }] of expected.entries()) {
    const part = label.slice(label.indexOf(':') + 1).trim();
    if (label.includes(':')) expect(found[i].message).toContain(part);
  }
}

/** Lines of a text as an edit needs them: where they begin and end, how far they are indented, how they break. */
import type { TextEdit } from '../changes/textEdit';

export const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });

export const applied = (text: string, { span, text: added }: TextEdit): string =>
  text.slice(0, span.start) + added + text.slice(span.end);

export const lineBreakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** What stands before an offset on its line. */
export function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

/** The end of the line that holds an offset, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = /\r?\n|$/.exec(text.slice(at));
  return at + (end?.index ?? 0);
}

/** The number of an offset's line, counted from 1. */
export const lineNumber = (text: string, at: number): number => text.slice(0, at).split('\n').length;

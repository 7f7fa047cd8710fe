/** Writes the comment that binds data to an objective, above the line where the objective begins. */

import { pathBeside } from '../../data/dataFile';
import type { RemedyValue } from '../../geometry/analysis';
import type { Definition, Span, WrittenClasses } from '../../objective/definition';
import type { Fix } from '../finding';
import type { SourceDocument } from '../languageService';
import { commentSyntaxOf } from '../parsers/comments';
import { lineAt } from '../parsers/directives';

/** `# objective-lens: {classes: {long-tail: {classes: 10, max: 500, factor: 1}}}`: on one line, as comments are. */
export function bindingComment(changes: Readonly<Record<string, RemedyValue>>): string {
  return `# objective-lens: ${flow(changes)}`;
}

/** `data: [{ objectives: "configs/a.json", classes: … }]`: names of files are relative to the project file there. */
export function bindingEntry(path: string, written: WrittenClasses): string {
  const classes =
    'folder' in written ? { folder: pathBeside(path, written.folder) ?? written.folder } : { ...written };
  return `data: [${flow({ objectives: path, classes })}]`;
}

/** Null in JSON, whose readers take no comments, in objective files, which have keys, and inside of strings. */
export function bindingFix(
  { path, text, cells }: SourceDocument,
  { dialect, headSpan }: Pick<Definition, 'dialect' | 'headSpan'>,
  title: string,
  comment: string,
): Fix | null {
  const syntax = cells ? 'python' : commentSyntaxOf(path);
  if (syntax === null || syntax === 'json' || dialect === 'objective-file') return null;
  const { start, end } = firstLine(text, headSpan.start);
  // Inside of a string it would be no comment.
  if (syntax === 'python' && isInsideString(text.slice(0, start))) return null;
  const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { title, span: { start, end: start }, newText: `${indent}${comment}${lineBreak}` };
}

/** Of a statement or a command that a backslash continues the line where it begins. */
function firstLine(text: string, offset: number): Span {
  let line = lineAt(text, offset);
  while (/\\\r?\n$/.test(text.slice(0, line.start))) line = lineAt(text, line.start - 1);
  return line;
}

/** Of strings over several lines: YAML that stands in a Python string has the comments of YAML, which nobody reads there. */
function isInsideString(before: string): boolean {
  return (before.match(/"""|'''/g) ?? []).length % 2 === 1;
}

function flow(value: RemedyValue): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{${entries.join(', ')}}`;
}

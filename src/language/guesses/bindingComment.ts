/** Writes the comment that binds data to an objective, above the line where the objective begins. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Definition } from '../../objective/definition';
import type { Fix } from '../finding';
import type { SourceDocument } from '../languageService';
import { commentSyntaxOf } from '../parsers/comments';
import { lineAt } from '../parsers/directives';

/** `# objective-lens: {classes: {long-tail: {classes: 10, max: 500, factor: 1}}}`: on one line, as comments are. */
export function bindingComment(changes: Readonly<Record<string, RemedyValue>>): string {
  return `# objective-lens: ${flow(changes)}`;
}

/** Null in JSON, whose readers take no comments, in objective files, which have keys, and where a line goes on in the next. */
export function bindingFix(
  { path, text, cells }: SourceDocument,
  { dialect, headSpan }: Pick<Definition, 'dialect' | 'headSpan'>,
  title: string,
  comment: string,
): Fix | null {
  const syntax = cells ? 'python' : commentSyntaxOf(path);
  if (syntax === null || syntax === 'json' || dialect === 'objective-file') return null;
  const { start, end } = lineAt(text, headSpan.start);
  const before = text.slice(0, start);
  // Behind a backslash a comment would be a syntax error, and inside of a string it would be none.
  if (/\\\r?\n$/.test(before) || isInsideString(before)) return null;
  const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { title, span: { start, end: start }, newText: `${indent}${comment}${lineBreak}` };
}

/** Of strings over several lines: YAML that stands in a Python string has the comments of YAML, which nobody reads there. */
function isInsideString(before: string): boolean {
  return (before.match(/"""|'''/g) ?? []).length % 2 === 1;
}

function flow(value: RemedyValue): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{${entries.join(', ')}}`;
}

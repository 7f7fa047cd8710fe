/** What can be done about a finding with one click: its own fix, where it has one, and a comment that silences it. */

import type { Span } from '../../objective/definition';
import type { TextEdit } from '../changes/textEdit';
import type { Finding } from '../finding';
import type { SourceDocument } from '../languageService';
import { commentSyntaxOf } from '../parsers/comments';
import { commandAround, directivesIn, hasCommands, lineAt } from '../parsers/directives';
import { suppressionsIn, withoutSilenced } from '../rules/suppressions';

export interface QuickFix {
  readonly title: string;
  readonly finding: Finding;
  /** All of them make the fix; none reaches into another. */
  readonly edits: readonly TextEdit[];
  /** What to do first, where there are several ways out. */
  readonly isPreferred?: true;
}

type Source = Pick<SourceDocument, 'path' | 'text' | 'cells'>;

/**
 * For the findings on the lines of a span of the text, since nobody aims at words to mend them; those whose words it touches
 * come first. Answers from what is known already, so that saving never waits.
 */
export function quickFixes(source: Source, findings: readonly Finding[], place: Span): QuickFix[] {
  const isNear = (finding: Finding) => touch(linesOf(finding.span, source.text), place);
  const isMeant = (finding: Finding) => touch(finding.span, place);
  const near = findings.filter(isNear);
  return [...near.filter(isMeant), ...near.filter((finding) => !isMeant(finding))].flatMap((finding) => [
    ...ownFix(finding),
    ...silencing(source, finding),
  ]);
}

function touch(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function linesOf({ start, end }: Span, text: string): Span {
  return { start: lineAt(text, start).start, end: lineAt(text, Math.max(start, end - 1)).end };
}

function ownFix(finding: Finding): QuickFix[] {
  const { fix } = finding;
  return fix ? [{ title: fix.title, finding, edits: [{ span: fix.span, text: fix.newText }] }] : [];
}

function silencing(source: Source, finding: Finding): QuickFix[] {
  const edit = silencingEdit(source, finding);
  return edit ? [{ title: `Ignore ${finding.rule} on this line`, finding, edits: [edit] }] : [];
}

/** Null where no comment would do it: in JSON, whose readers take none, and inside of strings of several lines. */
function silencingEdit(source: Source, finding: Finding): TextEdit | null {
  const { path, text } = source;
  const isNotebook = source.cells !== undefined;
  const syntax = isNotebook ? 'python' : commentSyntaxOf(path);
  if (syntax === null || syntax === 'json') return null;
  const candidates = [
    ...directivesIn(text, syntax)
      .filter(({ line }) => line.start <= finding.span.start && finding.span.start <= line.end)
      .flatMap(({ text: words, span }) => addRule(words, span.start, finding) ?? []),
    ...newComments(text, finding, hasCommands(syntax)),
  ];
  return candidates.find((edit) => silences(source, edit, finding)) ?? null;
}

function addRule(words: string, offset: number, { rule }: Finding): TextEdit | null {
  const named = /^ignore\s*\[([^\]]*)\]/.exec(words);
  if (!named) return null;
  const at = offset + named[0].length - 1;
  return { span: { start: at, end: at }, text: named[1].trim() === '' ? rule : `, ${rule}` };
}

/** Above the line where that is possible: behind it the comment would make long lines longer. */
function newComments(text: string, { rule, span }: Finding, isInCommand: boolean): TextEdit[] {
  const own = lineAt(text, span.start);
  const line = isInCommand ? commandAround(own, text) : own;
  const words = text.slice(line.start, line.end).trimEnd();
  const comment = `# objective-lens: ignore[${rule}]`;
  const indent = /^[ \t]*/.exec(words)?.[0] ?? '';
  const before = text.slice(0, line.start);
  const lineBreak = /\r\n/.test(text) ? '\r\n' : '\n';
  const above = { span: { start: line.start, end: line.start }, text: `${indent}${comment}${lineBreak}` };
  const at = line.start + words.length;
  const behind = { span: { start: at, end: at }, text: `  ${comment}` };
  // A line that goes on in the next one leaves no room for a comment between them.
  const goesOn = (part: string) => /\\\r?\n?$/.test(part);
  return [...(goesOn(before) ? [] : [above]), ...(goesOn(words) ? [] : [behind])];
}

/** Whether the comment would be read as one, and as one for this finding. */
function silences({ path, text, cells }: Source, { span, text: added }: TextEdit, finding: Finding): boolean {
  const moved = (offset: number) => (offset >= span.start ? offset + added.length : offset);
  const after = {
    path,
    text: text.slice(0, span.start) + added + text.slice(span.end),
    ...(cells
      ? {
          cells: cells.map(({ start, end }) => ({
            start: start > span.start ? moved(start) : start,
            end: moved(end),
          })),
        }
      : {}),
  };
  const place = { start: moved(finding.span.start), end: moved(finding.span.end) };
  return withoutSilenced([{ ...finding, span: place }], suppressionsIn(after).suppressions).length === 0;
}

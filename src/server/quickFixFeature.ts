/** What can be done about findings, as the editor's quick fixes. */
import { type CodeAction, CodeActionKind, type TextEdit as LspEdit, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../language/changes/textEdit';
import { quickFixes } from '../language/features/quickFixes';
import { remedyFixes } from '../language/features/remedyFixes';
import type { LanguageService } from '../language/languageService';
import type { AnalyzedDocument } from './analysisQueue';
import { toDiagnostic } from './diagnostics';
import { isNotebook } from './notebookSnapshot';
import { documentAt, isIn, offsetOf, rangeOf } from './ranges';

export interface FixPlace {
  readonly documentUri: string;
  readonly range: Range;
  /** Of the analysed document, below the workspace root. */
  readonly path: string;
}

export function quickFixesOf(
  { analysis, snapshot }: AnalyzedDocument,
  { documentUri, range, path }: FixPlace,
  rulesPage: string,
  edits: LanguageService['edits'],
): CodeAction[] {
  const start = offsetOf(range.start, documentUri, snapshot);
  const end = offsetOf(range.end, documentUri, snapshot);
  if (start === null || end === null) return [];
  const cells = isNotebook(snapshot) ? { cells: snapshot.cells.map(({ span }) => span) } : {};
  const findings = analysis.findings.filter(({ span }) => isIn(documentUri, span.start, snapshot));
  const place = { start, end };
  const fixes = [
    ...remedyFixes(analysis.objectives, findings, place, edits),
    ...quickFixes({ path, text: snapshot.getText(), ...cells }, findings, place),
  ];
  return fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(fix.finding, snapshot, rulesPage)],
    ...(fix.isPreferred ? { isPreferred: true } : {}),
    edit: { changes: editsByDocument(fix.edits, documentUri, snapshot) },
  }));
}

/** A constant of a notebook may stand in another cell. */
function editsByDocument(
  edits: readonly TextEdit[],
  documentUri: string,
  snapshot: TextDocument,
): Record<string, LspEdit[]> {
  const changes: Record<string, LspEdit[]> = {};
  for (const { span, text } of edits) {
    const uri = isNotebook(snapshot) ? documentAt(span.start, snapshot) : documentUri;
    changes[uri] ??= [];
    changes[uri].push({ range: rangeOf(span, snapshot), newText: text });
  }
  return changes;
}

/** What can be done about findings, as the editor's quick fixes. */
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { quickFixes } from '../language/features/quickFixes';
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
): CodeAction[] {
  const start = offsetOf(range.start, documentUri, snapshot);
  const end = offsetOf(range.end, documentUri, snapshot);
  if (start === null || end === null) return [];
  const cells = isNotebook(snapshot) ? { cells: snapshot.cells.map(({ span }) => span) } : {};
  const findings = analysis.findings.filter(({ span }) => isIn(documentUri, span.start, snapshot));
  const fixes = quickFixes({ path, text: snapshot.getText(), ...cells }, findings, { start, end });
  return fixes.map(({ title, finding, edit }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, snapshot, rulesPage)],
    edit: {
      changes: {
        [isNotebook(snapshot) ? documentAt(edit.span.start, snapshot) : documentUri]: [
          { range: rangeOf(edit.span, snapshot), newText: edit.text },
        ],
      },
    },
  }));
}

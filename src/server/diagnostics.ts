/** Findings as the editor's diagnostics: the rule's id is the code, and the code leads to the rule's page. */
import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../language/finding';
import { rulePage } from '../language/rules/rulesPage';
import { isNotebook } from './notebookSnapshot';
import { isIn, rangeOf } from './ranges';

export const DIAGNOSTIC_SOURCE = 'Objective Lens';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** One message for each document of the editor: a notebook has one a cell. `openUri` is null for a closed file. */
export function diagnosticsOf(
  findings: readonly Finding[],
  snapshot: TextDocument,
  openUri: string | null,
  rulesPage: string,
): PublishDiagnosticsParams[] {
  const documents = isNotebook(snapshot)
    ? snapshot.cells
    : [{ uri: openUri ?? snapshot.uri, version: snapshot.version }];
  return documents.map(({ uri, version }) => ({
    uri,
    ...(openUri === null ? {} : { version }),
    diagnostics: findings
      .filter(({ span }) => isIn(uri, span.start, snapshot))
      .map((finding) => toDiagnostic(finding, snapshot, rulesPage)),
  }));
}

export function toDiagnostic(finding: Finding, snapshot: TextDocument, rulesPage: string): Diagnostic {
  return {
    range: rangeOf(finding.span, snapshot),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule, rulesPage) },
    message: finding.message,
  };
}

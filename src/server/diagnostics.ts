/** Findings as the editor's diagnostics: the rule's id is the code, and the code leads to the rule's page. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../language/finding';
import { rulePage } from '../language/rules/rulesPage';
import { rangeOf } from './ranges';

export const DIAGNOSTIC_SOURCE = 'Objective Lens';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

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

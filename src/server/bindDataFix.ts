/** Offers to bind data where a finding says that they are missing. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { waitsForData } from '../language/binding/dataNeed';
import { objectiveId } from '../language/features/links';
import { BIND_DATA_COMMAND } from '../protocol/dataMessages';
import type { AnalyzedDocument } from './analysisQueue';
import { toDiagnostic } from './diagnostics';
import type { FixPlace } from './quickFixFeature';
import { isIn, offsetOf } from './ranges';

const TITLE = 'Bind data…';

/** For editors that have the command; on every line of an objective, as its remedies are. */
export function bindDataFixes(
  { analysis, snapshot }: AnalyzedDocument,
  { documentUri, range }: Omit<FixPlace, 'path'>,
  rulesPage: string,
): CodeAction[] {
  const start = offsetOf(range.start, documentUri, snapshot);
  const end = offsetOf(range.end, documentUri, snapshot);
  if (start === null || end === null) return [];
  return analysis.objectives.flatMap(({ definition }, place): CodeAction[] => {
    const { span, headSpan } = definition;
    const isTouched = [span, headSpan].some((one) => one.start <= end && start <= one.end);
    const finding = analysis.findings.find(
      (one) => one.rule === 'missing-data' && one.span.start === headSpan.start,
    );
    if (!isTouched || !finding || !isIn(documentUri, finding.span.start, snapshot)) return [];
    if (!waitsForData(definition)) return [];
    return [
      {
        title: TITLE,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, snapshot, rulesPage)],
        command: {
          title: TITLE,
          command: BIND_DATA_COMMAND,
          arguments: [objectiveId(analysis.uri, place)],
        },
      },
    ];
  });
}

/** Offers to bind data where a finding says that they are missing. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { dataNeed } from '../language/binding/dataNeed';
import { objectiveId } from '../language/features/links';
import { BIND_DATA_COMMAND } from '../protocol/dataMessages';
import type { AnalyzedDocument } from './analysisQueue';
import { toDiagnostic } from './diagnostics';
import type { FixPlace } from './quickFixFeature';
import { isIn, offsetOf } from './ranges';

const TITLE = 'Bind data…';

/** For editors that have the command. */
export function bindDataFixes(
  { analysis, snapshot }: AnalyzedDocument,
  { documentUri, range }: Omit<FixPlace, 'path'>,
  rulesPage: string,
): CodeAction[] {
  const start = offsetOf(range.start, documentUri, snapshot);
  const end = offsetOf(range.end, documentUri, snapshot);
  if (start === null || end === null) return [];
  return analysis.findings
    .filter(({ rule, span }) => rule === 'missing-data' && span.start <= end && start <= span.end)
    .filter(({ span }) => isIn(documentUri, span.start, snapshot))
    .flatMap((finding): CodeAction[] => {
      const place = analysis.objectives.findIndex(
        ({ definition: { headSpan } }) => headSpan.start === finding.span.start,
      );
      if (place < 0 || dataNeed(analysis.objectives[place].definition).kind === 'none') return [];
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

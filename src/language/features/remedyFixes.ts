/** Remedies as quick fixes: what makes an objective better, written into the text where its values stand. */
import type { Remedy } from '../../geometry/analysis';
import type { Span } from '../../objective/definition';
import type { Finding, RuleId } from '../finding';
import type { AnalyzedObjective, LanguageService } from '../languageService';
import type { QuickFix } from './quickFixes';

/** What remedies are for. */
const REMEDIED: ReadonlySet<RuleId> = new Set([
  'zero-weight',
  'unbounded',
  'decoupled',
  'total-collapse',
  'asymmetric',
  'not-euclidean',
  'not-spherical',
  'radius',
  'dimension',
  'minority-collapse',
  'class-imbalance',
]);

/**
 * For objectives that touch a span anywhere, the best remedy first. Those that no edit of the text makes, and those
 * of an objective whose findings are silenced, are not offered. Calculates nothing.
 */
export function remedyFixes(
  objectives: readonly AnalyzedObjective[],
  findings: readonly Finding[],
  { start, end }: Span,
  edits: LanguageService['edits'],
): QuickFix[] {
  return objectives.flatMap((objective) => {
    const { definition, analysis, staleBecause } = objective;
    const isTouched = [definition.span, definition.headSpan].some(
      (span) => span.start <= end && start <= span.end,
    );
    const finding = isTouched && staleBecause === null ? findingOf(objective, findings) : undefined;
    if (!finding) return [];
    const written = analysis.remedies.flatMap((remedy) => fixBy(remedy, finding, objective, edits) ?? []);
    return written.map((fix, place) => (place === 0 ? { ...fix, isPreferred: true as const } : fix));
  });
}

/** What is said of the objective: by the reason of its verdict, if that is said. */
function findingOf(
  { definition, analysis }: AnalyzedObjective,
  findings: readonly Finding[],
): Finding | undefined {
  const { span, headSpan } = definition;
  const own = findings.filter(
    ({ rule, span: place }) =>
      REMEDIED.has(rule) &&
      (place.start === headSpan.start || (span.start <= place.start && place.end <= span.end)),
  );
  return own.find(({ rule }) => rule === analysis.reason) ?? own[0];
}

function fixBy(
  { title, changes }: Remedy,
  finding: Finding,
  { definition }: AnalyzedObjective,
  edits: LanguageService['edits'],
): QuickFix | null {
  const written = edits(definition, changes);
  if ('refusedBecause' in written || written.edits.length === 0) return null;
  return { title, finding, edits: written.edits };
}

/** How often each verdict and each severity occurs in a report. */
import type { Verdict } from '../geometry/analysis';
import type { Severity } from '../language/finding';
import type { Report } from './analyzeTargets';

export function countVerdicts({ objectives }: Report): Record<Verdict, number> {
  const counts = { realizable: 0, degenerate: 0, inconsistent: 0, conditional: 0, undecided: 0 };
  for (const { objective } of objectives) counts[objective.analysis.verdict]++;
  return counts;
}

export function countSeverities({ findings }: Report): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  return counts;
}

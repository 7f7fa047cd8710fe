/** Objectives as the server reports them, for tests that need some. */
import type { ObjectiveSummary } from '../../src/protocol/objectives';

export function summary(change: Partial<ObjectiveSummary> & { line?: number } = {}): ObjectiveSummary {
  const { line = 0, ...rest } = change;
  return {
    id: 'file:///work/a.objective.yaml#0',
    uri: 'file:///work/a.objective.yaml',
    name: 'a',
    kind: 'supcon',
    dialect: 'objective-file',
    verdict: 'degenerate',
    reason: 'zero-weight',
    headline: 'degenerate: zero weights',
    range: { start: { line, character: 2 }, end: { line, character: 8 } },
    staleBecause: null,
    ...rest,
  };
}

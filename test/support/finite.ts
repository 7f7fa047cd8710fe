/** What every analysis must be, whatever its input. */
import { expect } from 'vitest';
import type { Analysis } from '../../src/geometry/analysis';
import { decode } from '../../src/protocol/decode';
import { objectiveViewSchema } from '../../src/protocol/objectiveViewSchema';

/** No NaN, no infinity, and a shape that the panel's decoder takes. */
export function expectSound(analysis: Analysis): void {
  expect(numbersIn(analysis).filter((x) => !Number.isFinite(x))).toEqual([]);
  const position = { line: 0, character: 0 };
  const summary = {
    id: '',
    uri: '',
    name: '',
    kind: '',
    dialect: '',
    verdict: analysis.verdict,
    reason: analysis.reason,
    headline: '',
    range: { start: position, end: position },
    staleBecause: null,
  };
  const explanation = { headline: '', because: [], advice: [], facts: [] };
  const decoded = decode(objectiveViewSchema, {
    summary,
    parameters: [],
    controls: [],
    thresholds: [],
    explanation,
    analysis,
    data: { accounts: [], lacking: [], canBind: false },
  });
  expect(decoded.kind === 'malformed' ? decoded.because : null).toBeNull();
  if (analysis.gap !== null) expect(analysis.gap).toBeGreaterThanOrEqual(0);
  if (analysis.verdict === 'undecided') expect(analysis.undecidedBecause).not.toBeNull();
  if (analysis.verdict === 'conditional') expect(analysis.condition).not.toBeNull();
  if (analysis.minimum === null && analysis.verdict !== 'undecided' && analysis.reason !== 'decoupled')
    expect(analysis.optimumNote).not.toBeNull();
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

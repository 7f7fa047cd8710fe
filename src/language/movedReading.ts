/** Moves what was read from a part of a text to the places that it has in the whole. */
import type { Definition, Parameters, Span } from '../objective/definition';
import type { Finding } from './finding';
import type { Reading } from './reading';

export function movedReading(reading: Reading, move: (span: Span) => Span): Reading {
  const placed = <T extends { readonly span: Span; readonly headSpan: Span }>(item: T): T => ({
    ...item,
    span: move(item.span),
    headSpan: move(item.headSpan),
  });
  return {
    ...reading,
    definitions: reading.definitions.map((definition) => ({
      ...placed(definition),
      parameters: movedParameters(definition, move),
      ...(definition.remarks
        ? { remarks: definition.remarks.map((remark) => ({ ...remark, span: move(remark.span) })) }
        : {}),
    })),
    broken: reading.broken.map(placed),
    findings: reading.findings.map((finding) => movedFinding(finding, move)),
  };
}

export const movedFinding = (finding: Finding, move: (span: Span) => Span): Finding => ({
  ...finding,
  span: move(finding.span),
  ...(finding.fix ? { fix: { ...finding.fix, span: move(finding.fix.span) } } : {}),
});

function movedParameters({ parameters }: Definition, move: (span: Span) => Span): Parameters {
  const entries = Object.entries(parameters).map(([name, parameter]) => [
    name,
    { ...parameter, span: parameter.span && move(parameter.span) },
  ]);
  return Object.fromEntries(entries) as Parameters;
}

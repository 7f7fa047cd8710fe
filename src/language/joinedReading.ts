/** Puts readings of parts of one text together, in the order of the text. */
import type { Span } from '../objective/definition';
import type { Reading } from './reading';

interface Placed {
  readonly span: Span;
}

/** What stands inside an objective of the first reading is a part of that one, and told there. */
export function joinedReading(first: Reading, others: readonly Reading[]): Reading {
  if (others.length === 0) return first;
  const told = [...first.definitions, ...first.broken];
  const isNew = ({ span }: Placed) =>
    !told.some((known) => known.span.start <= span.start && span.end <= known.span.end);
  const added = <T extends Placed>(of: (reading: Reading) => readonly T[]) =>
    [...of(first), ...others.flatMap((other) => of(other).filter(isNew))].sort(
      (a, b) => a.span.start - b.span.start,
    );
  const because = [first, ...others].map(({ incompleteBecause }) => incompleteBecause);
  return {
    ...first,
    definitions: added(({ definitions }) => definitions),
    broken: added(({ broken }) => broken),
    findings: added(({ findings }) => findings),
    incompleteBecause: because.find((reason) => reason !== null) ?? null,
  };
}

/** Puts readings of parts of one text together, in the order of the text. */
import type { Reading } from './reading';

export function joinedReading(first: Reading, others: readonly Reading[]): Reading {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const inOrder = <T extends { readonly span: { readonly start: number } }>(items: T[]) =>
    items.sort((a, b) => a.span.start - b.span.start);
  return {
    ...first,
    definitions: inOrder(all.flatMap(({ definitions }) => definitions)),
    broken: inOrder(all.flatMap(({ broken }) => broken)),
    findings: all.flatMap(({ findings }) => findings),
    incompleteBecause:
      all.map(({ incompleteBecause }) => incompleteBecause).find((because) => because !== null) ?? null,
  };
}

/** Reads which rows of a data file count: `where: { split: train, site: [1, 2] }`. */
import type { Condition } from '../../../data/dataRequest';
import type { Span } from '../../../objective/definition';
import type { MapEntry, ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { reportRepeatedKeys } from './entries';
import { rejectValue } from './inlineValue';

const WHERE = {
  what: 'a map from names of columns to the value, or the list of values, that a row must have',
  example: 'where: { split: train }',
};

/** A condition with the place of its column's name. */
export type PlacedCondition = Condition & { readonly span: Span };

/** Null after a finding. */
export function readWhere(entry: MapEntry | undefined, findings: FindingList): PlacedCondition[] | null {
  if (!entry) return [];
  const { value: node } = entry;
  if (node.kind !== 'map' || node.entries.length === 0) {
    rejectValue(node, 'where', WHERE, findings);
    return null;
  }
  reportRepeatedKeys(node.entries, findings);
  const conditions = node.entries.map(({ key, keySpan, value }) => {
    const items = value.kind === 'list' ? value.items : [value];
    const anyOf = items.map(scalar);
    if (anyOf.length > 0 && anyOf.every((one) => one !== null)) return { column: key, anyOf, span: keySpan };
    rejectValue(
      value,
      key,
      { ...WHERE, what: 'a value that a row must have, or a list of such values' },
      findings,
    );
    return null;
  });
  const read = conditions.filter((condition) => condition !== null);
  return read.length === conditions.length ? read : null;
}

function scalar(node: ValueNode): string | number | boolean | null {
  return node.kind === 'string' ||
    node.kind === 'boolean' ||
    (node.kind === 'number' && Number.isFinite(node.value))
    ? node.value
    : null;
}

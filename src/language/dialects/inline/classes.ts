/** Reads class sizes: a list of counts, or a map from class names to counts. */
import type { ClassSize } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys } from './entries';
import { unreadSource } from './fileSource';
import { INVALID, type InlineReader, rejectValue, value } from './inlineValue';
import { counting, readNumber } from './numbers';

const EXPECTED = {
  what: 'a list with the number of samples of each class, or a map from class names to numbers of samples',
  example: 'classes: [5000, 500, 50]',
};
const COUNT = {
  ...counting('classes', 1, 0, 'A class without samples takes no part in the loss: leave it out.'),
  example: EXPECTED.example,
};

export const readClasses: InlineReader<readonly ClassSize[]> = (node, key, findings) => {
  const file = node.kind === 'map' ? findEntry(node.entries, 'file') : undefined;
  // A class may be called `file`; then a number of samples follows.
  if (file?.value.kind === 'string')
    return unreadSource(node, file.value.value, 'Reading class sizes from a file', findings);
  const named = namedCounts(node, findings);
  if (named === null || named.length === 0) return rejectValue(node, key, EXPECTED, findings);
  const classes: ClassSize[] = [];
  for (const { name, count } of named) {
    const read = readNumber(count, `the size of ${name}`, COUNT, findings);
    if (read.kind === 'value') classes.push({ name, count: read.value });
  }
  return classes.length === named.length ? value(classes) : INVALID;
};

function namedCounts(node: ValueNode, findings: FindingList): { name: string; count: ValueNode }[] | null {
  if (node.kind === 'list') return node.items.map((count, i) => ({ name: `class ${i + 1}`, count }));
  if (node.kind !== 'map') return null;
  reportRepeatedKeys(node.entries, findings);
  const last = new Map(node.entries.map(({ key, value }) => [key, value]));
  return [...last].map(([name, count]) => ({ name, count }));
}

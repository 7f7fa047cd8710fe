/** Reads class sizes: a list of counts, a map from class names to counts, a formula, or the file or folder that tells. */
import type { ClassSize } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './entries';
import { readFileSource } from './fileSource';
import { readFolderSource } from './folderSource';
import { INVALID, type InlineReader, type InlineValue, rejectValue, value } from './inlineValue';
import { readLongTail } from './longTail';
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
  const source = readSource(node, key, findings);
  if (source) return source;
  const named = namedCounts(node, findings);
  if (named === null || named.length === 0) return rejectValue(node, key, EXPECTED, findings);
  const classes: ClassSize[] = [];
  for (const { name, count } of named) {
    const read = readNumber(count, `the size of ${name}`, COUNT, findings);
    if (read.kind === 'value') classes.push({ name, count: read.value });
  }
  return classes.length === named.length ? value(classes) : INVALID;
};

/** Null where sizes are written here: a class may be called `file`; then a number of samples follows. */
function readSource(
  node: ValueNode,
  key: string,
  findings: FindingList,
): InlineValue<readonly ClassSize[]> | null {
  if (node.kind !== 'map') return null;
  const entryOf = (name: string, kind: ValueNode['kind']) => {
    const entry = findEntry(node.entries, name);
    return entry?.value.kind === kind ? entry : undefined;
  };
  if (entryOf('file', 'string')) return readFileSource(node, key, 'classes', findings);
  const folder = entryOf('folder', 'string');
  if (folder) return readFolderSource(node.entries, folder, findings);
  const formula = entryOf('long-tail', 'map');
  if (!formula) return null;
  reportUnknownKeys(node.entries, ['long-tail'], `\`${key}\` by a formula`, findings);
  return readLongTail(formula, findings);
}

function namedCounts(node: ValueNode, findings: FindingList): { name: string; count: ValueNode }[] | null {
  if (node.kind === 'list') return node.items.map((count, i) => ({ name: `class ${i + 1}`, count }));
  if (node.kind !== 'map') return null;
  reportRepeatedKeys(node.entries, findings);
  const last = new Map(node.entries.map(({ key, value }) => [key, value]));
  return [...last].map(([name, count]) => ({ name, count }));
}

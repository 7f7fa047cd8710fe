/** Recognises values that stand in another file: `{ file: w.npy }`. */
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './entries';
import { type InlineValue, rejectValue } from './inlineValue';

/** Null when the node is no reference to a file; `key` is the key of the value. */
export function readFileSource(
  node: ValueNode,
  key: string,
  findings: FindingList,
): InlineValue<never> | null {
  if (node.kind !== 'map') return null;
  const file = findEntry(node.entries, 'file');
  if (!file) return null;
  reportRepeatedKeys(node.entries, findings);
  if (file.value.kind !== 'string' || file.value.value.trim() === '') {
    const what = 'the name of a .npy, .csv or .tsv file, relative to this file';
    return rejectValue(file.value, 'file', { what, example: `${key}: { file: ${key}.npy }` }, findings);
  }
  const columns = node.entries.find((entry) => entry.key === 'column' || entry.key === 'columns');
  if (columns) return unreadSource(node, file.value.value, `Choosing columns of a file of ${key}`, findings);
  reportUnknownKeys(node.entries, ['file', 'columns'], `\`${key}\``, findings);
  return { kind: 'file', name: file.value.value, span: file.value.span };
}

/** A file that is not read yet: the value is unknown then, and the verdict conditional. */
export function unreadSource(
  node: Pick<ValueNode, 'span'>,
  name: string,
  reading: string,
  findings: FindingList,
): InlineValue<never> {
  findings.unread(
    node.span,
    `${reading} is not supported yet, so they count as unknown and the verdict is conditional. Write them here instead.`,
  );
  return { kind: 'unknown', missing: name };
}

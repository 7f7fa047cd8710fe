/** Reads the reference to an image folder, one sub-folder a class: `{ folder: data/train }`. */
import type { MapEntry, ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './entries';
import { type InlineValue, rejectValue } from './inlineValue';

const FOLDER = {
  what: 'the name of a folder with one sub-folder for each class, relative to this file',
  example: 'classes: { folder: data/train }',
};
const ENDING = {
  what: 'the ending of the files that are samples, or a list of endings',
  example: 'ending: wav',
};

export function readFolderSource(
  entries: readonly MapEntry[],
  { value: name }: MapEntry,
  findings: FindingList,
): InlineValue<never> {
  reportRepeatedKeys(entries, findings);
  reportUnknownKeys(entries, ['folder', 'ending'], 'An image folder', findings);
  if (name.kind !== 'string' || name.value.trim() === '')
    return rejectValue(name, 'folder', FOLDER, findings);
  const ending = findEntry(entries, 'ending')?.value;
  const endings = ending ? readEndings(ending) : null;
  if (ending && endings === null) return rejectValue(ending, 'ending', ENDING, findings);
  return {
    kind: 'file',
    name: name.value,
    span: name.span,
    request: { from: 'folder', endings },
    columns: [],
  };
}

function readEndings(node: ValueNode): string[] | null {
  const items = node.kind === 'list' ? node.items : [node];
  const endings = items.map((item) =>
    item.kind === 'string'
      ? item.value
          .trim()
          .replace(/^[*.]+/, '')
          .toLowerCase()
      : '',
  );
  return endings.length > 0 && endings.every((ending) => ending !== '') ? endings : null;
}

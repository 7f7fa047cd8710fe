/** Which keys of a comment give an objective its data, and which say what the loss is like. */
import type { MapEntry, ValueNode } from '../../values';
import { findEntry } from '../inline/entries';

export const BINDING_KEYS = [
  'classes',
  'labels',
  'features',
  'samples',
  'dimension',
  'views',
  'batch',
] as const;

/** Keys that only a description of a loss has. */
const DESCRIBING = [
  'objective',
  'arguments',
  'temperature',
  'similarity',
  'across',
  'kernel',
  'bandwidth',
  'weight-temperature',
];

/** What a comment may say at all. */
export const COMMENT_KEYS = [...BINDING_KEYS, 'objective'];

/** Whether a comment says what the loss is like; else it only binds data. */
export function describesLoss(entries: readonly MapEntry[]): boolean {
  return entries.length === 0 || entries.some(({ key }) => DESCRIBING.includes(key));
}

/** The entries that bind data. A description may name the argument that holds them, or fix a value once for all. */
export function bindingEntries(entries: readonly MapEntry[]): readonly MapEntry[] {
  const isDescribed = describesLoss(entries);
  return entries.filter(({ key, value }) => {
    if (!isKey(key)) return false;
    if (!isDescribed) return true;
    if (key === 'dimension' || key === 'views') return false;
    return key !== 'classes' || !namesArgument(value);
  });
}

/** The description of a loss without what it binds; null where nothing else stands there. */
export function withoutBindings(root: ValueNode): ValueNode | null {
  if (root.kind !== 'map') return root;
  if (!describesLoss(root.entries)) return null;
  const bound = bindingEntries(root.entries);
  return { ...root, entries: root.entries.filter((entry) => !bound.includes(entry)) };
}

const isKey = (key: string) => (BINDING_KEYS as readonly string[]).includes(key);

/** `classes: cls_num_list`, or `classes: { argument: cls_num_list }`. */
function namesArgument(value: ValueNode): boolean {
  return (
    value.kind === 'string' ||
    (value.kind === 'map' && findEntry(value.entries, 'argument')?.value.kind === 'string')
  );
}

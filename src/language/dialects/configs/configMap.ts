/** The maps of a config, one by one, each with the keys that lead to it: what config dialects recognise objectives in. */
import type { Span } from '../../../objective/definition';
import type { MapEntry, ValueNode } from '../../values';

export interface ConfigMap {
  readonly entries: readonly MapEntry[];
  readonly span: Span;
  /** From the root; items of lists have no key of their own. */
  readonly keys: readonly string[];
  readonly isListItem: boolean;
  /** Names of loss classes that the project file describes. */
  readonly own: ReadonlySet<string>;
}

/** Aliases and included files can repeat maps; nobody writes this many. */
const MOST_MAPS = 100_000;

/** In the order of the text. */
export function* configMaps(root: ValueNode, own: ReadonlySet<string> = new Set()): Generator<ConfigMap> {
  const stack: { node: ValueNode; keys: readonly string[]; isListItem: boolean }[] = [
    { node: root, keys: [], isListItem: false },
  ];
  for (let maps = 0; maps < MOST_MAPS; ) {
    const next = stack.pop();
    if (!next) return;
    const { node, keys, isListItem } = next;
    if (node.kind === 'list')
      for (const item of node.items.toReversed()) stack.push({ node: item, keys, isListItem: true });
    if (node.kind !== 'map') continue;
    maps++;
    yield { entries: node.entries, span: node.span, keys, isListItem, own };
    for (const { key, value } of node.entries.toReversed())
      if (value.kind === 'map' || value.kind === 'list')
        stack.push({ node: value, keys: [...keys, key], isListItem: false });
  }
}

/** The entry that counts for a key: the last, as loaders have it. */
export function nodeAt({ entries }: Pick<ConfigMap, 'entries'>, key: string): ValueNode | undefined {
  return entries.findLast((entry) => entry.key === key)?.value;
}

export function textAt(map: Pick<ConfigMap, 'entries'>, key: string): TextNode | null {
  const value = nodeAt(map, key);
  return value?.kind === 'string' ? value : null;
}

export type TextNode = Extract<ValueNode, { kind: 'string' }>;
export type MapNode = Extract<ValueNode, { kind: 'map' }>;

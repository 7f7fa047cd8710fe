/** Finds the names that stand in text which could not be parsed: what they belong to is not known. */
import type { Tree } from 'web-tree-sitter';
import type { PythonFile } from './file';
import { namedParts } from './literals';

/** Names directly in an error, and the last names of dotted ones that are. */
export function strandedNames(tree: Tree): PythonFile['stranded'] {
  const { rootNode } = tree;
  // Most statements are whole, and need not be searched.
  const broken = rootNode.type === 'ERROR' ? [rootNode] : rootNode.children;
  const all = broken.flatMap((node) => (node?.hasError ? node.descendantsOfType('ERROR') : []));
  const names = new Map<number, PythonFile['stranded'][number]>();
  for (const error of all)
    for (const part of error ? namedParts(error) : []) {
      const name = part.type === 'attribute' ? part.childForFieldName('attribute') : part;
      if (name?.type !== 'identifier') continue;
      names.set(name.startIndex, { name: name.text, span: { start: name.startIndex, end: name.endIndex } });
    }
  return [...names.values()].sort((a, b) => a.span.start - b.span.start);
}

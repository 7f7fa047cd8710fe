/** Finds classes that are handed to a call by name, to be built there: `TrainingArguments(loss=SupConLoss)`. */
import type { Tree } from 'web-tree-sitter';
import type { PassedName, PythonScope } from './file';

/** A class by its name: variables that hold a loss are told where the loss is built. */
const PASSED =
  /(?:loss|criterion|objective)\w*\s*=\s*((?:[\p{L}_][\p{L}\p{N}_]*\.)*\p{Lu}[\p{L}\p{N}_]*)(?=\s*[,)])/giu;

export function passedNames(tree: Tree, text: string, scopes: readonly PythonScope[]): readonly PassedName[] {
  const names: PassedName[] = [];
  for (const found of text.matchAll(PASSED)) {
    const [words, path] = found;
    // Without regard to case, \p{Lu} is any letter.
    if (!/^\p{Lu}/u.test(path.slice(path.lastIndexOf('.') + 1))) continue;
    const start = found.index + words.length - path.length;
    const end = start + path.length;
    let node = tree.rootNode.descendantForIndex(start, end);
    while (node?.type === 'attribute' || node?.type === 'identifier') node = node.parent;
    if (node?.type !== 'keyword_argument') continue;
    names.push({ path: path.split('.'), span: { start, end }, scope: scopeAt(scopes, start) });
  }
  return names;
}

/** The innermost scope around an offset: scopes follow those around them. */
function scopeAt(scopes: readonly PythonScope[], offset: number): number {
  return Math.max(
    0,
    scopes.findLastIndex(({ span }) => span.start <= offset && offset < span.end),
  );
}

/** The nodes of a syntax tree that an outline is made of, as plain records: statements that nobody edited keep theirs. */
import type { Node } from 'web-tree-sitter';
import type { Span } from '../../../objective/definition';

export interface OutlineNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly hasError: boolean;
  /** Of a function or class. */
  readonly name: string | null;
  /** Of a function its parameters, of a class what it is derived from, with the brackets. */
  readonly list: Span | null;
}

/**
 * Between two keystrokes all statements of a module but one are what they were, at most moved: asking the tree for
 * their nodes again would take most of the time that a keystroke has.
 */
export class OutlineNodes {
  /** By type and text of the module's statements, with places that count from their beginning. */
  private kept = new Map<string, readonly OutlineNode[]>();

  /** Those of the given types, each before what it holds. */
  read(root: Node, text: string, types: string[]): OutlineNode[] {
    // What recovers from errors all over a text may read the same words in another way.
    if (root.type !== 'module') return found(root, types, 0);
    const last = this.kept;
    const now = new Map<string, readonly OutlineNode[]>();
    const all: OutlineNode[] = [];
    for (const statement of root.children) {
      if (!statement) continue;
      const { startIndex: start, endIndex: end, hasError } = statement;
      const key = `${statement.type} ${text.slice(start, end)}`;
      const known = hasError ? undefined : (now.get(key) ?? last.get(key));
      const nodes = known ?? found(statement, types, start);
      if (!hasError) now.set(key, nodes);
      for (const node of nodes) all.push(shifted(node, start));
    }
    this.kept = now;
    return all;
  }
}

function found(statement: Node, types: string[], origin: number): OutlineNode[] {
  const { hasError } = statement;
  return statement.descendantsOfType(types).flatMap((node) => {
    if (!node) return [];
    const { type, startIndex, endIndex } = node;
    const list = LISTS[type] ? node.childForFieldName(LISTS[type]) : null;
    return {
      type,
      start: startIndex - origin,
      end: endIndex - origin,
      hasError: hasError && node.hasError,
      name: LISTS[type] ? (node.childForFieldName('name')?.text ?? null) : null,
      list: list && { start: list.startIndex - origin, end: list.endIndex - origin },
    };
  });
}

const LISTS: Readonly<Record<string, string | undefined>> = {
  function_definition: 'parameters',
  class_definition: 'superclasses',
};

function shifted(node: OutlineNode, by: number): OutlineNode {
  const { list } = node;
  return {
    ...node,
    start: node.start + by,
    end: node.end + by,
    list: list && { start: list.start + by, end: list.end + by },
  };
}

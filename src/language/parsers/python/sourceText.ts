/** A Python text with a parser at hand: parts of it are parsed on their own, when somebody asks what they say. */
import type { Node, Tree } from 'web-tree-sitter';
import type { Span } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import { namedParts, toValueNode } from './expressions';
import type { Lazy } from './file';

/** Parses a piece of Python; the caller deletes the tree. */
export type ParsePiece = (text: string) => Tree;

/** Longer expressions are data, not arguments. */
const LONGEST_EXPRESSION = 100_000;

export class SourceText {
  constructor(
    readonly text: string,
    private readonly parse: ParsePiece,
  ) {}

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** An expression that may break over lines, as it may between brackets. */
  expression({ start, end }: Span): ValueNode {
    const text = this.text.slice(start, end);
    if (text.length > LONGEST_EXPRESSION)
      return { kind: 'opaque', text: text.slice(0, 200), span: { start, end } };
    const tree = this.parse(`(${text})`);
    const value = tree.rootNode.hasError ? null : innermost(tree.rootNode);
    const read: ValueNode = value
      ? toValueNode(value, start - 1)
      : { kind: 'opaque', text: text.slice(0, 200), span: { start, end } };
    tree.delete();
    return read;
  }

  /** What `read` makes of a piece that is complete in itself; offsets count from where the piece begins. */
  piece<T>(text: string, read: (root: Node) => T): T {
    const tree = this.parse(text);
    const result = read(tree.rootNode);
    tree.delete();
    return result;
  }
}

/** `(x)` as x: the statement's expression, out of the brackets that were put around it. A tuple keeps them. */
function innermost(root: Node): Node | null {
  const statement = root.namedChildren.find((child) => child?.type === 'expression_statement');
  const [bracketed] = statement ? namedParts(statement) : [];
  if (bracketed?.type === 'parenthesized_expression') return namedParts(bracketed)[0] ?? null;
  return bracketed ?? null;
}

/** A value that is computed once, when it is first asked for. */
export function lazily<T>(compute: () => T): Lazy<T> {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

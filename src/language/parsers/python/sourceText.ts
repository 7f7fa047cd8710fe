/** A Python text with a parser at hand: parts of it are parsed on their own, when somebody asks what they say. */
import type { Node, Tree } from 'web-tree-sitter';
import type { Span } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import { toValueNode } from './expressions';
import type { Lazy } from './file';
import { namedParts } from './literals';
import { shifted } from './shifted';

/** Parses a piece of Python; the caller deletes the tree. */
export type ParsePiece = (text: string) => Tree;

/** Longer expressions are data, not arguments. */
const LONGEST_EXPRESSION = 100_000;
const LONGEST_SHOWN = 200;

/** Parses pieces of Python, and keeps what short ones said: between two keystrokes hardly any changes. */
export class PieceParser {
  private readonly kept = new Map<string, ValueNode>();

  constructor(readonly parse: ParsePiece) {}

  /** An expression that may break over lines, as it may between brackets. Offsets count from its beginning. */
  expression(text: string): ValueNode {
    const known = this.kept.get(text);
    if (known) return known;
    const value = this.parseExpression(text);
    if (text.length > LONGEST_KEPT) return value;
    this.kept.set(text, value);
    if (this.kept.size > MOST_KEPT)
      for (const oldest of this.kept.keys()) {
        this.kept.delete(oldest);
        break;
      }
    return value;
  }

  private parseExpression(text: string): ValueNode {
    const tree = this.parse(`(${text})`);
    const value = tree.rootNode.hasError ? null : innermost(tree.rootNode);
    const read: ValueNode = value ? toValueNode(value, -1) : opaque(text);
    tree.delete();
    return read;
  }
}

const MOST_KEPT = 4000;
const LONGEST_KEPT = 500;

export class SourceText {
  constructor(
    readonly text: string,
    private readonly pieces: PieceParser,
  ) {}

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  expression({ start, end }: Span): ValueNode {
    const text = this.text.slice(start, end);
    return shifted(text.length > LONGEST_EXPRESSION ? opaque(text) : this.pieces.expression(text), start);
  }

  /** What `read` makes of a piece that is complete in itself; offsets count from where the piece begins. */
  piece<T>(text: string, read: (root: Node) => T): T {
    const tree = this.pieces.parse(text);
    const result = read(tree.rootNode);
    tree.delete();
    return result;
  }
}

const opaque = (text: string): ValueNode => ({
  kind: 'opaque',
  text: text.slice(0, LONGEST_SHOWN),
  span: { start: 0, end: text.length },
});

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

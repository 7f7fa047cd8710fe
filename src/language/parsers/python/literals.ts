/** Numbers and texts as Python writes them. */
import type { Node } from 'web-tree-sitter';
import type { Span } from '../../../objective/definition';
import type { ValueNode } from '../../values';

/** Named children without comments, which may stand anywhere. */
export function namedParts(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment');
}

/** Null for what is no real number: `2l` of Python 2, imaginary `2j`. */
export function readNumber(node: Node, span: Span): ValueNode | null {
  const value = Number(node.text.replaceAll('_', '').toLowerCase());
  return Number.isNaN(value) ? null : { kind: 'number', value, span };
}

/** Null for a text with a prefix such as f or b, whose value is not simply its content; neighbours are one text. */
export function readText(node: Node, span: Span): ValueNode | null {
  const parts = node.type === 'concatenated_string' ? namedParts(node) : [node];
  let value = '';
  for (const part of parts) {
    const start = part.firstChild?.text ?? '';
    const plain =
      /^[rRuU]?["']/.test(start) && !namedParts(part).some(({ type }) => type === 'interpolation');
    if (!plain) return null;
    for (const content of namedParts(part)) if (content.type === 'string_content') value += content.text;
  }
  return { kind: 'string', value, span };
}

/** Turns Python expressions into value nodes: literals, names, calls and arithmetic; the rest stays text. */
import type { Node } from 'web-tree-sitter';
import { type Argument, OPERATORS, type ValueNode } from '../values';

/** Values nested deeper, and lists longer, are never the arguments of a loss; they stay text. */
const DEEPEST = 60;
const LONGEST_LIST = 256;
const LONGEST_TEXT = 200;

export function toValueNode(node: Node, depth = 0): ValueNode {
  const span = { start: node.startIndex, end: node.endIndex };
  if (depth > DEEPEST || node.hasError) return opaque(node);
  switch (node.type) {
    case 'integer':
    case 'float':
      return toNumber(node);
    case 'string':
      return toText(node);
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', span };
    case 'none':
      return { kind: 'null', span };
    case 'list':
    case 'tuple':
      return toList(node, depth);
    case 'parenthesized_expression':
      return toInner(node, depth);
    case 'identifier':
    case 'attribute': {
      const path = dottedPath(node);
      return path ? { kind: 'name', path, span } : opaque(node);
    }
    case 'unary_operator':
    case 'binary_operator':
      return toOperation(node, depth);
    case 'call':
      return toCall(node, depth);
    default:
      return opaque(node);
  }
}

/** `a.b.c` as its parts, or null when something else than names is in it. */
export function dottedPath(node: Node): string[] | null {
  const parts: string[] = [];
  let at: Node | null = node;
  while (at?.type === 'attribute' && parts.length < DEEPEST) {
    const attribute = at.childForFieldName('attribute');
    if (!attribute) return null;
    parts.push(attribute.text);
    at = at.childForFieldName('object');
  }
  if (at?.type !== 'identifier') return null;
  return [...parts, at.text].reverse();
}

/** Named children without comments, which may stand anywhere. */
export function namedParts(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment');
}

function opaque(node: Node): ValueNode {
  const text = node.text.slice(0, LONGEST_TEXT);
  return { kind: 'opaque', text, span: { start: node.startIndex, end: node.endIndex } };
}

function toNumber(node: Node): ValueNode {
  const digits = node.text.replaceAll('_', '').toLowerCase();
  // `2l` of Python 2 and imaginary `2j` are no real numbers: Number() refuses both.
  const value = Number(digits);
  if (Number.isNaN(value)) return opaque(node);
  return { kind: 'number', value, span: { start: node.startIndex, end: node.endIndex } };
}

/** Text without a prefix such as f or b, whose value is not simply its content. */
function toText(node: Node): ValueNode {
  const start = node.firstChild?.text ?? '';
  if (!/^[rR]?["']/.test(start) || namedParts(node).some((part) => part.type === 'interpolation'))
    return opaque(node);
  const content = namedParts(node).filter((part) => part.type === 'string_content');
  return {
    kind: 'string',
    value: content.map((part) => part.text).join(''),
    span: { start: node.startIndex, end: node.endIndex },
  };
}

function toList(node: Node, depth: number): ValueNode {
  if (node.namedChildCount > LONGEST_LIST) return opaque(node);
  const items = namedParts(node).map((item) => toValueNode(item, depth + 1));
  return { kind: 'list', items, span: { start: node.startIndex, end: node.endIndex } };
}

function toInner(node: Node, depth: number): ValueNode {
  const [inner] = namedParts(node);
  return inner ? toValueNode(inner, depth + 1) : opaque(node);
}

function toOperation(node: Node, depth: number): ValueNode {
  const operator = OPERATORS.find((known) => known === node.childForFieldName('operator')?.text);
  const fields = node.type === 'unary_operator' ? ['argument'] : ['left', 'right'];
  const operands = fields.flatMap((field) => node.childForFieldName(field) ?? []);
  if (!operator || operands.length !== fields.length) return opaque(node);
  return {
    kind: 'operation',
    operator,
    operands: operands.map((operand) => toValueNode(operand, depth + 1)),
    span: { start: node.startIndex, end: node.endIndex },
  };
}

function toCall(node: Node, depth: number): ValueNode {
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  const path = callee && dottedPath(callee);
  // A generator needs no parentheses of its own: f(x for x in y).
  if (!callee || !path || list?.type !== 'argument_list' || list.namedChildCount > LONGEST_LIST)
    return opaque(node);
  return {
    kind: 'call',
    callee: path,
    arguments: namedParts(list).map((argument) => toArgument(argument, depth + 1)),
    span: { start: node.startIndex, end: node.endIndex },
    calleeSpan: { start: callee.startIndex, end: callee.endIndex },
  };
}

function toArgument(node: Node, depth: number): Argument {
  const name = node.childForFieldName('name');
  const value = node.childForFieldName('value');
  if (node.type === 'keyword_argument' && name && value)
    return {
      name: name.text,
      nameSpan: { start: name.startIndex, end: name.endIndex },
      value: toValueNode(value, depth),
      unpacks: 'none',
    };
  const unpacks = node.type === 'list_splat' ? 'list' : node.type === 'dictionary_splat' ? 'map' : 'none';
  return { name: null, nameSpan: null, value: toValueNode(node, depth), unpacks };
}

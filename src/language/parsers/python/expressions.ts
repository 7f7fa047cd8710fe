/** Turns Python expressions into value nodes: literals, names, calls, parts and arithmetic; the rest stays text. */
import type { Node } from 'web-tree-sitter';
import type { Span } from '../../../objective/definition';
import { type Argument, type MapEntry, OPERATORS, type ValueNode } from '../../values';
import { namedParts, readNumber, readText } from './literals';

/** Values nested deeper, and lists longer, are never the arguments of a loss; they stay text. */
const DEEPEST = 60;
const LONGEST_LIST = 256;
const LONGEST_TEXT = 200;

/** `shift` is added to every offset: where the parsed text stands in the whole one. */
export function toValueNode(node: Node, shift: number): ValueNode {
  return new Conversion(shift).convert(node, 0);
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

class Conversion {
  constructor(private readonly shift: number) {}

  convert(node: Node, depth: number): ValueNode {
    const span = this.spanOf(node);
    if (depth > DEEPEST || node.hasError) return this.opaque(node);
    switch (node.type) {
      case 'integer':
      case 'float':
        return readNumber(node, span) ?? this.opaque(node);
      case 'string':
      case 'concatenated_string':
        return readText(node, span) ?? this.opaque(node);
      case 'true':
      case 'false':
        return { kind: 'boolean', value: node.type === 'true', span };
      case 'none':
        return { kind: 'null', span };
      case 'list':
      case 'tuple':
        return this.list(node, depth);
      case 'dictionary':
        return this.map(node, depth);
      case 'parenthesized_expression': {
        const [inner] = namedParts(node);
        return inner ? this.convert(inner, depth + 1) : this.opaque(node);
      }
      case 'identifier':
      case 'attribute':
        return this.name(node, depth);
      case 'unary_operator':
      case 'binary_operator':
        return this.operation(node, depth);
      case 'call':
        return this.call(node, depth);
      case 'subscript':
        return this.subscript(node, depth);
      case 'conditional_expression':
      case 'boolean_operator':
        return this.choice(node, depth);
      default:
        return this.opaque(node);
    }
  }

  private spanOf(node: Node): Span {
    return { start: node.startIndex + this.shift, end: node.endIndex + this.shift };
  }

  private opaque(node: Node): ValueNode {
    return { kind: 'opaque', text: node.text.slice(0, LONGEST_TEXT), span: this.spanOf(node) };
  }

  private list(node: Node, depth: number): ValueNode {
    if (node.namedChildCount > LONGEST_LIST) return this.opaque(node);
    const items = namedParts(node).map((item) => this.convert(item, depth + 1));
    return { kind: 'list', items, span: this.spanOf(node) };
  }

  /** Keys that are no texts cannot be asked for and are left out. */
  private map(node: Node, depth: number): ValueNode {
    if (node.namedChildCount > LONGEST_LIST) return this.opaque(node);
    const entries: MapEntry[] = [];
    const spreads: ValueNode[] = [];
    for (const part of namedParts(node)) {
      const [first] = namedParts(part);
      if (part.type === 'dictionary_splat' && first) spreads.push(this.convert(first, depth + 1));
      const key = part.childForFieldName('key');
      const value = part.childForFieldName('value');
      const name = key && this.convert(key, depth + 1);
      if (value && name?.kind === 'string')
        entries.push({ key: name.value, keySpan: name.span, value: this.convert(value, depth + 1) });
    }
    return { kind: 'map', entries, span: this.spanOf(node), ...(spreads.length > 0 ? { spreads } : {}) };
  }

  private name(node: Node, depth: number): ValueNode {
    const span = this.spanOf(node);
    const path = dottedPath(node);
    if (path) return { kind: 'name', path, span };
    const name = node.childForFieldName('attribute')?.text;
    const of = node.childForFieldName('object');
    if (!name || !of) return this.opaque(node);
    return { kind: 'attribute', of: this.convert(of, depth + 1), name, span };
  }

  private operation(node: Node, depth: number): ValueNode {
    const operator = OPERATORS.find((known) => known === node.childForFieldName('operator')?.text);
    const fields = node.type === 'unary_operator' ? ['argument'] : ['left', 'right'];
    const operands = fields.flatMap((field) => node.childForFieldName(field) ?? []);
    if (!operator || operands.length !== fields.length) return this.opaque(node);
    const parts = operands.map((operand) => this.convert(operand, depth + 1));
    return { kind: 'operation', operator, operands: parts, span: this.spanOf(node) };
  }

  private subscript(node: Node, depth: number): ValueNode {
    const of = node.childForFieldName('value');
    const keys = node.childrenForFieldName('subscript');
    const [key] = keys;
    if (!of || !key || keys.length !== 1) return this.opaque(node);
    return {
      kind: 'subscript',
      of: this.convert(of, depth + 1),
      key: this.convert(key, depth + 1),
      span: this.spanOf(node),
    };
  }

  /** `a and b` is no choice between values that anyone configures. */
  private choice(node: Node, depth: number): ValueNode {
    const parts = namedParts(node);
    if (node.type === 'boolean_operator' && node.childForFieldName('operator')?.text !== 'or')
      return this.opaque(node);
    const options = node.type === 'boolean_operator' ? parts : [parts[0], parts[2]];
    if (options.some((option) => option === undefined)) return this.opaque(node);
    return {
      kind: 'choice',
      options: options.map((one) => this.convert(one, depth + 1)),
      span: this.spanOf(node),
    };
  }

  private call(node: Node, depth: number): ValueNode {
    const callee = node.childForFieldName('function');
    const list = node.childForFieldName('arguments');
    // A generator needs no parentheses of its own: f(x for x in y).
    if (!callee || list?.type !== 'argument_list' || list.namedChildCount > LONGEST_LIST)
      return this.opaque(node);
    return {
      kind: 'call',
      ...this.callee(callee, depth),
      arguments: namedParts(list).map((argument) => this.argument(argument, depth + 1)),
      span: this.spanOf(node),
      calleeSpan: this.spanOf(callee),
    };
  }

  private callee(node: Node, depth: number): { callee: readonly string[]; receiver?: ValueNode } {
    const names: string[] = [];
    let at: Node | null = node;
    while (at?.type === 'attribute' && names.length < DEEPEST) {
      names.unshift(at.childForFieldName('attribute')?.text ?? '');
      at = at.childForFieldName('object');
    }
    if (at?.type === 'identifier') return { callee: [at.text, ...names] };
    return at ? { callee: names, receiver: this.convert(at, depth + 1) } : { callee: names };
  }

  private argument(node: Node, depth: number): Argument {
    const name = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    if (node.type === 'keyword_argument' && name && value)
      return {
        name: name.text,
        nameSpan: this.spanOf(name),
        value: this.convert(value, depth),
        unpacks: 'none',
      };
    const unpacks = node.type === 'list_splat' ? 'list' : node.type === 'dictionary_splat' ? 'map' : 'none';
    const [inner] = unpacks === 'none' ? [node] : namedParts(node);
    return { name: null, nameSpan: null, value: this.convert(inner ?? node, depth), unpacks };
  }
}

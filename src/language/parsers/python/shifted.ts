/** Moves an expression's value, with all that is in it, to where the expression stands. */
import type { Span } from '../../../objective/definition';
import type { Argument, ValueNode } from '../../values';

export function shifted(node: ValueNode, by: number): ValueNode {
  const moved = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  const inner = (one: ValueNode): ValueNode => shifted(one, by);
  const span = moved(node.span);
  switch (node.kind) {
    case 'list':
      return { ...node, span, items: node.items.map(inner) };
    case 'map': {
      const entries = node.entries.map(({ key, keySpan, value }) => ({
        key,
        keySpan: moved(keySpan),
        value: inner(value),
      }));
      return { ...node, span, entries, ...(node.spreads ? { spreads: node.spreads.map(inner) } : {}) };
    }
    case 'subscript':
      return { ...node, span, of: inner(node.of), key: inner(node.key) };
    case 'attribute':
      return { ...node, span, of: inner(node.of) };
    case 'choice':
      return { ...node, span, options: node.options.map(inner) };
    case 'operation':
      return { ...node, span, operands: node.operands.map(inner) };
    case 'call': {
      const given = node.arguments.map(
        (argument): Argument => ({
          ...argument,
          nameSpan: argument.nameSpan && moved(argument.nameSpan),
          value: inner(argument.value),
        }),
      );
      const receiver = node.receiver ? { receiver: inner(node.receiver) } : {};
      return { ...node, span, calleeSpan: moved(node.calleeSpan), arguments: given, ...receiver };
    }
    default:
      return { ...node, span };
  }
}

/** Expressions in their author's words, short enough for a message. */
import type { ValueNode } from '../../../values';

const LONGEST = 60;

/** On one line. */
export function wordsFor(node: ValueNode): string {
  switch (node.kind) {
    case 'name':
      return node.path.join('.');
    case 'call':
      return shorten(
        `${node.receiver ? `${wordsFor(node.receiver)}${node.callee.length > 0 ? '.' : ''}` : ''}${node.callee.join('.')}(…)`,
      );
    case 'attribute':
      return shorten(`${wordsFor(node.of)}.${node.name}`);
    case 'subscript':
      return shorten(`${wordsFor(node.of)}[${keyWords(node.key)}]`);
    case 'choice':
      return shorten(node.options.map(wordsFor).join(' or '));
    case 'list':
      return '[…]';
    case 'map':
      return '{…}';
    case 'opaque':
      return shorten(node.text);
    case 'operation':
      return shorten(
        node.operands.length === 1
          ? `${node.operator}${wordsFor(node.operands[0])}`
          : node.operands.map(wordsFor).join(` ${node.operator} `),
      );
    case 'null':
      return 'None';
    case 'boolean':
      return node.value ? 'True' : 'False';
    default:
      return shorten(String(node.value));
  }
}

const keyWords = (node: ValueNode) => (node.kind === 'string' ? `"${node.value}"` : wordsFor(node));

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** Expressions in their author's words, short enough for a message. */
import type { ValueNode } from '../../../values';

const LONGEST = 60;

/** On one line. */
export function wordsFor(node: ValueNode): string {
  switch (node.kind) {
    case 'name':
      return node.path.join('.');
    case 'call':
      return shorten(`${calleeWords(node)}(${keyOf(node)}…)`);
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

function calleeWords({ callee, receiver }: Extract<ValueNode, { kind: 'call' }>): string {
  return [...(receiver ? [wordsFor(receiver)] : []), ...callee].join('.');
}

/** What is asked for is the point of `config.get("temp", …)`. */
function keyOf({ callee, arguments: [first] }: Extract<ValueNode, { kind: 'call' }>): string {
  return callee.at(-1) === 'get' && first?.value.kind === 'string' ? `"${first.value.value}", ` : '';
}

const keyWords = (node: ValueNode) => (node.kind === 'string' ? `"${node.value}"` : wordsFor(node));

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

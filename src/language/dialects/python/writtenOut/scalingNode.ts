/** A temperature that is found in code by its words, as an expression that the program can look up. */
import type { ValueNode } from '../../../values';
import type { Scaling } from './scaling';

/** `args.temp`, `config["temp"]` or `0.07` as the program reads them. */
export function nodeOf({ words }: Scaling, start: number): ValueNode {
  const span = { start, end: start + words.length };
  if (/^[\d.]/.test(words)) return { kind: 'number', value: Number(words), span };
  const [first = '', ...parts] = words.split(/(?=\.|\[)/);
  const plain = parts.findIndex((part) => part.startsWith('['));
  const names = parts.slice(0, plain < 0 ? parts.length : plain).map((part) => part.slice(1));
  const named: ValueNode = { kind: 'name', path: [first, ...names], span };
  return parts.slice(names.length).reduce<ValueNode>((of, part) => {
    if (!part.startsWith('[')) return { kind: 'attribute', of, name: part.slice(1), span };
    return { kind: 'subscript', of, key: { kind: 'string', value: part.slice(2, -2), span }, span };
  }, named);
}

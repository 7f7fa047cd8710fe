/** How keys and values are written in each syntax, with places to fill in. */
import { type DataSyntax, render, renderTomlKey } from '../../keys/render';
import { alternatives, type KeyDescription, type PlainValue, type Shape } from '../../keys/shape';

export interface Written {
  readonly text: string;
  readonly snippet: string;
}

/** A key with its value to fill in; without snippets the value is left to be typed. */
export function writeKey(description: KeyDescription, syntax: DataSyntax): Written {
  const start = keyStart(description.key, syntax);
  return { text: start, snippet: `${escapeSnippet(start)}${placeholder(description, syntax)}` };
}

function keyStart(key: string, syntax: DataSyntax): string {
  if (syntax === 'yaml') return `${key}: `;
  return syntax === 'json' ? `${JSON.stringify(key)}: ` : `${renderTomlKey(key)} = `;
}

function placeholder({ value, example }: KeyDescription, syntax: DataSyntax): string {
  const words = alternatives(value).flatMap(wordsOf);
  const isChoice = words.some((word) => word === example);
  if (!isChoice) return `\${1:${escapePlaceholder(render(example, syntax))}}`;
  const ordered = [example, ...words.filter((word) => word !== example)];
  return `\${1|${ordered.map((word) => escapeChoice(render(word, syntax))).join(',')}|}`;
}

function wordsOf(shape: Shape): readonly PlainValue[] {
  if (shape.kind === 'choice') return shape.options.map(({ value }) => value);
  return shape.kind === 'switch' ? [true, false] : [];
}

/** A map on one line: the keys that it must have, or all when it must have none. */
export function mapExample(keys: readonly KeyDescription[]): PlainValue {
  const required = keys.filter((key) => key.required);
  const written = required.length > 0 ? required : keys;
  return Object.fromEntries(written.map(({ key, example }) => [key, example]));
}

/** In a snippet everywhere. */
export const escapeSnippet = (text: string) => text.replace(/[\\$}]/g, '\\$&');
const escapePlaceholder = escapeSnippet;
const escapeChoice = (text: string) => text.replace(/[\\$},|]/g, '\\$&');

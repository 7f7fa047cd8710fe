/** How a value written in a file of ours is read: it is a value, cannot be read yet, or is wrong and was reported. */
import type { ColumnName, NamedRequest } from '../../../data/dataRequest';
import type { Span } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';

export type InlineValue<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** Not known here; `missing` is the author's word for it, for example a file's name. */
  | { readonly kind: 'unknown'; readonly missing: string }
  /** It stands in a file of this name, relative to the text; `span` is the name's place. */
  | NamedFile
  | { readonly kind: 'invalid' };

export interface NamedFile {
  readonly kind: 'file';
  readonly name: string;
  readonly span: Span;
  /** What is wanted of the file. */
  readonly request: NamedRequest;
  /** Where the request names columns. */
  readonly columns: readonly NamedColumn[];
}

export interface NamedColumn {
  readonly column: ColumnName;
  readonly span: Span;
}

/** Reads the value of `key`; what is wrong goes to `findings`. */
export type InlineReader<T> = (node: ValueNode, key: string, findings: FindingList) => InlineValue<T>;

export const INVALID = { kind: 'invalid' } as const;

export function value<T>(known: T): InlineValue<T> {
  return { kind: 'value', value: known };
}

/** What an author may write for a key, in words. */
export interface Expectation {
  /** "must be …": for example "a number above 0". */
  readonly what: string;
  readonly example: string;
}

/** Reports that a node is not what its key expects. */
export function rejectValue(
  node: ValueNode,
  key: string,
  expected: Expectation,
  findings: FindingList,
): { readonly kind: 'invalid' } {
  const found =
    node.kind === 'null' ? `\`${key}\` has no value: it` : `\`${key}\` is ${showNode(node)}, but it`;
  findings.invalid(
    node.span,
    `${found} must be ${expected.what}. Write, for example, \`${expected.example}\`.`,
  );
  return INVALID;
}

/** The subject of a sentence about a key; a description such as "the size of cat" stands without quotes. */
export function nameKey(key: string): string {
  return key.includes(' ') ? key[0].toUpperCase() + key.slice(1) : `\`${key}\``;
}

export const showFile = ({ name }: NamedFile) => `\`${clip(name)}\``;

/** A node in a few words. */
export function showNode(node: ValueNode): string {
  switch (node.kind) {
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'string':
      return `the text "${clip(node.value)}"`;
    case 'null':
      return 'empty';
    case 'list':
      return node.items.length === 0 ? 'an empty list' : 'a list';
    case 'map':
      return 'a map';
    case 'name':
      return `the name ${clip(node.path.join('.'))}`;
    case 'opaque':
      return `"${clip(node.text)}"`;
    default:
      return 'an expression';
  }
}

export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

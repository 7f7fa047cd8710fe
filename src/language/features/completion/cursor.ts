/**
 * Where a cursor stands in a file of ours, however half-written: a word of our own is put at the cursor, and found again
 * in what the parsers, which all keep what stands around an error, make of the text.
 */
import type { Span } from '../../../objective/definition';
import type { DataSyntax } from '../../keys/render';
import { entriesOf, nodeAt, type Path } from '../../keys/shapeAt';
import { parseJson } from '../../parsers/jsonParser';
import type { ValueNode } from '../../values';
import { parseTomlAround } from './tomlAround';
import { wordAt } from './word';
import { parseYamlAround } from './yamlAround';

export interface Cursor {
  /** The text's values, with our word at the cursor. */
  readonly root: ValueNode;
  /** Of the map that the key stands in, or of the value. */
  readonly path: Path;
  /** A line of YAML that holds one word may become a key of a map, or be a value. */
  readonly place: 'key' | 'value' | 'either';
  /** What a completion replaces: of JSON and TOML with the quotes around it. */
  readonly span: Span;
  /** Whether the completion stands inside of quotes that stay. */
  readonly isQuoted: boolean;
  /** Whether the key has its value already. */
  readonly hasValue: boolean;
  /** What must follow the completion: a comma, or nothing. */
  readonly behind: string;
}

/** No word that anybody writes, and a bare key in every syntax. */
export const CURSOR_WORD = 'objective-lens-cursor-word';

/** Null where the cursor stands in a comment, in the middle of a value, or in text that cannot be followed. */
export function cursorAt(text: string, offset: number, syntax: DataSyntax): Cursor | null {
  const word = wordAt(text, offset);
  const isQuoted = syntax === 'yaml' && word.quote !== null;
  const span =
    word.quote === null || isQuoted
      ? word.span
      : { start: word.span.start - 1, end: word.span.end + (word.closed ? 1 : 0) };
  const around = { before: text.slice(0, span.start), after: text.slice(span.end) };
  const isAlone = syntax === 'yaml' && !isQuoted && isAloneOnLine(around);
  const { root, behind } = parseAround(around, syntax, {
    isAlone,
    unclosed: isQuoted && !word.closed ? word.quote : '',
  });
  const found = root && find(root, []);
  if (!root || !found) return null;
  const hasValue = found.place === 'key' && /^[ \t]*[:=]/.test(around.after);
  const isOnly = entriesOf(nodeAt(root, found.path)).length === 1;
  const place = found.place === 'key' && isAlone && isOnly && !hasValue ? 'either' : found.place;
  return { root, path: found.path, place, span, isQuoted, hasValue, behind };
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function isAloneOnLine({ before, after }: Around): boolean {
  return /(?:^|\n)[^\S\n]*(?:-[^\S\n]+)*$/.test(before) && /^[^\S\n]*(?:\n|$)/.test(after);
}

interface ParsedAround {
  readonly root: ValueNode | null;
  readonly behind: string;
}

function parseAround(
  { before, after }: Around,
  syntax: DataSyntax,
  yaml: { readonly isAlone: boolean; readonly unclosed: string | null },
): ParsedAround {
  if (syntax === 'json') return parseJsonAround(before, after);
  if (syntax === 'toml') return { root: parseTomlAround(before, after, CURSOR_WORD), behind: '' };
  // Without its colon a word would be one with the next line.
  const word = yaml.isAlone ? `${CURSOR_WORD}:` : `${CURSOR_WORD}${yaml.unclosed}`;
  return { root: parseYamlAround(before, word, after), behind: '' };
}

/** The word as a value, or as a key whose value is still to come; of both the one that makes fewer errors. */
function parseJsonAround(before: string, after: string): ParsedAround {
  const word = `"${CURSOR_WORD}"`;
  const comma = /^\s*["\w{[]/.test(after) ? ',' : '';
  const [value, key] = [word, `${word}: 0`].map((written) => parseJson(before + written + comma + after));
  const { root } = key.problems.length < value.problems.length ? key : value;
  return { root, behind: comma };
}

interface Place {
  readonly path: Path;
  readonly place: 'key' | 'value';
}

function find(node: ValueNode, path: Path): Place | null {
  if (node.kind === 'string' && node.value === CURSOR_WORD) return { path, place: 'value' };
  if (node.kind === 'list') return firstOf(node.items, (item, i) => find(item, [...path, i]));
  if (node.kind !== 'map') return null;
  return firstOf(node.entries, ({ key, value }) =>
    key === CURSOR_WORD ? { path, place: 'key' } : find(value, [...path, key]),
  );
}

function firstOf<T>(items: readonly T[], look: (item: T, index: number) => Place | null): Place | null {
  for (const [index, item] of items.entries()) {
    const found = look(item, index);
    if (found) return found;
  }
  return null;
}

/** Edits of the keys of a map in YAML, JSON or TOML: each value at its own place, all else as its author left it. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Span } from '../../objective/definition';
import { lineAt } from '../parsers/directives';
import type { MapEntry, ValueNode } from '../values';
import { isList } from './changes';
import { assigns, keyLiteral, literal, type Notation } from './literals';
import type { TextEdit } from './textEdit';

export interface MapText {
  readonly text: string;
  readonly notation: Exclude<Notation, 'python'>;
  readonly map: MapNode;
}

type MapNode = Extract<ValueNode, { kind: 'map' }>;

/** A key's value in the map itself: what an alias merges in stands elsewhere, for others too. */
export function ownEntry({ text, map }: MapText, key: string): MapEntry | undefined {
  return map.entries.findLast((entry) => entry.key === key && isWritten(entry, text));
}

function isWritten({ keySpan, value }: MapEntry, text: string): boolean {
  return keySpan.start !== value.span.start && !text.slice(keySpan.start, keySpan.end).startsWith('*');
}

/** The new value in place of the old one; only the parts of a map or list that differ. */
export function replaceValue(source: MapText, entry: MapEntry, value: RemedyValue): TextEdit[] {
  const inner = innerEdits(source, entry.value, value);
  if (inner !== null) return inner;
  const { text, notation } = source;
  const { start, end } = entry.value.span;
  const between = text.slice(entry.keySpan.end, start);
  // A block on lines of its own makes way for a value on the key's line.
  if (notation === 'yaml' && between.includes('\n')) {
    const colon = entry.keySpan.end + between.indexOf(':') + 1;
    const lastLine = text.slice(0, start).replace(/\s+$/, '').length;
    return [
      { span: { start: colon, end: colon }, text: ` ${literal(value, notation)}` },
      { span: { start: lastLine, end }, text: '' },
    ];
  }
  return [{ span: entry.value.span, text: literal(value, notation, text.slice(start, end)) }];
}

/** Edits inside of a value of the same shape; null where another shape has to take its place. */
function innerEdits(source: MapText, node: ValueNode, value: RemedyValue): TextEdit[] | null {
  if (isSame(node, value)) return [];
  if (typeof value !== 'object' || value === null) return null;
  // What an alias stands for is written elsewhere.
  if (source.text[node.span.start] === '*') return null;
  if (isList(value)) {
    if (node.kind !== 'list' || node.items.length !== value.length) return null;
    return allEdits(source, node.items, value);
  }
  const keys = Object.keys(value);
  if (node.kind !== 'map' || node.entries.length !== keys.length) return null;
  if (!node.entries.every(({ key }) => Object.hasOwn(value, key))) return null;
  return allEdits(
    source,
    node.entries.map((entry) => entry.value),
    node.entries.map(({ key }) => value[key]),
  );
}

function allEdits(
  source: MapText,
  nodes: readonly ValueNode[],
  values: readonly RemedyValue[],
): TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const [i, node] of nodes.entries()) {
    const inner = innerEdits(source, node, values[i]) ?? replaceScalar(source, node, values[i]);
    if (inner === null) return null;
    edits.push(...inner);
  }
  return edits;
}

function replaceScalar(
  { text, notation }: MapText,
  { kind, span }: ValueNode,
  value: RemedyValue,
): TextEdit[] | null {
  const isScalar = kind !== 'list' && kind !== 'map' && (typeof value !== 'object' || value === null);
  if (!isScalar) return null;
  return [{ span, text: literal(value, notation, text.slice(span.start, span.end)) }];
}

function isSame(node: ValueNode, value: RemedyValue): boolean {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return node.value === value;
    case 'null':
      return value === null;
    default:
      return false;
  }
}

/** A new key behind the one that it belongs to, on a line of its own where that one has its own. */
export function insertKey(source: MapText, behind: MapEntry, key: string, value: RemedyValue): TextEdit {
  const { text, notation } = source;
  const written = `${keyLiteral(key, notation)}${assigns(notation)}${literal(value, notation)}`;
  const indent = ownLineIndent(text, behind.keySpan.start);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (isFlow(source)) {
    const at = behind.value.span.end;
    const separator = indent === null || notation === 'toml' ? ', ' : `,${lineBreak}${indent}`;
    return { span: { start: at, end: at }, text: `${separator}${written}` };
  }
  const at = lineAt(text, behind.value.span.end).end;
  const lineEnd = text[at - 1] === '\r' ? at - 1 : at;
  return {
    span: { start: lineEnd, end: lineEnd },
    text: `${lineBreak}${indent ?? blanks(text, behind)}${written}`,
  };
}

/** The blanks before what begins its line; null where something else does. */
export function ownLineIndent(text: string, at: number): string | null {
  const before = text.slice(lineAt(text, at).start, at);
  return /^[ \t]*$/.test(before) ? before : null;
}

/** As far in as a key behind something else, `- temperature: 0.1`, stands. */
function blanks(text: string, { keySpan }: MapEntry): string {
  return ' '.repeat(keySpan.start - lineAt(text, keySpan.start).start);
}

/** Whether braces stand around the map. */
function isFlow({ text, notation, map }: MapText): boolean {
  if (notation === 'json') return true;
  const first = map.entries[0];
  return text[map.span.start] === '{' && (first === undefined || first.keySpan.start > map.span.start);
}

/** Takes a key away, with its line where it has one of its own; null where the key stands in a table of its own. */
export function removeKey(source: MapText, entry: MapEntry): TextEdit | null {
  const { text, map, notation } = source;
  const { keySpan, value } = entry;
  if (isFlow(source)) return { span: flowSpan(map, entry), text: '' };
  if (ownLineIndent(text, keySpan.start) === null) return null;
  // `[a.b]` and `a.b = 1` are parts of a table that other lines may go on with.
  if (notation === 'toml' && value.kind === 'map' && text[value.span.start] !== '{') return null;
  const { start } = lineAt(text, keySpan.start);
  const { end } = lineAt(text, value.span.end);
  if (end < text.length) return { span: { start, end: end + 1 }, text: '' };
  const lastLine = text.slice(0, start).replace(/\r?\n$/, '').length;
  return { span: { start: lastLine, end }, text: '' };
}

/** With the comma before it; of the first key, with the one behind it. */
function flowSpan({ entries }: MapNode, entry: MapEntry): Span {
  const inText = [...entries].sort((a, b) => a.keySpan.start - b.keySpan.start);
  const index = inText.indexOf(entry);
  if (index > 0) return { start: inText[index - 1].value.span.end, end: entry.value.span.end };
  const next = inText[index + 1];
  return { start: entry.keySpan.start, end: next ? next.keySpan.start : entry.value.span.end };
}

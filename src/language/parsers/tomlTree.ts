/** Puts the tables of a TOML text, which may stand anywhere in it, together into one value tree. */
import type { AST } from 'toml-eslint-parser';
import type { Span } from '../../objective/definition';
import type { MapEntry, ValueNode } from '../values';
import { DEEPEST_NESTING, type ParsedText, refuseDeepText } from './parsedText';

/** Refuses keys with more dots than values are ever nested by hand. */
export function buildTomlTree(program: AST.TOMLProgram): ParsedText {
  const [{ body }] = program.body;
  const deep = body.find((part) => deepestKey(part) > DEEPEST_NESTING);
  if (deep) return refuseDeepText('TOML file', { start: deep.range[0], end: deep.range[0] + 1 });
  const root = new Table();
  for (const part of body) {
    if (part.type === 'TOMLKeyValue') root.put(part);
    else for (const entry of part.body) root.tableOf(part).put(entry);
    if (part.type === 'TOMLTable') root.tableOf(part).widen(spanOf(part));
  }
  return { root: root.isEmpty ? null : root.node(), problems: [] };
}

function deepestKey(part: AST.TOMLTable | AST.TOMLKeyValue): number {
  const lengths = part.type === 'TOMLTable' ? part.body.map(({ key }) => key.keys.length) : [0];
  return part.key.keys.length + lengths.reduce((most, length) => Math.max(most, length), 0);
}

type Slot =
  | { readonly kind: 'table'; readonly keySpan: Span; readonly table: Table }
  /** `[[name]]`: a list that every such header adds a table to. */
  | { readonly kind: 'tables'; readonly keySpan: Span; readonly tables: Table[] }
  | { readonly kind: 'value'; readonly keySpan: Span; readonly value: ValueNode };

class Table {
  private readonly slots = new Map<string, Slot>();
  private span: Span | null = null;

  get isEmpty(): boolean {
    return this.slots.size === 0;
  }

  /** The table that a header names. */
  tableOf({ key, resolvedKey }: AST.TOMLTable): Table {
    let at: Table = this;
    let part = 0;
    for (const [i, name] of resolvedKey.entries()) {
      if (typeof name === 'number') continue;
      const next = resolvedKey[i + 1];
      at = at.child(name, spanOf(key.keys[part++]), typeof next === 'number' ? next : null);
    }
    return at;
  }

  /** Adds `a.b = value`. */
  put({ key, value, range }: AST.TOMLKeyValue): void {
    let at: Table = this;
    at.widen({ start: range[0], end: range[1] });
    for (const part of key.keys.slice(0, -1)) {
      at = at.child(nameOf(part), spanOf(part), null);
      at.widen({ start: part.range[0], end: range[1] });
    }
    const last = key.keys[key.keys.length - 1];
    at.slots.set(nameOf(last), { kind: 'value', keySpan: spanOf(last), value: convert(value) });
  }

  widen({ start, end }: Span): void {
    this.span = {
      start: Math.min(start, this.span?.start ?? start),
      end: Math.max(end, this.span?.end ?? end),
    };
  }

  node(): ValueNode {
    const entries = [...this.slots].map(
      ([key, slot]): MapEntry => ({
        key,
        keySpan: slot.keySpan,
        value: nodeOf(slot),
      }),
    );
    const parts = entries.flatMap(({ keySpan, value }) => [keySpan, value.span]);
    return { kind: 'map', entries, span: this.span ?? around(parts) };
  }

  /** `index` counts the tables of a list; null for a table of its own. */
  private child(name: string, keySpan: Span, index: number | null): Table {
    const known = this.slots.get(name);
    if (known?.kind === 'table') return known.table;
    if (known?.kind === 'tables') {
      const last = index ?? known.tables.length - 1;
      known.tables[last] ??= new Table();
      return known.tables[last];
    }
    const table = new Table();
    this.slots.set(
      name,
      index === null ? { kind: 'table', keySpan, table } : { kind: 'tables', keySpan, tables: [table] },
    );
    return table;
  }
}

function nodeOf(slot: Slot): ValueNode {
  if (slot.kind === 'value') return slot.value;
  if (slot.kind === 'table') return slot.table.node();
  const items = slot.tables.map((table) => table.node());
  return { kind: 'list', items, span: around(items.map(({ span }) => span)) };
}

function convert(node: AST.TOMLContentNode): ValueNode {
  const span = spanOf(node);
  if (node.type === 'TOMLArray') return { kind: 'list', items: node.elements.map(convert), span };
  if (node.type === 'TOMLInlineTable') {
    const table = new Table();
    table.widen(span);
    for (const entry of node.body) table.put(entry);
    return table.node();
  }
  switch (node.kind) {
    case 'integer':
    case 'float':
      return { kind: 'number', value: node.value, span };
    case 'boolean':
      return { kind: 'boolean', value: node.value, span };
    case 'string':
      return { kind: 'string', value: node.value, span };
    default:
      return { kind: 'opaque', text: node.datetime, span };
  }
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted) => (key.type === 'TOMLBare' ? key.name : key.value);

const spanOf = ({ range }: { readonly range: readonly [number, number] }): Span => ({
  start: range[0],
  end: range[1],
});

/** A table that only holds other tables reaches over them. */
function around(spans: readonly Span[]): Span {
  let [start, end] = [Infinity, 0];
  for (const span of spans) [start, end] = [Math.min(start, span.start), Math.max(end, span.end)];
  return { start: Math.min(start, end), end };
}

/** Reads a design target from a table: a matrix with or without names of its rows and columns. */
import type { Span } from '../../objective/definition';
import { type ParsedText, refuseLongText } from '../parsers/parsedText';
import type { MapEntry, ValueNode } from '../values';

type Cell = { readonly text: string; readonly span: Span };

/**
 * The same tree as that of a file with `classes` and a matrix. A diagonal of ones makes it `similarities`; any other
 * holds the counts of a `confusion` matrix. Names may stand in the first row, in the first column, or in both.
 */
export function parseCsvTarget(text: string): ParsedText {
  const refusal = refuseLongText(text, 'table');
  if (refusal) return refusal;
  const table = splitTable(text);
  if (table.length === 0) return { root: null, problems: [] };
  const header = table[0].some((cell, i) => i > 0 && !isNumber(cell)) ? table[0] : null;
  const body = header ? table.slice(1) : table;
  const hasNames = body.length > 0 && body.every(([first]) => !isNumber(first));
  const rows = hasNames ? body.map((row) => row.slice(1)) : body;
  const names = hasNames ? body.map(([first]) => first) : (header ?? []);
  const span = { start: 0, end: text.length };
  const matrix: ValueNode = {
    kind: 'list',
    items: rows.map((row) => ({ kind: 'list', items: row.map(toNode), span: spanOf(row) })),
    span,
  };
  const hasUnitDiagonal = rows.every((row, i) => Number(row[i]?.text) === 1);
  const entry = (key: string, value: ValueNode): MapEntry => ({ key, keySpan: value.span, value });
  const classes: ValueNode = {
    kind: 'list',
    items: names.map(({ text: value, span: at }) => ({ kind: 'string', value, span: at })),
    span: names.length > 0 ? spanOf(names) : span,
  };
  const entries = [
    entry(hasUnitDiagonal ? 'similarities' : 'confusion', matrix),
    ...(names.length > 0 ? [entry('classes', classes)] : []),
  ];
  return { root: { kind: 'map', entries, span }, problems: [] };
}

const isNumber = ({ text }: Cell) => text !== '' && Number.isFinite(Number(text));

function toNode({ text, span }: Cell): ValueNode {
  return isNumber({ text, span })
    ? { kind: 'number', value: Number(text), span }
    : { kind: 'string', value: text, span };
}

function spanOf(cells: readonly Cell[]): Span {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  return first ? { start: first.span.start, end: last.span.end } : { start: 0, end: 0 };
}

/** Cells may stand in double quotes, within which a quote is doubled; empty lines are none. */
function splitTable(text: string): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  const cells = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^,;\r\n]*))([,;]|\r\n|\r|\n|$)/g;
  cells.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  for (let match = cells.exec(text); match !== null; match = cells.exec(text)) {
    const [whole, quoted, plain = '', end] = match;
    const cell = (quoted?.replaceAll('""', '"') ?? plain).trim();
    const start = match.index + whole.search(/\S|$/);
    row.push({ text: cell, span: { start, end: Math.max(start, match.index + whole.length - end.length) } });
    if (end !== ',' && end !== ';') {
      if (row.some(({ text: content }) => content !== '')) rows.push(row);
      row = [];
    }
    if (end === '' || cells.lastIndex >= text.length) break;
  }
  if (row.some(({ text: content }) => content !== '')) rows.push(row);
  return rows;
}

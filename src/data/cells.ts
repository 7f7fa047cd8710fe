/** What single cells mean: nothing, a number, or the name of a class. */

/** What pandas reads as missing. */
const MISSING: ReadonlySet<string> = new Set([
  '',
  '#N/A',
  '#N/A N/A',
  '#NA',
  '-1.#IND',
  '-1.#QNAN',
  '-NaN',
  '-nan',
  '1.#IND',
  '1.#QNAN',
  '<NA>',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'None',
  'n/a',
  'nan',
  'null',
]);

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
  ['infinity', Infinity],
  ['-infinity', -Infinity],
  ['true', 1],
  ['false', 0],
]);

/** The name of a class, null for a missing one, undefined for what is no single value. */
export function textOf(cell: unknown): string | null | undefined {
  if (typeof cell === 'string') {
    const text = cell.trim();
    return MISSING.has(text) ? null : text;
  }
  if (cell === null || cell === undefined || (typeof cell === 'number' && Number.isNaN(cell))) return null;
  if (typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean') return String(cell);
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : undefined;
}

/** A number, NaN for a missing one, undefined for what is none. */
export function numberOf(cell: unknown): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'bigint' || typeof cell === 'boolean') return Number(cell);
  if (typeof cell === 'string') return numberIn(cell);
  return cell === null || cell === undefined ? Number.NaN : undefined;
}

function numberIn(cell: string): number | undefined {
  // Most cells begin with a digit, and then only 0x, 0b and 0o are read in another way by JavaScript.
  const first = cell.charCodeAt(0);
  if (first >= ZERO && first <= NINE && (first !== ZERO || !(cell.charCodeAt(1) >= LETTER_A))) {
    const value = Number(cell);
    if (!Number.isNaN(value)) return value;
  }
  const text = cell.trim();
  if (NUMBER.test(text)) return Number(text);
  return MISSING.has(text) ? Number.NaN : SPECIAL.get(text.toLowerCase());
}

const ZERO = 48;
const NINE = 57;
const LETTER_A = 65;

/** A cell in a message. */
export function showCell(cell: unknown): string {
  if (ArrayBuffer.isView(cell) || Array.isArray(cell)) return 'a list';
  if (typeof cell === 'object' && cell !== null && !(cell instanceof Date)) return 'a map';
  const text = cell instanceof Date ? cell.toISOString() : String(cell ?? '');
  return `\`${text.length > 30 ? `${text.slice(0, 29)}…` : text}\``;
}

/** A text that does not keep the text alive which it was cut from. */
export function ownText(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

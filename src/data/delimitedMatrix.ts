/** Reads text files of numbers, one row a line: what `numpy.savetxt` and spreadsheets write. */
import { MOST_NUMBERS, type TableReading, unreadable } from './tableReading';

/** Rows of one length; a first line of names, empty lines and lines behind `#` are left out. Null finds the delimiter. */
export function readDelimited(bytes: Uint8Array, delimiter: string | null): TableReading {
  const lines = new TextDecoder('utf-8').decode(bytes).split(/\r\n|\n|\r/);
  const separate = separator(lines, delimiter);
  const numbers: number[] = [];
  let rows = 0;
  let columns = 0;
  for (const [k, line] of lines.entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const cells = separate(line);
    const read = cells.map(numberIn);
    if (rows === 0 && read.every((x) => x === null)) continue;
    const wrong = read.indexOf(null);
    if (wrong >= 0)
      return unreadable(`line ${k + 1} holds \`${clip(cells[wrong])}\` where a number should stand`);
    if (rows > 0 && cells.length !== columns)
      return unreadable(
        `line ${k + 1} has length ${cells.length}, but the lines before have length ${columns}`,
      );
    columns = cells.length;
    rows++;
    if (rows * columns > MOST_NUMBERS) return unreadable(`it holds more than ${MOST_NUMBERS} numbers`);
    for (const x of read) numbers.push(x ?? 0);
  }
  if (rows === 0) return unreadable('it holds no numbers');
  const values = Float64Array.from(numbers);
  return { kind: 'table', table: { dimensions: 2, rows, columns, values } };
}

/** Lines of one number need no delimiter. */
function separator(lines: readonly string[], delimiter: string | null): (line: string) => string[] {
  const first = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';
  const found = delimiter ?? [',', ';', '\t'].find((candidate) => first.includes(candidate)) ?? null;
  return found === null ? (line) => line.trim().split(/\s+/) : (line) => line.split(found);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
]);

function numberIn(cell: string): number | null {
  const text = cell.trim().replace(/^"(.*)"$/, '$1');
  if (NUMBER.test(text)) return Number(text);
  return SPECIAL.get(text.toLowerCase()) ?? null;
}

const clip = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

/** Values as each syntax writes them: short, so that they are read back as they are, and by PyYAML as numbers. */
import type { RemedyValue } from '../../geometry/analysis';
import { numeral } from '../../geometry/remedy/words';
import { yamlName } from '../design/writeObjective';
import { isList } from './changes';

export type Notation = 'yaml' | 'json' | 'toml' | 'python';

/** `before` is the text of the value that is replaced: a number that had a point keeps one, a text its quotes. */
export function literal(value: RemedyValue, notation: Notation, before = ''): string {
  switch (typeof value) {
    case 'number':
      return numberLiteral(value, notation, before);
    case 'string':
      return textLiteral(value, notation, before);
    case 'boolean':
      return notation === 'python' ? (value ? 'True' : 'False') : String(value);
  }
  if (value === null) return notation === 'python' ? 'None' : 'null';
  if (isList(value)) return `[${value.map((item) => literal(item, notation)).join(', ')}]`;
  return mapLiteral(Object.entries(value), notation);
}

function mapLiteral(entries: readonly (readonly [string, RemedyValue])[], notation: Notation): string {
  const written = entries.map(
    ([key, inner]) => `${keyLiteral(key, notation)}${assigns(notation)}${literal(inner, notation)}`,
  );
  return written.length === 0 ? '{}' : `{ ${written.join(', ')} }`;
}

/** What stands between a key and its value. */
export const assigns = (notation: Notation) => (notation === 'toml' ? ' = ' : ': ');

export function keyLiteral(key: string, notation: Notation): string {
  if (notation === 'yaml') return yamlName(key);
  if (notation === 'toml' && /^[A-Za-z0-9_-]+$/.test(key)) return key;
  return JSON.stringify(key);
}

function numberLiteral(value: number, notation: Notation, before: string): string {
  const number = short(value);
  // JSON has no infinity, and no value here may be infinite.
  const written = notation === 'yaml' ? numeral(number) : String(number);
  const hadPoint = /^[-+]?\d[\d_]*\.\d*$/.test(before);
  return hadPoint && /^-?\d+$/.test(written) ? `${written}.0` : written;
}

/** Digits that only arithmetic left, `0.08300000000000002`, are none that anybody meant. */
export function short(value: number): number {
  const rounded = Number(value.toPrecision(12));
  return String(value).length > 15 && String(rounded).length < 12 ? rounded : value;
}

function textLiteral(value: string, notation: Notation, before: string): string {
  const quote = /^["']/.exec(before)?.[0];
  const isPlain = /^[A-Za-z][\w -]*$/.test(value);
  if (quote === "'" && isPlain && notation !== 'json') return `'${value}'`;
  if (notation === 'yaml' && quote === undefined) return yamlName(value);
  return JSON.stringify(value);
}

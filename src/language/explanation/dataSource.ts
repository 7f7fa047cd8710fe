/** Where the numbers of a value come from, in words: the file, the rows that it has, and those that do not count. */
import type { ValueFile } from '../../objective/definition';
import { counted } from './numbers';

/** Names of columns that are told. */
const SHOWN = 4;

/** "column age; 16 488 rows, of which 4 798 are left out (not split = train); 101 different values". */
export function describeRows({
  read,
  isFolder,
  columnNames = [],
  leftOut = [],
  distinct,
}: ValueFile): string {
  const items = (count: number) =>
    isFolder ? counted(count, 'file', 'files') : counted(count, 'row', 'rows');
  const out = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = leftOut.map(({ because, rows }) =>
    leftOut.length === 1 ? plain(because) : `${plain(because)}: ${items(rows)}`,
  );
  return [
    ...(columnNames.length === 0 ? [] : [columns(columnNames)]),
    ...(read === undefined ? [] : [items(read) + leftOutWords(out, reasons)]),
    ...(distinct === undefined || isFolder ? [] : [counted(distinct, 'different value', 'different values')]),
  ].join('; ');
}

function leftOutWords(out: number, reasons: readonly string[]): string {
  return out === 0 ? '' : `, of which ${counted(out, 'is', 'are')} left out (${reasons.join('; ')})`;
}

function columns(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ' and others' : '');
  return `${names.length === 1 ? 'column' : 'columns'} ${shown}`;
}

/** Reasons quote names for findings; in a table the quotes would only be in the way. */
const plain = (because: string) => because.replaceAll('`', '');

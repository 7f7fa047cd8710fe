/** Where the numbers of a value come from, in words: the file, the rows that it has, and those that do not count. */
import type { LeftOut, ValueFile } from '../../objective/definition';
import { counted } from './numbers';

/** "Column age of data/ages.csv, bound in objective-lens.yaml."; `bound` is the file that names it, where the text does not. */
export function describeSource(
  { path, isFolder, columnNames = [] }: ValueFile,
  bound: string | null,
): string {
  const part = isFolder
    ? 'The sub-folders of'
    : columnNames.length === 0
      ? 'The numbers in'
      : `${capitalized(columns(columnNames))} of`;
  return `${part} ${path}${bound === null ? '' : `, bound in ${bound}`}.`;
}

/** "16 488 rows were read, of which 4 280 are left out (not split = train)."; null where nobody counted. */
export function rowsSentence({ read, isFolder, leftOut = [] }: ValueFile): string | null {
  if (read === undefined) return null;
  const words = itemWords(isFolder);
  const out = leftOutOf(leftOut, words);
  const verb = isFolder ? 'counted' : 'read';
  const were = read === 1 ? 'was' : 'were';
  return `${words(read)} ${were} ${verb}${out === '' ? ', and none is left out' : out}.`;
}

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
  const items = itemWords(isFolder);
  return [
    ...(columnNames.length === 0 ? [] : [columns(columnNames)]),
    ...(read === undefined ? [] : [items(read) + leftOutOf(leftOut, items)]),
    ...(distinct === undefined || isFolder ? [] : [counted(distinct, 'different value', 'different values')]),
  ].join('; ');
}

const itemWords = (isFolder: true | undefined) => (count: number) =>
  isFolder ? counted(count, 'file', 'files') : counted(count, 'row', 'rows');

/** ", of which 4 798 are left out (not split = train)"; empty where none is. */
function leftOutOf(leftOut: readonly LeftOut[], items: (count: number) => string): string {
  const out = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = leftOut.map(({ because, rows }) =>
    leftOut.length === 1 ? plain(because) : `${plain(because)}: ${items(rows)}`,
  );
  return out === 0 ? '' : `, of which ${counted(out, 'is', 'are')} left out (${reasons.join('; ')})`;
}

function columns(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ' and others' : '');
  return `${names.length === 1 ? 'column' : 'columns'} ${shown}`;
}

/** Reasons quote names for findings; in a table the quotes would only be in the way. */
const plain = (because: string) => because.replaceAll('`', '');

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Recognises values that stand in another file: `{ file: train.csv, column: age, where: { split: train } }`. */
import type { ColumnName, Condition, FileRequest } from '../../../data/dataRequest';
import type { MapEntry, ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { readBins } from './bins';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './entries';
import { INVALID, type InlineValue, type NamedColumn, rejectValue } from './inlineValue';
import { readWhere } from './where';

/** Keys that a source may have beside `file`, by what is taken from it. */
const KEYS: Readonly<Record<FileRequest['take'], readonly string[]>> = {
  matrix: ['column', 'columns'],
  rows: ['column', 'columns', 'where', 'weight'],
  classes: ['column', 'where', 'weight', 'bins'],
};

const COLUMN = {
  what: 'the name of a column, or its place counted from 0 where columns have no names',
  example: 'column: label',
};
const COLUMNS = { what: 'a list of names of columns', example: 'columns: [age, site]' };

/** Null when the node is no reference to a file; `key` is the key of the value. */
export function readFileSource(
  node: ValueNode,
  key: string,
  take: FileRequest['take'],
  findings: FindingList,
): InlineValue<never> | null {
  if (node.kind !== 'map') return null;
  const { entries } = node;
  const file = findEntry(entries, 'file');
  if (!file) return null;
  reportRepeatedKeys(entries, findings);
  reportUnknownKeys(entries, ['file', ...KEYS[take]], `\`${key}\` from a file`, findings);
  if (file.value.kind !== 'string' || file.value.value.trim() === '') {
    const what =
      'the name of a data file (.csv, .tsv, .npy, .npz, .parquet, .json, .jsonl or .txt), relative to this file';
    return rejectValue(file.value, 'file', { what, example: `${key}: { file: ${key}.npy }` }, findings);
  }
  const entryOf = (name: string) => (KEYS[take].includes(name) ? findEntry(entries, name) : undefined);
  const named = readColumns(entryOf('column'), entryOf('columns'), findings);
  const where = readWhere(entryOf('where'), findings);
  const weight = readWeight(entryOf('weight'), findings);
  const bins = readBins(entryOf('bins'), findings);
  if (named === null || where === null || weight === null || bins.kind !== 'value') return INVALID;
  return {
    kind: 'file',
    name: file.value.value,
    span: file.value.span,
    request: {
      from: 'file',
      take,
      columns: named.map(({ column }) => column),
      where: where.map(({ column, anyOf }): Condition => ({ column, anyOf })),
      weight: weight[0]?.column ?? null,
      bins: bins.value,
    },
    columns: [...named, ...where.map(({ column, span }) => ({ column, span })), ...weight],
  };
}

/** None are the ones that are left. Null after a finding. */
function readColumns(
  one: MapEntry | undefined,
  several: MapEntry | undefined,
  findings: FindingList,
): NamedColumn[] | null {
  if (one && several) {
    findings.invalid(several.keySpan, 'Here stand both `column` and `columns`. Keep one of them.');
    return null;
  }
  if (one) return readOne(one, findings);
  if (!several) return [];
  const { value: list } = several;
  const items = list.kind === 'list' ? list.items : [list];
  const named = items.map(columnIn);
  if (named.length > 0 && named.every((column) => column !== null)) return named;
  rejectValue(list, 'columns', COLUMNS, findings);
  return null;
}

function readOne(entry: MapEntry, findings: FindingList): NamedColumn[] | null {
  const column = columnIn(entry.value);
  if (column) return [column];
  rejectValue(entry.value, entry.key, { ...COLUMN, example: `${entry.key}: label` }, findings);
  return null;
}

function readWeight(entry: MapEntry | undefined, findings: FindingList): NamedColumn[] | null {
  return entry ? readOne(entry, findings) : [];
}

function columnIn(node: ValueNode): NamedColumn | null {
  const column = columnNameIn(node);
  return column === null ? null : { column, span: node.span };
}

function columnNameIn(node: ValueNode): ColumnName | null {
  if (node.kind === 'string' && node.value !== '') return node.value;
  return node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= 0 ? node.value : null;
}

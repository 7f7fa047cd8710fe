/** The value of a key that names a data file: looked up, read, or reported where the file or its column is named. */
import type { ColumnName } from '../../../data/dataRequest';
import type { Parameter, ValueFile } from '../../../objective/definition';
import type { DataValue, LookedUp, NamedFiles } from '../../dataFiles';
import { counted } from '../../explanation/numbers';
import { didYouMean } from '../closestName';
import type { FindingList } from '../findingList';
import { clip, type NamedFile, showFile } from './inlineValue';
import type { TableReader } from './tableValues';

export function readFileValue<T>(
  file: NamedFile,
  files: NamedFiles,
  read: TableReader<T>,
  findings: FindingList,
): Omit<Parameter<T>, 'span'> {
  const found = files.lookUp(file.name, file.request);
  const unknown = { value: null, origin: 'unresolved', missing: file.name } as const;
  if (found.kind !== 'value') {
    reportMissing(file, found, findings);
    return unknown;
  }
  const result = read(found.data, file, findings);
  if (result.kind !== 'value') return unknown;
  reportLeftOut(file, found.data, findings);
  return { value: result.value, origin: `config ${file.name}`, file: sourceOf(found, file) };
}

function sourceOf(
  { path, version, data }: Extract<LookedUp, { kind: 'value' }>,
  { request }: NamedFile,
): ValueFile {
  const { read, columnNames, leftOut, distinct } = data.summary;
  const [rows, columns] =
    data.kind === 'numbers' ? [data.table.rows, data.table.columns] : [data.classes.length, 1];
  return {
    path,
    version,
    rows,
    columns,
    read,
    columnNames,
    leftOut,
    ...(request.from === 'folder' ? { isFolder: true } : {}),
    ...(distinct === null ? {} : { distinct }),
  };
}

/** What the author did not ask to leave out may be a surprise. */
function reportLeftOut(file: NamedFile, { summary }: DataValue, findings: FindingList): void {
  const surprising = summary.leftOut.filter(({ kind }) => kind !== 'filtered');
  if (surprising.length === 0) return;
  const total = surprising.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = surprising.map(({ because, rows }) =>
    surprising.length === 1 ? because : `${because}: ${counted(rows, 'row', 'rows')}`,
  );
  findings.add(
    'invalid-value',
    'information',
    file.span,
    `Of the ${counted(summary.read, 'row', 'rows')} of ${showFile(file)} ${counted(total, 'is', 'are')} left out (${reasons.join('; ')}). If training keeps them, its loss is not the one that is judged here.`,
  );
}

function reportMissing(file: NamedFile, found: Exclude<LookedUp, { kind: 'value' }>, findings: FindingList) {
  const name = showFile(file);
  switch (found.kind) {
    case 'missing':
      findings.invalid(
        file.span,
        `There is no ${file.request.from} \`${found.path}\` in the workspace. Names of files are relative to the file that names them.`,
      );
      return;
    case 'outside':
      findings.invalid(
        file.span,
        `${name} lies outside of the workspace, where nothing is read. Put the file inside, and name it relative to this file.`,
      );
      return;
    case 'unreadable':
      findings.invalid(file.span, `${name} cannot be read: ${found.because}.`);
      return;
    case 'no-column':
      reportColumn(file, found, findings);
      return;
    case 'unopened':
      findings.unread(
        file.span,
        `${name} is not read here, since this text belongs to no folder that is open: the verdict is conditional.`,
      );
  }
}

/** Names of columns that a message shows. */
const SHOWN = 12;

function reportColumn(
  file: NamedFile,
  { column, columns }: { readonly column: ColumnName; readonly columns: readonly string[] },
  findings: FindingList,
): void {
  const place = file.columns.find((named) => named.column === column);
  const all = columns.slice(0, SHOWN).map(clip).join(', ') + (columns.length > SHOWN ? ' and others' : '');
  const message =
    typeof column === 'number'
      ? `${showFile(file)} has ${counted(columns.length, 'column', 'columns')}, so that there is none with number ${column}, counted from 0.`
      : `${showFile(file)} has no column \`${clip(column)}\`.${didYouMean(column, columns)} Its columns are ${all}.`;
  findings.invalid(place?.span ?? file.span, message);
}

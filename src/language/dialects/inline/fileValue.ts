/** The value of a key that names a data file: looked up, read, or reported at the file's name. */
import type { Parameter, ValueFile } from '../../../objective/definition';
import type { LookedUp, NamedFiles } from '../../dataFiles';
import type { FindingList } from '../findingList';
import { type NamedFile, showFile } from './inlineValue';
import type { TableReader } from './tableValues';

export function readFileValue<T>(
  file: NamedFile,
  files: NamedFiles,
  read: TableReader<T>,
  findings: FindingList,
): Omit<Parameter<T>, 'span'> {
  const found = files.lookUp(file.name);
  const unknown = { value: null, origin: 'unresolved', missing: file.name } as const;
  if (found.kind !== 'table') {
    reportMissing(file, found, findings);
    return unknown;
  }
  const result = read(found.table, file, findings);
  if (result.kind !== 'value') return unknown;
  const { path, version, table } = found;
  const source: ValueFile = { path, version, rows: table.rows, columns: table.columns };
  return { value: result.value, origin: `config ${file.name}`, file: source };
}

function reportMissing(file: NamedFile, found: Exclude<LookedUp, { kind: 'table' }>, findings: FindingList) {
  const name = showFile(file);
  switch (found.kind) {
    case 'missing':
      findings.invalid(
        file.span,
        `There is no file \`${found.path}\` in the workspace. Names of files are relative to the file that names them.`,
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
    case 'unopened':
      findings.unread(
        file.span,
        `${name} is not read here, since this text belongs to no folder that is open: the verdict is conditional.`,
      );
  }
}

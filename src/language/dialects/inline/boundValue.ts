/** Reads what the project file binds from data files: where it is wrong is told in the project file itself. */
import type { BoundName, BoundParameter, BoundValues, ReadBound } from '../../../data/binding';
import type { Parameter } from '../../../objective/definition';
import type { NamedFiles } from '../../dataFiles';
import { PROJECT_FILE } from '../../project';
import { FindingList } from '../findingList';
import { readFileValue } from './fileValue';
import type { NamedFile } from './inlineValue';
import { classesFromData, featuresFromTable, labelsFromTable, type TableReader } from './tableValues';

const READERS: { readonly [N in BoundName]: TableReader<BoundValues[N]> } = {
  classes: classesFromData,
  labels: labelsFromTable,
  features: featuresFromTable,
};

const NOWHERE = { start: 0, end: 0 };

/** `files` are named relative to the project file. */
export function boundReader(files: NamedFiles): ReadBound {
  return (name, parameter) => readBound(name, parameter, files);
}

function readBound<N extends BoundName>(
  name: N,
  { source, ...parameter }: BoundParameter<BoundValues[N]>,
  files: NamedFiles,
): Parameter<BoundValues[N]> {
  if (!source) return parameter;
  const file: NamedFile = { kind: 'file', ...source, span: NOWHERE, columns: [] };
  const read = readFileValue<BoundValues[N]>(file, files, READERS[name], new FindingList());
  if (read.value === null) return { ...read, span: null, missing: `${source.name} in ${PROJECT_FILE}` };
  return { ...read, origin: `config ${PROJECT_FILE}`, span: null };
}

/** The same for what a comment binds: `files` are named relative to the file that holds it. */
export function commentReader(files: NamedFiles): ReadBound {
  return (name, { source, ...parameter }) => {
    if (!source) return parameter;
    const file: NamedFile = { kind: 'file', ...source, span: NOWHERE, columns: [] };
    return { ...readFileValue(file, files, READERS[name], new FindingList()), span: parameter.span };
  };
}

/** The value of a key of the project file, or of a comment, that stands in a data file; findings are told at the file's name. */
export function checkBound(name: BoundName, file: NamedFile, files: NamedFiles, findings: FindingList): void {
  const read: TableReader<BoundValues[BoundName]> = READERS[name];
  readFileValue(file, files, read, findings);
}

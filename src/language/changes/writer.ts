/** Chooses how changes are written by the syntax of the text that they go into. */

import type { Definition } from '../../objective/definition';
import type { DataFiles } from '../dataFiles';
import type { SourceDocument } from '../languageService';
import type { PythonFile } from '../parsers/python/file';
import type { Project } from '../project';
import type { Reading } from '../reading';
import type { SourceTexts } from '../sourceFiles';
import type { Changes } from './changes';
import { type Draft, refuse, type Wanted } from './draft';
import { isObjectiveFile, objectiveFileEdits } from './objectiveFileEdits';
import { movedOffset, type TextEdit } from './textEdit';
import { type Edits, writeChanges } from './writeChanges';

/** The other files that a document was read with: it is read so again when it is edited. */
export interface ReadWith {
  readonly files: DataFiles;
  readonly sources: SourceTexts;
}

export interface PythonTexts {
  /** Parses a text whose tree is not kept. */
  parsePython(text: string): PythonFile;
}

export interface WritingNeeds extends ReadWith {
  readonly reader: PythonTexts & {
    read(document: SourceDocument, project: Project, files: DataFiles, sources: SourceTexts): Reading;
    forget(uri: string): void;
  };
  readonly project: Project;
}

/** Answers from what was read already: nothing is opened. */
export function writeInto(
  document: SourceDocument,
  definition: Definition,
  changes: Changes,
  { reader, project, files, sources }: WritingNeeds,
): Edits {
  const uri = `${document.uri}#draft`;
  const read = (text: string, edits: readonly TextEdit[]) =>
    reader.read({ ...withMovedCells(document, edits), uri, text }, project, files, sources);
  try {
    return writeChanges(document, definition, changes, { read, draft: (wanted) => draft(document, wanted) });
  } finally {
    reader.forget(uri);
  }
}

/** The cells of an open notebook grow with what is written into them. */
function withMovedCells(document: SourceDocument, edits: readonly TextEdit[]): SourceDocument {
  if (!document.cells) return document;
  const cells = document.cells.map(({ start, end }) => ({
    start: movedOffset(
      start,
      edits.filter(({ span }) => span.start < start),
    ),
    end: movedOffset(end, edits),
  }));
  return { ...document, cells };
}

function draft({ path }: SourceDocument, wanted: Wanted): Draft {
  const notation = notationOf(path);
  if (notation && isObjectiveFile(wanted.before)) return objectiveFileEdits(wanted, notation);
  return refuse('Values are not written into files of this kind: change it by hand.');
}

function notationOf(path: string): 'yaml' | 'json' | 'toml' | null {
  const [, ending] = /\.(ya?ml|json|toml)$/i.exec(path) ?? [];
  if (ending === undefined) return null;
  return ending.toLowerCase() === 'yml' ? 'yaml' : (ending.toLowerCase() as 'yaml' | 'json' | 'toml');
}

/** Chooses how changes are written by the syntax of the text that they go into. */

import type { Definition } from '../../objective/definition';
import type { DataFiles } from '../dataFiles';
import type { SourceDocument } from '../languageService';
import { notebookProgram } from '../notebook';
import type { PythonFile } from '../parsers/python/file';
import type { Project } from '../project';
import type { Reading } from '../reading';
import type { SourceTexts } from '../sourceFiles';
import { insertedArguments, type ProgramNeeds, type ProgramText } from './callEdits';
import type { Changes } from './changes';
import { insertedKeys } from './configEdits';
import type { Draft, Wanted } from './draft';
import { libraryEdits } from './libraryEdits';
import { isObjectiveFile, objectiveFileEdits } from './objectiveFileEdits';
import { movedOffset, type TextEdit } from './textEdit';
import { type Edits, writeChanges } from './writeChanges';

/** What a definition was read from: it is read so again when it is edited. */
export interface ReadWith {
  readonly document: SourceDocument;
  /** What was read, with the definition in it, where it is still at hand. */
  readonly reading?: Reading;
  readonly project: Project;
  readonly files: DataFiles;
  readonly sources: SourceTexts;
}

export interface PythonTexts {
  /** Parses a text whose tree is not kept. */
  parsePython(text: string): PythonFile;
}

export interface EditReader extends PythonTexts {
  read(document: SourceDocument, project: Project, files: DataFiles, sources: SourceTexts): Reading;
}

/**
 * One for all drafts: the tree of the last is kept, so that the next of the same text is parsed only where it differs. The
 * editor's own tree of the text stays as it is.
 */
const DRAFT_URI = 'objective-lens-draft:';

/** Answers from what was read already: nothing is opened. */
export function writeInto(
  definition: Definition,
  changes: Changes,
  { document, reading: known, project, files, sources }: ReadWith,
  reader: EditReader,
): Edits {
  const read = (text: string, edits: readonly TextEdit[]) =>
    reader.read({ ...withMovedCells(document, edits), uri: DRAFT_URI, text }, project, files, sources);
  const reading = known ?? read(document.text, []);
  const parsePython = (text: string) => reader.parsePython(text);
  const needs = { sources, dialects: project.dialects, parsePython };
  return writeChanges(document.text, definition, changes, {
    reading,
    read,
    draft: (wanted) => draft(document, wanted, needs),
  });
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

function draft(document: SourceDocument, wanted: Wanted, needs: ProgramNeeds): Draft {
  const { path, text } = document;
  const notation = notationOf(path);
  if (notation && isObjectiveFile(wanted.before)) return objectiveFileEdits(wanted, notation);
  if (notation)
    return libraryEdits(wanted, {
      notation,
      insert: (names, value) => insertedKeys(text, notation, wanted.before, names, value),
    });
  const program = programText(document);
  return libraryEdits(wanted, {
    notation: 'python',
    insert: (names, value) => (program ? insertedArguments(program, wanted.before, needs, names, value) : []),
  });
}

/** Null where calls stand in no program of their own. */
function programText(document: SourceDocument): ProgramText | null {
  const { path, text, cells } = document;
  if (/\.py$/i.test(path)) return { path, text, locate: (span) => span, inText: (words) => words };
  if (!/\.ipynb$/i.test(path)) return null;
  const program = notebookProgram(document);
  return {
    path,
    text: program.text,
    locate: (span) => program.locate(span),
    // A notebook file holds its code in strings of JSON.
    inText: (words) => (cells ? words : JSON.stringify(words).slice(1, -1)),
  };
}

function notationOf(path: string): 'yaml' | 'json' | 'toml' | null {
  const [, ending] = /\.(ya?ml|json|toml)$/i.exec(path) ?? [];
  if (ending === undefined) return null;
  return ending.toLowerCase() === 'yml' ? 'yaml' : (ending.toLowerCase() as 'yaml' | 'json' | 'toml');
}

/** Writes changes into texts, and reads what came out of it. */
import { applyChanges } from '../../../src/language/changes/applyChanges';
import type { Changes } from '../../../src/language/changes/changes';
import { editText } from '../../../src/language/changes/textEdit';
import { writeInto } from '../../../src/language/changes/writer';
import { NO_FILES } from '../../../src/language/dataFiles';
import { EMPTY_PROJECT, type Project } from '../../../src/language/project';
import { NO_SOURCES } from '../../../src/language/sourceFiles';
import type { Definition } from '../../../src/objective/definition';
import { reader } from '../../support/pythonReader';

export interface Written {
  /** Null where nothing was written. */
  readonly text: string | null;
  readonly refusedBecause: string | null;
  /** The objective as it was tried, and as it is read from the new text. */
  readonly tried: Definition;
  readonly read: Definition | null;
}

export function write(
  path: string,
  text: string,
  changes: Changes,
  { index = 0, project = EMPTY_PROJECT }: { index?: number; project?: Project } = {},
): Written {
  const readText = (source: string) => reader.read({ uri: 'file:///a', path, text: source }, project);
  const reading = readText(text);
  const definition = reading.definitions[index];
  const document = { uri: 'file:///a', path, text };
  const origin = { document, reading, project, files: NO_FILES, sources: NO_SOURCES };
  const edits = writeInto(definition, changes, origin, reader);
  const tried = applyChanges(definition, changes).definition;
  if ('refusedBecause' in edits)
    return { text: null, refusedBecause: edits.refusedBecause, tried, read: null };
  const written = editText(text, edits.edits);
  return { text: written, refusedBecause: null, tried, read: readText(written).definitions[index] ?? null };
}

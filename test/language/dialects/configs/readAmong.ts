/** Reads a file of a small workspace as the host lets it: until no file is asked for that has not been opened. */
import { EMPTY_PROJECT } from '../../../../src/language/project';
import type { Reading } from '../../../../src/language/reading';
import { reader } from '../../../support/pythonReader';

/** More rounds than any chain of imports in a test. */
const MOST_ROUNDS = 10;

export function readAmong(files: Readonly<Record<string, string>>, path: string): Reading {
  const opened = new Map<string, string | null>();
  const document = { uri: `file:///${path}`, path, text: files[path] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reading = reader.read(document, EMPTY_PROJECT, undefined, opened);
    const missing = (reading.sourceFiles ?? []).filter((wanted) => !opened.has(wanted));
    if (missing.length === 0) return reading;
    for (const wanted of missing) opened.set(wanted, files[wanted] ?? null);
  }
  throw new Error('The reading asks for ever more files.');
}

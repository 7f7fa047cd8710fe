/** Changed values as edits of the editor's documents: written by the language service, placed here. */

import type { Edits } from '../language/changes/writeChanges';
import type { Fix } from '../language/finding';
import type { Guess } from '../language/guesses/guess';
import type { LanguageService } from '../language/languageService';
import type { SourceEdits } from '../protocol/requests/apply';
import type { Changes } from '../protocol/requests/changes';
import type { AskedObjective } from './askedObjective';
import { isNotebook } from './notebookSnapshot';
import type { OpenDocuments } from './openDocuments';
import { documentAt, rangeOf } from './ranges';

export function editSource(
  service: Pick<LanguageService, 'edits'>,
  open: Pick<OpenDocuments, 'has'>,
  { document: { snapshot }, objective: { definition, guess } }: AskedObjective,
  changes: Changes,
): SourceEdits {
  const suggested = guess && isGuess(guess, changes) ? guess : null;
  const written = suggested?.fix ? writeFix(suggested.fix) : service.edits(definition, changes);
  if ('refusedBecause' in written && suggested) return { refusedBecause: suggested.advice, edits: [] };
  if ('refusedBecause' in written) return { refusedBecause: written.refusedBecause, edits: [] };
  const versionOf = (uri: string) => {
    if (!open.has(snapshot.uri)) return null;
    return isNotebook(snapshot)
      ? (snapshot.cells.find((cell) => cell.uri === uri)?.version ?? null)
      : snapshot.version;
  };
  return {
    refusedBecause: null,
    edits: written.edits.map(({ span, text }) => {
      const uri = documentAt(span.start, snapshot);
      return { uri, version: versionOf(uri), range: rangeOf(span, snapshot), newText: text };
    }),
  };
}

const isGuess = (guess: Guess, changes: Changes) => JSON.stringify(changes) === JSON.stringify(guess.changes);

/** A text has no place of its own for data that it only suggests: a comment binds them. */
const writeFix = ({ span, newText }: Fix): Edits => ({ edits: [{ span, text: newText }] });

/** Changed values as edits of the editor's documents: written by the language service, placed here. */

import { isSame } from '../language/binding/plainValue';
import type { Edits } from '../language/changes/writeChanges';
import type { Guess } from '../language/guesses/guess';
import type { LanguageService } from '../language/languageService';
import type { SourceEdits } from '../protocol/requests/apply';
import type { Changes } from '../protocol/requests/changes';
import type { AskedObjective } from './askedObjective';
import { isNotebook } from './notebookSnapshot';
import type { OpenDocuments } from './openDocuments';
import { documentAt, rangeOf } from './ranges';

type Writer = Pick<LanguageService, 'edits'>;

export function editSource(
  service: Writer,
  open: Pick<OpenDocuments, 'has'>,
  { document: { snapshot }, objective }: AskedObjective,
  changes: Changes,
): SourceEdits {
  const written = writeChanges(service, objective, changes);
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

/** A text has no place of its own for data that it only suggests: a comment binds them, beside the other edits. */
function writeChanges(
  service: Writer,
  { definition, guess }: AskedObjective['objective'],
  changes: Changes,
): Edits {
  if (!guess || !isTried(guess, changes)) return service.edits(definition, changes);
  if (!guess.fix) return { refusedBecause: guess.advice };
  const { span, newText } = guess.fix;
  const others = Object.entries(changes).filter(([key]) => !(key in guess.changes));
  const beside = others.length === 0 ? NOTHING : service.edits(definition, Object.fromEntries(others));
  return 'refusedBecause' in beside ? beside : { edits: [{ span, text: newText }, ...beside.edits] };
}

const NOTHING = { edits: [] };

/** Whether the guess is among what was tried, alone or with other values. */
const isTried = (guess: Guess, changes: Changes) =>
  Object.entries(guess.changes).every(([key, value]) => isSame(changes[key], value));

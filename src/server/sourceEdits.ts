/** Changed values as edits of the editor's documents: written by the language service, placed here. */

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
  { document: { snapshot }, objective: { definition } }: AskedObjective,
  changes: Changes,
): SourceEdits {
  const written = service.edits(definition, changes);
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

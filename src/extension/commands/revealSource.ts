/** Jumps from an objective to the words that define it. */
import { Range, type TextEditor, Uri, ViewColumn, window } from 'vscode';
import type { ObjectiveSummary } from '../../protocol/objectives';

export async function revealSource({ uri, range }: ObjectiveSummary): Promise<TextEditor> {
  const source = Uri.parse(uri);
  const selection = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  // A panel that is active must not be covered: the text goes where it is open already, or to the first column.
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === source.toString(),
  );
  return window.showTextDocument(source, { selection, viewColumn: shown?.viewColumn ?? ViewColumn.One });
}

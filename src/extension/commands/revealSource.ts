/** Jumps from an objective to the words that define it. */
import { commands, Range, type TextDocumentShowOptions, Uri, ViewColumn, window } from 'vscode';
import type { ObjectiveSummary } from '../../protocol/objectives';

export async function revealSource({ uri, range }: ObjectiveSummary): Promise<void> {
  const source = Uri.parse(uri);
  const selection = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  // A panel that is active must not be covered: the text goes where it is open already, or to the first column.
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === source.toString(),
  );
  const options: TextDocumentShowOptions = { selection, viewColumn: shown?.viewColumn ?? ViewColumn.One };
  // As a text of its own a cell would be shown outside of its notebook.
  if (source.scheme === 'vscode-notebook-cell') await commands.executeCommand('vscode.open', source, options);
  else await window.showTextDocument(source, options);
}

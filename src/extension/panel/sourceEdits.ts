/** Puts the server's edits into the editor's documents, all at once, so that one undo takes them back. */
import { Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { SourceEdits } from '../../protocol/requests/apply';

/** Null when done; else why nothing was changed. */
export async function applySourceEdits({ edits }: SourceEdits): Promise<string | null> {
  const change = new WorkspaceEdit();
  for (const { uri, version, range, newText } of edits) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (version !== null && document.version !== version)
      return 'The file was edited in the meantime, so the values have other places now. Try once more.';
    const { start, end } = range;
    change.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  const isApplied = await workspace.applyEdit(change);
  return isApplied ? null : 'The editor refused the edit; the file may be read-only.';
}

/** Opens the file in the editor's memory; nothing is shown. */
export async function openSource(uri: string): Promise<void> {
  const source = Uri.parse(uri);
  if (source.path.endsWith('.ipynb')) await workspace.openNotebookDocument(source);
  else await workspace.openTextDocument(source);
}

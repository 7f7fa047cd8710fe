/** Puts a binding into its file as one edit that can be undone, saves it, and shows where it stands. */
import { Range, type TextDocument, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import type { DataBindingEdit } from '../../protocol/dataMessages';

/** Null when done; else why nothing was changed. */
export async function writeBinding({
  uri,
  version,
  isNew,
  range,
  newText,
}: DataBindingEdit): Promise<string | null> {
  const target = Uri.parse(uri);
  const change = new WorkspaceEdit();
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  const before = isNew ? null : await workspace.openTextDocument(target);
  if (before && version !== null && before.version !== version)
    return 'The file was edited in the meantime, so that the binding would stand in the wrong place. Nothing was written; try once more.';
  if (isNew) change.createFile(target, { ignoreIfExists: false });
  const hadChanges = before?.isDirty ?? false;
  change.replace(target, place, newText);
  if (!(await workspace.applyEdit(change)))
    return `${workspace.asRelativePath(target)} was not changed: the editor refused the edit, perhaps because the file is read-only.`;
  const document = await workspace.openTextDocument(target);
  // What somebody has typed and not saved is theirs to save; the analysis reads it unsaved too.
  if (!hadChanges) await document.save();
  await show(document, place.start.translate(leadingBreaks(newText)).line);
  return null;
}

async function show(document: TextDocument, line: number): Promise<void> {
  const address = document.uri.toString();
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === address);
  await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
    selection: new Range(line, 0, line, 0),
  });
}

const leadingBreaks = (text: string) => (/^\r?\n/.test(text) ? 1 : 0);

/** Begins an objective file that can be analysed at once, without a name and without being saved. */
import { Position, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { FIRST_OBJECTIVE } from '../texts';

export async function newObjectiveFile(): Promise<void> {
  const document = await workspace.openTextDocument(await freeName());
  if (document.getText() === '') {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), FIRST_OBJECTIVE);
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document, { selection: temperatureOf(document.getText()) });
}

/** The first value that somebody will want to change. */
function temperatureOf(text: string): Range {
  const line = text.split('\n').findIndex((words) => words.startsWith('temperature:'));
  const start = new Position(Math.max(0, line), 'temperature: '.length);
  return new Range(start, start.translate(0, '0.1'.length));
}

async function freeName(): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  for (let number = 1; ; number++) {
    const file = Uri.joinPath(folder, `example${number === 1 ? '' : `-${number}`}.objective.yaml`);
    const isTaken = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!isTaken) return file.with({ scheme: 'untitled' });
  }
}

/** Lets the user choose a small text file anywhere; the panel gets its text, and never its place. */
import { type Uri, window, workspace } from 'vscode';
import type { ChooseFileAnswer, ChooseFileAsk } from '../../protocol/requests/chooseFile';
import { textOfFile, tooLarge } from './chosenText';
import { Refusal } from './panelQuestions';

export async function chooseFile({ title, endings }: ChooseFileAsk): Promise<ChooseFileAnswer> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [chosen] =
    (await window.showOpenDialog({
      title,
      openLabel: 'Load',
      canSelectMany: false,
      filters: { [title]: [...endings] },
      ...(folder ? { defaultUri: folder } : {}),
    })) ?? [];
  return { file: chosen ? await readChosen(chosen, endings) : null };
}

async function readChosen(file: Uri, endings: readonly string[]) {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  try {
    const { size } = await workspace.fs.stat(file);
    const problem = tooLarge(name, size);
    if (problem !== null) throw new Refusal(problem);
    const read = textOfFile(name, await workspace.fs.readFile(file), endings);
    if ('problem' in read) throw new Refusal(read.problem);
    return { name, text: read.text };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Saves what the panel has made where the user wants it, and beside it what it names. */
import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { SaveAnswer, SaveAsk, SavedContent } from '../../protocol/requests/takeAway';
import { Refusal } from './panelQuestions';

export async function saveFiles({ name, content, beside = [], opens = false }: SaveAsk): Promise<SaveAnswer> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog(
    folder ? { defaultUri: Uri.joinPath(folder, fileNameOf(name)) } : {},
  );
  if (!target) return { savedAs: null };
  const others = beside.map((file) => ({
    at: Uri.joinPath(target, '..', fileNameOf(file.name)),
    content: file.content,
  }));
  if (!(await mayReplace(others.map(({ at }) => at)))) return { savedAs: null };
  for (const { at, content: other } of others) await write(at, other);
  await write(target, content);
  if (opens) await window.showTextDocument(target, { viewColumn: ViewColumn.One, preview: false });
  return { savedAs: workspace.asRelativePath(target) };
}

/** The dialog has asked about the file that was named in it, and about no other. */
async function mayReplace(files: readonly Uri[]): Promise<boolean> {
  const existing: string[] = [];
  for (const file of files) if (await exists(file)) existing.push(workspace.asRelativePath(file));
  if (existing.length === 0) return true;
  const replace = 'Replace';
  const chosen = await window.showWarningMessage(
    `These files are there already: ${existing.join(', ')}.`,
    { modal: true, detail: 'They hold the pictures of the report.' },
    replace,
  );
  return chosen === replace;
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

async function write(file: Uri, content: SavedContent): Promise<void> {
  const bytes = 'text' in content ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64');
  try {
    await workspace.fs.writeFile(file, bytes);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${workspace.asRelativePath(file)} cannot be written: ${because}`);
  }
}

/** Names of objectives come from anywhere; in a file's name only what every system takes remains. */
const fileNameOf = (name: string) =>
  name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '') || 'objective';

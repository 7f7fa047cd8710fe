/** Opens the page of rules at one rule, in VS Code's own Markdown preview: it works offline and in the browser alike. */
import { commands, Uri } from 'vscode';

export const rulesPage = (extensionUri: Uri) => Uri.joinPath(extensionUri, 'dist', 'rules.md');

/** Without a rule, the page opens at its beginning. */
export async function showRule(extensionUri: Uri, rule: unknown): Promise<void> {
  const fragment = typeof rule === 'string' ? rule : '';
  await commands.executeCommand('markdown.showPreview', rulesPage(extensionUri).with({ fragment }));
}

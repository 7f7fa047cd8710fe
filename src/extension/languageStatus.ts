/** The item at the language's name in the status bar: how the open document stands, and the way to the log. */
import { type Disposable, LanguageStatusSeverity, languages, Uri, window } from 'vscode';
import { SHOW_LOG_COMMAND } from './commandIds';
import { DOCUMENTS } from './languageClient';
import type { ObjectiveIndex } from './objectiveIndex';
import { documentStatus } from './texts';

export interface LanguageStatus extends Disposable {
  starting(): void;
  running(): void;
  /** The server does not run; why, in a sentence. */
  failed(because: string): void;
}

export function createLanguageStatus(index: ObjectiveIndex): LanguageStatus {
  const item = languages.createLanguageStatusItem('objectiveLens.status', DOCUMENTS);
  item.name = 'Objective Lens';
  item.command = { title: 'Show Log', command: SHOW_LOG_COMMAND };
  const show = () => {
    const open = window.activeTextEditor?.document.uri.toString();
    const uri = index.all().find((objective) => Uri.parse(objective.uri).toString() === open)?.uri;
    item.text = `Objective Lens: ${documentStatus(uri === undefined ? [] : index.of(uri))}`;
  };
  const listeners = [index.onChange(show), window.onDidChangeActiveTextEditor(show)];
  show();
  return {
    starting() {
      item.busy = true;
    },
    running() {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Information;
      item.detail = '';
    },
    failed(because) {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.detail = because;
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      item.dispose();
    },
  };
}

/** What the connected editor can do: the server asks for nothing beyond it, so that any editor may start it. */
import type { InitializeParams } from 'vscode-languageserver';
import { RULES_PAGE } from '../language/rules/rulesPage';
import { decodeInitializationOptions } from '../protocol/serverMessages';

export interface ClientFeatures {
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly codeLensRefresh: boolean;
  readonly progress: boolean;
  /** Whether completions may have places to fill in. */
  readonly snippets: boolean;
  /** Endings of files, without the dot, whose keys the editor explains itself by the extension's schemas. */
  readonly schemaEndings: readonly string[];
  /** Whether hovers and lenses may link to the extension's commands. */
  readonly commands: boolean;
  /** Address of the rules' page. */
  readonly rulesPage: string;
  /** Address of a folder on the disk in which the server may keep what it found; null when there is none. */
  readonly storage: string | null;
  /** What was wrong with the initialisation options, or null. */
  readonly problem: string | null;
}

export function clientFeatures({
  capabilities: { workspace, window, textDocument },
  initializationOptions,
}: InitializeParams): ClientFeatures {
  const options = decodeInitializationOptions(initializationOptions);
  const given = options.kind === 'message' ? options.message : {};
  return {
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    codeLensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    progress: window?.workDoneProgress ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    schemaEndings: given.schemaEndings ?? [],
    commands: given.commands ?? false,
    rulesPage: given.rulesPage ?? RULES_PAGE,
    storage: given.storage?.startsWith('file:') ? given.storage : null,
    problem: options.kind === 'malformed' ? options.because : null,
  };
}

/** Where VS Code starts and ends the extension: the parts are made here and know of each other through here only. */
import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import {
  decodeObjectivesParams,
  decodeObjectiveViewResult,
  OBJECTIVE_VIEW_REQUEST,
  OBJECTIVES_NOTIFICATION,
} from '../protocol/serverMessages';
import {
  ANALYZE_WORKSPACE_COMMAND,
  BIND_DATA_COMMAND,
  NEW_OBJECTIVE_COMMAND,
  REVEAL_SOURCE_COMMAND,
  SHOW_GEOMETRY_COMMAND,
  SHOW_LOG_COMMAND,
  SHOW_RULE_COMMAND,
} from './commandIds';
import { analyzeWorkspace } from './commands/analyzeWorkspace';
import { bindData } from './commands/bindData';
import { newObjectiveFile } from './commands/newObjectiveFile';
import { objectiveIdOf } from './commands/objectiveArgument';
import { revealSource } from './commands/revealSource';
import { showGeometry } from './commands/showGeometry';
import { showRule } from './commands/showRule';
import { dataQuestions } from './dataQuestions';
import { createLanguageClient } from './languageClient';
import { createLanguageStatus, type LanguageStatus } from './languageStatus';
import { createObjectiveIndex, type ObjectiveIndex } from './objectiveIndex';
import { createCursorView } from './panel/cursorView';
import { panelAnswers } from './panel/panelAnswers';
import { createPanelHost } from './panel/panelHost';
import type { SurfaceNeeds } from './panel/panelSurface';
import { isServerGone, SERVER_GONE } from './serverGone';
import { serverQuestions } from './serverQuestions';
import { createObjectivesTree } from './tree/objectivesTree';

let running: LanguageClient | null = null;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Objective Lens', { log: true });
  const index = createObjectiveIndex();
  const client = createLanguageClient(context, log);
  running = client;
  const status = createLanguageStatus(index);
  const run = (what: string, work: () => unknown) => void guard(log, what, work);
  const reveal = async (argument: unknown) => {
    const objective = index.find(objectiveIdOf(argument) ?? '');
    if (objective) await revealSource(objective);
  };
  const surface: SurfaceNeeds = {
    extensionUri: context.extensionUri,
    log,
    requestView: (id) => requestView(client, id),
    answers: panelAnswers(index, serverQuestions(client)),
    revealSource: reveal,
    run,
  };
  const panel = createPanelHost({ ...surface, memento: context.workspaceState, index });
  const command = (id: string, work: (argument: unknown) => unknown): Disposable =>
    commands.registerCommand(id, (argument: unknown) => guard(log, id, () => work(argument)));
  context.subscriptions.push(
    log,
    status,
    panel,
    createObjectivesTree(index),
    createCursorView(index, surface),
    command(SHOW_GEOMETRY_COMMAND, (argument) => showGeometry(index, panel, argument)),
    command(BIND_DATA_COMMAND, (argument) =>
      bindData({ index, ask: dataQuestions(client), showGeometry: panel.show }, argument),
    ),
    command(ANALYZE_WORKSPACE_COMMAND, () => analyzeWorkspace(client)),
    command(SHOW_RULE_COMMAND, (rule) => showRule(context.extensionUri, rule)),
    command(SHOW_LOG_COMMAND, () => log.show()),
    command(REVEAL_SOURCE_COMMAND, reveal),
    command(NEW_OBJECTIVE_COMMAND, newObjectiveFile),
    receiveObjectives(client, index, log),
    followState(client, index, status),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = null;
}

function receiveObjectives(client: LanguageClient, index: ObjectiveIndex, log: LogOutputChannel): Disposable {
  return client.onNotification(OBJECTIVES_NOTIFICATION, (params: unknown) => {
    const decoded = decodeObjectivesParams(params);
    if (decoded.kind === 'message') index.update(decoded.message);
    else log.error(`The server sent objectives that cannot be read: ${decoded.because}`);
  });
}

/** What a server said that has ended is not shown as if it still held; a restarted one says everything again. */
function followState(client: LanguageClient, index: ObjectiveIndex, status: LanguageStatus): Disposable {
  return client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) return status.running();
    if (newState === State.Starting) return status.starting();
    index.clear();
    status.failed('The language server does not run; the log says why.');
  });
}

async function requestView(client: LanguageClient, id: string) {
  const answer = client.sendRequest<unknown>(OBJECTIVE_VIEW_REQUEST, { id });
  const decoded = decodeObjectiveViewResult(
    await answer.catch((error: unknown) => {
      throw isServerGone(error) ? new Error(SERVER_GONE) : error;
    }),
  );
  if (decoded.kind === 'message') return decoded.message;
  throw new Error(`The language server's answer cannot be read (${decoded.because}).`);
}

/** The extension's boundary: what fails behind a command or an event is logged and told, and nothing else stops. */
async function guard(log: LogOutputChannel, what: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(`${what} failed:`, error instanceof Error ? error : String(error));
    const chosen = await window.showErrorMessage(
      `Objective Lens: ${error instanceof Error ? error.message : String(error)}`,
      'Show Log',
    );
    if (chosen) log.show();
  }
}

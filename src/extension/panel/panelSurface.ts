/** A webview with the panel's page in it, wherever VS Code has put it: beside the editor or in the side bar. */
import { randomBytes } from 'node:crypto';
import { commands, type LogOutputChannel, Uri, type Webview, workspace } from 'vscode';
import type { ObjectiveView } from '../../protocol/objectives';
import { decodePanelMessage, type PanelMessage } from '../../protocol/panelMessages';
import { panelPage } from '../../protocol/panelPage';
import { BIND_DATA_COMMAND } from '../commandIds';
import { createPanelContent, type PanelContent } from './panelContent';
import { createPanelQuestions, type PanelAnswers, type PanelQuestions } from './panelQuestions';
import type { ShownObjective } from './shownObjective';

export interface SurfaceNeeds {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  requestView(id: string): Promise<ObjectiveView | null>;
  readonly answers: PanelAnswers;
  revealSource(id: string): unknown;
  /** The one place where failures of the extension are caught. */
  run(what: string, work: () => unknown): void;
}

export interface PanelSurface {
  readonly content: PanelContent;
  /** The webview is gone. */
  dispose(): void;
}

/** Loads the page; `shown` is called with each objective that the page is about to show. */
export function createPanelSurface(
  needs: SurfaceNeeds,
  webview: Webview,
  shown: (objective: ShownObjective) => void,
): PanelSurface {
  const { run, log } = needs;
  const content = createPanelContent({
    post: (message) => run('Sending to the panel', () => webview.postMessage(message)),
    requestView: needs.requestView,
    fileName,
    shown,
  });
  const questions = createPanelQuestions(
    needs.answers,
    (message) => run('Answering the panel', () => webview.postMessage(message)),
    (what, error) => log.error(`${what} failed:`, error instanceof Error ? error : String(error)),
  );
  const listener = webview.onDidReceiveMessage((message) =>
    run('A message of the panel', () => receive(needs, content, questions, message)),
  );
  webview.options = webviewOptions(needs.extensionUri);
  webview.html = page(webview, needs.extensionUri);
  return {
    content,
    dispose() {
      listener.dispose();
      content.dispose();
      questions.dispose();
    },
  };
}

export const fileName = (uri: string) => workspace.asRelativePath(Uri.parse(uri));

export const webviewOptions = (extensionUri: Uri) => ({
  enableScripts: true,
  localResourceRoots: [webviewFolder(extensionUri)],
});

function receive(
  needs: SurfaceNeeds,
  content: PanelContent,
  questions: PanelQuestions,
  data: unknown,
): unknown {
  const decoded = decodePanelMessage(data);
  if (decoded.kind === 'malformed')
    return needs.log.error(`The panel sent something that cannot be read: ${decoded.because}`);
  const { message } = decoded;
  if (message.type === 'ready') return content.ready();
  if (message.type === 'reveal-source') return needs.revealSource(message.id);
  if (message.type === 'bind-data') return commands.executeCommand(BIND_DATA_COMMAND, message.id);
  if (message.type === 'ask') return questions.asked(message);
  if (message.type === 'cancel') return questions.cancelled(message.request);
  return needs.log[message.type === 'problem' ? 'error' : 'info'](logLine(message));
}

function logLine(message: Extract<PanelMessage, { type: 'training-ended' | 'problem' }>): string {
  if (message.type === 'problem') return `Panel: ${message.message}`;
  const { id, backend, steps, loss, excess } = message;
  const distance = excess === null ? 'no prediction to compare with' : `${excess} nats above the prediction`;
  return `Training of ${id} ended after ${steps} steps on ${backend}: loss ${loss}, ${distance}.`;
}

const webviewFolder = (extensionUri: Uri) => Uri.joinPath(extensionUri, 'dist', 'webview');

function page(webview: Webview, extensionUri: Uri): string {
  const address = (file: string) =>
    webview.asWebviewUri(Uri.joinPath(webviewFolder(extensionUri), file)).toString();
  return panelPage({
    script: address('panel.js'),
    style: address('panel.css'),
    trainingWorker: address('trainingWorker.js'),
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
  });
}

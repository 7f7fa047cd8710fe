/** The panel in VS Code: one webview beside the editor, with nothing in it but what `dist/webview` brings. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import {
  type Disposable,
  type LogOutputChannel,
  type Memento,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { ObjectiveSummary, ObjectiveView } from '../../protocol/objectives';
import { decodePanelMessage, type PanelMessage } from '../../protocol/panelMessages';
import { panelPage } from '../../protocol/panelPage';
import type { ObjectiveIndex } from '../objectiveIndex';
import { createPanelContent, type PanelContent } from './panelContent';
import { createPanelQuestions, type PanelAnswers, type PanelQuestions } from './panelQuestions';
import { type ShownObjective, shownObjective, unreadableBecause } from './shownObjective';

export const PANEL_TYPE = 'objectiveLens.geometry';

export interface PanelHostNeeds {
  readonly extensionUri: Uri;
  /** Remembers over a reload which objective was shown. */
  readonly memento: Memento;
  readonly index: ObjectiveIndex;
  readonly log: LogOutputChannel;
  requestView(id: string): Promise<ObjectiveView | null>;
  readonly answers: PanelAnswers;
  revealSource(id: string): unknown;
  /** The one place where failures of the extension are caught. */
  run(what: string, work: () => unknown): void;
}

export interface PanelHost extends Disposable {
  show(objective: ObjectiveSummary): Promise<void>;
}

const SHOWN_KEY = 'objectiveLens.shownObjective';
const storedObjective = v.object({ id: v.string(), uri: v.string(), name: v.string(), kind: v.string() });

export function createPanelHost(needs: PanelHostNeeds): PanelHost {
  const { index, memento, run } = needs;
  let open: { readonly panel: WebviewPanel; readonly content: PanelContent } | null = null;

  const adopt = (panel: WebviewPanel) => {
    const content = createPanelContent({
      post: (message) => run('Sending to the panel', () => panel.webview.postMessage(message)),
      requestView: needs.requestView,
      fileName,
      shown(objective) {
        panel.title = `Geometry: ${objective.name}`;
        run('Remembering the shown objective', () => memento.update(SHOWN_KEY, objective));
      },
    });
    open = { panel, content };
    const questions = createPanelQuestions(
      needs.answers,
      (message) => run('Answering the panel', () => panel.webview.postMessage(message)),
      (what, error) => needs.log.error(`${what} failed:`, error instanceof Error ? error : String(error)),
    );
    panel.onDidDispose(() => {
      questions.dispose();
      if (open?.panel === panel) open = null;
    });
    panel.webview.onDidReceiveMessage((message) =>
      run('A message of the panel', () => receive(needs, content, questions, message)),
    );
    loadPage(panel.webview, needs.extensionUri);
    const icon = (theme: string) => Uri.joinPath(needs.extensionUri, 'media', `geometry-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    return open;
  };
  const create = () =>
    adopt(
      window.createWebviewPanel(
        PANEL_TYPE,
        'Geometry',
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        // A training run and the turned picture must still be there when the user comes back to the tab.
        { ...webviewOptions(needs.extensionUri), retainContextWhenHidden: true },
      ),
    );

  const listener = index.onChange((uri) => {
    const content = open?.content;
    if (content && uri !== null) run('Updating the panel', () => content.analyzed(uri, index.of(uri)));
  });
  const serializer = window.registerWebviewPanelSerializer(PANEL_TYPE, {
    async deserializeWebviewPanel(panel) {
      // A tab behind others is restored only when it is looked at; by then there may be a panel already.
      if (open) return panel.dispose();
      panel.webview.options = webviewOptions(needs.extensionUri);
      await restore(adopt(panel).content, memento.get(SHOWN_KEY));
    },
  });

  return {
    show(objective) {
      const { panel, content } = open ?? create();
      if (!panel.visible) panel.reveal(undefined, true);
      return content.show(shownObjective(objective));
    },
    dispose() {
      listener.dispose();
      serializer.dispose();
      open?.panel.dispose();
    },
  };
}

/** After a reload: opening the document makes the server analyse it, whatever is scanned otherwise. */
async function restore(content: PanelContent, stored: unknown): Promise<void> {
  if (!v.is(storedObjective, stored))
    return content.nothing('Choose an objective in the Objectives view to see its geometry.');
  const shown: ShownObjective = stored;
  const opened = await workspace.openTextDocument(Uri.parse(shown.uri)).then(
    () => true,
    () => false,
  );
  if (!opened) return content.nothing(unreadableBecause(shown.name, fileName(shown.uri)));
  await content.show(shown);
}

function receive(
  needs: PanelHostNeeds,
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

const fileName = (uri: string) => workspace.asRelativePath(Uri.parse(uri));
const webviewFolder = (extensionUri: Uri) => Uri.joinPath(extensionUri, 'dist', 'webview');
const webviewOptions = (extensionUri: Uri) => ({
  enableScripts: true,
  localResourceRoots: [webviewFolder(extensionUri)],
});

function loadPage(webview: Webview, extensionUri: Uri): void {
  const address = (file: string) =>
    webview.asWebviewUri(Uri.joinPath(webviewFolder(extensionUri), file)).toString();
  webview.html = panelPage({
    script: address('panel.js'),
    style: address('panel.css'),
    trainingWorker: address('trainingWorker.js'),
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
  });
}

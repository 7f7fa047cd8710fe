/** The server behind any connection: what it can do, and which message goes to which part. */
import { type Connection, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import {
  ANALYZE_WORKSPACE_REQUEST,
  decodeObjectiveViewParams,
  OBJECTIVE_VIEW_REQUEST,
} from '../protocol/serverMessages';
import { type Boundary, createBoundary } from './boundary';
import { createDataAnswers } from './dataBinding';
import { answerDataQuestions } from './dataQuestions';
import { editorLinks, hoverOf, joinedHover, keyHoverOf, lensesOf } from './editorFeatures';
import type { Log, ServerHost } from './host';
import { objectiveView, uriOfObjective } from './objectiveViews';
import { joinOpen, listenToDocuments, type OpenDocuments } from './openDocuments';
import { listenToNotebooks, NOTEBOOK_SYNC } from './openNotebooks';
import { answerQuestions } from './questionAnswers';
import { createSession, type Session } from './session';
import { canonicalUri } from './uris';
import { answerWriting, WRITING_CAPABILITIES } from './writingFeatures';

export function startServer(connection: Connection, createHost: (log: Log) => ServerHost): void {
  const log: Log = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  const boundary = createBoundary(log);
  connection.onInitialize((params): InitializeResult => {
    const open = joinOpen(
      listenToDocuments(connection, () => session.reactions),
      listenToNotebooks(connection, () => session.reactions),
    );
    const host = createHost(log);
    // Whatever waits for the grammars fails with them; the reason is to stand in the log once, before that.
    boundary.run('Loading the grammars', () => host.language);
    const session = createSession({ connection, boundary, log, host, open }, params);
    answerRequests(connection, boundary, open, session);
    answerWriting({ connection, boundary, open, host }, session);
    answerQuestions(connection, { host, open, queue: session.queue });
    answerDataQuestions(connection, createDataAnswers({ ...session, host, open }));
    passEvents(connection, boundary, session);
    return {
      serverInfo: { name: 'Objective Lens' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        notebookDocumentSync: NOTEBOOK_SYNC,
        hoverProvider: true,
        codeLensProvider: { resolveProvider: false },
        ...WRITING_CAPABILITIES,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

function answerRequests(
  connection: Connection,
  boundary: Boundary,
  open: OpenDocuments,
  session: Session,
): void {
  const { features, queue, scans } = session;
  const lastOf = (uri: string) => queue.last(open.holder(uri) ?? canonicalUri(uri));
  const links = editorLinks(features.rulesPage, features.commands);
  connection.onHover(
    boundary.request('Hover', null, ({ textDocument, position }) => {
      const uri = open.holder(textDocument.uri) ?? canonicalUri(textDocument.uri);
      const last = queue.last(uri);
      const { path } = session.roots.placeOf(uri);
      const snapshot = open.snapshot(uri);
      return joinedHover(
        keyHoverOf(snapshot, position, path, features.schemaEndings),
        last ? hoverOf(last, { documentUri: textDocument.uri, position }, links) : null,
        snapshot,
      );
    }),
  );
  connection.onCodeLens(
    boundary.request('Code lens', [], ({ textDocument }) => {
      const last = lastOf(textDocument.uri);
      const isShown = last && session.settings.now().codeLens;
      return isShown ? lensesOf(last, textDocument.uri, features.commands) : [];
    }),
  );
  connection.onRequest(
    OBJECTIVE_VIEW_REQUEST,
    boundary.request('Showing an objective', null, (params: unknown) => {
      const decoded = decodeObjectiveViewParams(params);
      if (decoded.kind === 'malformed') throw new Error(`the request was malformed: ${decoded.because}`);
      const last = queue.last(uriOfObjective(decoded.message.id));
      return last && objectiveView(last, decoded.message.id);
    }),
  );
  connection.onRequest(
    ANALYZE_WORKSPACE_REQUEST,
    (params: { workDoneToken?: string | number } | null, token) =>
      scans.request(params?.workDoneToken ?? null, token),
  );
}

function passEvents(connection: Connection, boundary: Boundary, session: Session): void {
  const { reactions } = session;
  connection.onInitialized(() =>
    boundary.run('Starting', async () => {
      await session.start();
      if (session.features.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
          reactions.rootsChanged(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          ),
        );
    }),
  );
  connection.onDidChangeConfiguration(({ settings }) =>
    boundary.run('Reading the settings', () => reactions.settingsChanged(settings)),
  );
  connection.onDidChangeWatchedFiles(({ changes }) =>
    boundary.run('Following file changes', () => reactions.filesChanged(changes)),
  );
  connection.onShutdown(() => session.dispose());
}

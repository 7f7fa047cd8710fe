/** Sends what was found: diagnostics and objectives a document, and the news that lenses have changed. */
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../language/finding';
import { OBJECTIVES_NOTIFICATION, type ObjectivesParams } from '../protocol/serverMessages';
import type { AnalyzedDocument } from './analysisQueue';
import type { Boundary } from './boundary';
import { diagnosticsOf } from './diagnostics';
import { objectiveSummaries } from './objectiveViews';
import type { OpenDocuments } from './openDocuments';

export interface PublisherNeeds {
  readonly connection: Connection;
  readonly boundary: Boundary;
  readonly canRefreshLenses: boolean;
  readonly rulesPage: string;
  readonly open: OpenDocuments;
  /** Whether the document's findings are to be seen under the present scope. */
  showsFindings(uri: string): boolean;
}

export interface Publisher {
  analyzed(document: AnalyzedDocument): void;
  /** Takes back whatever was sent about a document. */
  clear(uri: string): void;
  refreshLenses(): void;
}

/** Refreshes within this many milliseconds become one: a scan ends many analyses at once. */
const LENS_REFRESH_PAUSE = 40;

export function createPublisher(needs: PublisherNeeds): Publisher {
  const { connection, boundary } = needs;
  /** By analysed document: the editor's documents that show findings of it. */
  const showing = new Map<string, ReadonlySet<string>>();
  const withObjectives = new Set<string>();
  let refresh: ReturnType<typeof setTimeout> | null = null;

  const sendFindings = (snapshot: TextDocument, all: readonly Finding[]) => {
    const { uri } = snapshot;
    const shown = needs.showsFindings(uri) ? all : [];
    const openUri = needs.open.editorUri(uri);
    // Most files of a workspace have nothing to say and never had: no message for them.
    if (shown.length === 0 && openUri === null && !showing.has(uri)) return;
    const messages = diagnosticsOf(shown, snapshot, openUri, needs.rulesPage);
    clearFindings(uri, new Set(messages.map((message) => message.uri)));
    const places = messages.filter(({ diagnostics }) => diagnostics.length > 0).map((message) => message.uri);
    if (places.length > 0) showing.set(uri, new Set(places));
    for (const message of messages) send(() => connection.sendDiagnostics(message));
  };

  /** Takes findings back, except where others are about to take their place. */
  const clearFindings = (uri: string, replaced: ReadonlySet<string>) => {
    for (const place of showing.get(uri) ?? [])
      if (!replaced.has(place)) send(() => connection.sendDiagnostics({ uri: place, diagnostics: [] }));
    showing.delete(uri);
  };

  const sendObjectives = (params: ObjectivesParams, always: boolean) => {
    if (params.objectives.length === 0 && !always && !withObjectives.has(params.uri)) return;
    remember(withObjectives, params.uri, params.objectives.length > 0);
    send(() => connection.sendNotification(OBJECTIVES_NOTIFICATION, params));
  };

  const refreshLenses = () => {
    if (!needs.canRefreshLenses || refresh !== null) return;
    refresh = setTimeout(() => {
      refresh = null;
      send(() => connection.sendRequest(CodeLensRefreshRequest.type));
    }, LENS_REFRESH_PAUSE);
  };

  const send = (message: () => Promise<unknown>) => boundary.run('Sending to the editor', message);

  return {
    analyzed(document) {
      const { uri } = document.snapshot;
      const isOpen = needs.open.has(uri);
      sendObjectives({ uri, objectives: objectiveSummaries(document) }, isOpen);
      sendFindings(document.snapshot, document.analysis.findings);
      if (isOpen) refreshLenses();
    },
    clear(uri) {
      sendObjectives({ uri, objectives: [] }, false);
      clearFindings(uri, new Set());
    },
    refreshLenses,
  };
}

function remember(set: Set<string>, uri: string, present: boolean) {
  if (present) set.add(uri);
  else set.delete(uri);
}

/** Reads documents, has them analysed, and publishes the results: what the queue does for each address. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Turns } from '../data/turns';
import type { AnalysisContext, SourceDocument } from '../language/languageService';
import { type AnalysisQueue, createAnalysisQueue } from './analysisQueue';
import { atMost } from './atMost';
import type { Boundary } from './boundary';
import { type ClosedFiles, isEmpty, type Watched } from './closedFiles';
import type { EmptyFiles } from './emptyFiles';
import { createFileSnapshot, isFile } from './fileSnapshot';
import type { Log, ServerHost } from './host';
import type { KeptResults } from './keptResults';
import { isNotebook } from './notebookSnapshot';
import type { OpenDocuments } from './openDocuments';
import type { Projects } from './projects';
import type { Publisher } from './publisher';
import type { SettingsStore } from './settingsStore';
import type { WorkspaceRoots } from './workspaceRoots';

/** Milliseconds without an edit before a text is analysed: below what is felt as waiting, above a fast typist's pause. */
export const TYPING_PAUSE = 150;

export interface AnalysesNeeds {
  readonly host: ServerHost;
  readonly log: Log;
  readonly boundary: Boundary;
  readonly open: OpenDocuments;
  readonly roots: WorkspaceRoots;
  readonly projects: Projects;
  readonly publisher: Publisher;
  readonly settings: SettingsStore;
  readonly kept: KeptResults;
  readonly closedFiles: ClosedFiles;
  readonly emptyFiles: EmptyFiles;
  /** For what nobody waits for. */
  readonly turns: Turns;
}

/** Objectives of closed files that are computed or wait for a thread: more would only wait longer, and time out. */
const CLOSED_AT_ONCE = 2;

export interface Analyses {
  readonly queue: AnalysisQueue;
  /** Takes back all that was said about a document, and forgets it. */
  drop(uri: string): void;
}

export function createAnalyses(needs: AnalysesNeeds): Analyses {
  const { host, open, roots, publisher, turns } = needs;
  const limit = atMost(CLOSED_AT_ONCE);
  const background = ({
    openDataFile,
    watch,
  }: Watched): Pick<AnalysisContext, 'mathematics' | 'openDataFile'> => ({
    openDataFile,
    mathematics: watch((definition, signal) => limit(() => host.background(definition, signal))),
  });
  const placeOf = (uri: string) => roots.placeOf(uri, open.snapshot(uri)?.languageId);
  const queue = createAnalysisQueue({
    async read(uri) {
      const { rootUri, path } = placeOf(uri);
      const language = await host.language;
      return language.accepts(path) ? readSnapshot(needs, uri, rootUri) : null;
    },
    async analyze(snapshot, previous, signal) {
      const { uri } = snapshot;
      const { rootUri, path } = placeOf(uri);
      const [language, project] = await Promise.all([host.language, needs.projects.of(rootUri)]);
      const settings = await needs.settings.known();
      const document: SourceDocument = {
        uri,
        path,
        text: snapshot.getText(),
        ...(isNotebook(snapshot) ? { cells: snapshot.cells.map(({ span }) => span) } : {}),
      };
      const context = { project, settings, previous, signal };
      if (isFile(snapshot) && rootUri !== null)
        return needs.closedFiles.analyze(snapshot, { ...context, rootUri }, async (watched) => {
          await turns.next();
          return language.analyze(document, { ...context, ...background(watched) });
        });
      return language.analyze(document, {
        ...context,
        mathematics: host.foreground,
        ...(rootUri === null ? {} : { openDataFile: host.dataFiles(rootUri) }),
      });
    },
    finished(result) {
      publisher.analyzed(result);
      if (open.has(result.snapshot.uri)) return;
      forgetParsing(result.snapshot.uri);
      // Texts without objectives are not kept. The project file names data that may change.
      const isProject = needs.projects.rootOfFile(result.snapshot.uri) !== null;
      if (isEmpty(result.analysis) && !isProject) queue.forget(result.snapshot.uri);
    },
    gone: (uri) => takeBack(uri),
    failed: (uri, error) =>
      needs.boundary.run(`The analysis of ${uri}`, () => {
        throw error;
      }),
  });
  const forgetParsing = (uri: string) =>
    needs.boundary.run('Forgetting a document', async () => (await host.language).forget(uri));
  const takeBack = (uri: string) => {
    publisher.clear(uri);
    forgetParsing(uri);
  };
  return {
    queue,
    drop(uri) {
      queue.forget(uri);
      needs.emptyFiles.forget(uri);
      takeBack(uri);
    },
  };
}

/** The open text, else the file's; null when there is none or it is not to be read. */
export async function readSnapshot(
  { host, log, open, kept, turns }: Pick<AnalysesNeeds, 'host' | 'log' | 'open' | 'kept' | 'turns'>,
  uri: string,
  rootUri: string | null,
): Promise<TextDocument | null> {
  const opened = open.snapshot(uri);
  if (opened) return opened;
  if (rootUri === null) return null;
  await turns.next();
  const file = await host.readText(uri, rootUri);
  if (file.kind === 'skipped') log.warn(`Skipped ${uri}: ${file.because}`);
  if (file.kind !== 'text') return null;
  kept.saw(uri, file.version, file.hash);
  return createFileSnapshot(uri, file.text, file.hash);
}

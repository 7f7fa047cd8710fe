/** One editor's session: the parts of the server, put together in the order in which they need each other. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { createTurns } from '../data/turns';
import { createAnalyses, readSnapshot } from './analyses';
import type { AnalysisQueue } from './analysisQueue';
import type { Boundary } from './boundary';
import { type ClientFeatures, clientFeatures } from './clientFeatures';
import { createClosedFiles } from './closedFiles';
import { createConfiguration } from './configuration';
import { createEmptyFiles } from './emptyFiles';
import { watchFiles } from './fileChanges';
import type { Log, ServerHost } from './host';
import { createKeptResults } from './keptResults';
import { openKeptResults } from './keptResultsFile';
import type { OpenDocuments } from './openDocuments';
import { createProjects, type Projects } from './projects';
import { createPublisher } from './publisher';
import { createReactions, type Reactions } from './reactions';
import { createScans, type Scans } from './scans';
import { createSearchRules } from './searchRules';
import { createSettingsStore, type SettingsStore } from './settingsStore';
import { createSharedFiles } from './sharedFiles';
import { createWorkspaceRoots, type WorkspaceRoots } from './workspaceRoots';

export interface SessionNeeds {
  readonly connection: Connection;
  readonly boundary: Boundary;
  readonly log: Log;
  readonly host: ServerHost;
  readonly open: OpenDocuments;
}

export interface Session {
  readonly features: ClientFeatures;
  readonly queue: AnalysisQueue;
  readonly scans: Scans;
  readonly settings: SettingsStore;
  readonly reactions: Reactions;
  readonly projects: Projects;
  readonly roots: WorkspaceRoots;
  /** After the editor has said that it is ready. */
  start(): Promise<void>;
  dispose(): Promise<void>;
}

export function createSession(needs: SessionNeeds, params: InitializeParams): Session {
  const { connection, log, host, open } = needs;
  const features = clientFeatures(params);
  const roots = createWorkspaceRoots(rootsOf(params));
  const configuration = createConfiguration(connection, features, log);
  const settings = createSettingsStore(configuration);
  const publisher = createPublisher({
    ...needs,
    canRefreshLenses: features.codeLensRefresh,
    rulesPage: features.rulesPage,
    showsFindings: (uri) => settings.now().scope === 'workspace' || open.has(uri),
  });
  const turns = createTurns();
  const kept = createKeptResults();
  const keptFile = openKeptResults(kept, features.storage, needs);
  const read = (uri: string, rootUri: string | null) => readSnapshot({ ...needs, kept, turns }, uri, rootUri);
  const projects = createProjects({ roots: roots.all, read });
  const searchRules = createSearchRules(projects, settings);
  const sharedFiles = createSharedFiles(host);
  const emptyFiles = createEmptyFiles();
  const closedFiles = createClosedFiles(host, kept, sharedFiles, emptyFiles);
  const files = { turns, kept, keptFile, closedFiles, emptyFiles, sharedFiles, searchRules };
  const parts = { ...needs, ...files, roots, projects, publisher, settings };
  const { queue, drop } = createAnalyses(parts);
  const scans = createScans({ ...parts, queue, canShowProgress: features.progress, drop });
  const reactions = createReactions({ ...parts, queue, scans, drop });
  return {
    features,
    queue,
    scans,
    settings,
    reactions,
    projects,
    roots,
    async start() {
      if (features.problem) log.warn(`Initialisation options were ignored: ${features.problem}`);
      await settings.load(undefined);
      await configuration.watch();
      if (features.watchedFiles) await watchFiles(connection);
      if (settings.now().scope === 'workspace') scans.start();
    },
    async dispose() {
      scans.stop();
      queue.dispose();
      await keptFile.save();
      await host.dispose();
    },
  };
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

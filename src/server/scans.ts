/** At most one scan of the workspace at a time: a newer one takes the place of an older one. */
import type { CancellationToken, Connection, ProgressToken } from 'vscode-languageserver';
import type { AnalyzeWorkspaceResult } from '../protocol/serverMessages';
import type { AnalysisQueue } from './analysisQueue';
import type { Boundary } from './boundary';
import type { ClosedFiles } from './closedFiles';
import type { FoundFile, Log, ServerHost } from './host';
import type { KeptResultsFile } from './keptResultsFile';
import type { OpenDocuments } from './openDocuments';
import type { Projects } from './projects';
import { ownProgress, requestedProgress, type ScanProgress, SILENT_PROGRESS } from './scanProgress';
import type { SearchRulesOf } from './searchRules';
import type { SettingsStore } from './settingsStore';
import type { SharedFiles } from './sharedFiles';
import type { WorkspaceRoots } from './workspaceRoots';
import { type ScannedFile, scanWorkspace } from './workspaceScan';

export interface ScansNeeds {
  readonly connection: Connection;
  readonly boundary: Boundary;
  readonly log: Log;
  readonly host: ServerHost;
  readonly roots: WorkspaceRoots;
  readonly open: OpenDocuments;
  readonly projects: Projects;
  readonly queue: AnalysisQueue;
  readonly settings: SettingsStore;
  readonly closedFiles: ClosedFiles;
  readonly keptFile: KeptResultsFile;
  readonly sharedFiles: SharedFiles;
  readonly searchRules: SearchRulesOf;
  readonly canShowProgress: boolean;
  /** Takes back a closed file that a complete scan no longer found. */
  drop(uri: string): void;
}

export interface Scans {
  /** The server's own scan, shown in the editor where it can show progress. */
  start(): void;
  /** A user's scan; resolves with what was done when `token` cancels it. */
  request(progress: ProgressToken | null, token: CancellationToken): Promise<AnalyzeWorkspaceResult>;
  /** Analyses the files below a folder that has just appeared. */
  folder(folderUri: string, rootUri: string): Promise<void>;
  /** Whether one is under way. */
  running(): boolean;
  stop(): void;
}

export function createScans(needs: ScansNeeds): Scans {
  const { connection, host, roots, open, projects, queue } = needs;
  let current: AbortController | null = null;

  const findFiles = async (folderUri: string, rootUri: string, signal: AbortSignal) => {
    const [language, rules] = await Promise.all([host.language, needs.searchRules(rootUri)]);
    return host.findFiles({ rootUri, folderUri, rules, accepts: (path) => language.accepts(path), signal });
  };
  const scanned = async (files: readonly FoundFile[], rootUri: string): Promise<ScannedFile[]> => {
    const settings = await needs.settings.known();
    return files.map((file) => ({
      ...file,
      async known() {
        const around = { rootUri, project: await projects.of(rootUri), settings };
        return needs.closedFiles.known(file, around, queue.last(file.uri)?.analysis ?? null);
      },
    }));
  };

  const scan = async (progress: ScanProgress, controller: AbortController) => {
    const found = new Set<string>();
    const find = async (rootUri: string, signal: AbortSignal) => {
      const files = await findFiles(rootUri, rootUri, signal);
      for (const { uri } of files) found.add(uri);
      return scanned(files, rootUri);
    };
    const started = performance.now();
    await needs.keptFile.loaded;
    const parts = { queue, findFiles: find, isOpen: open.has };
    const result = await scanWorkspace(parts, roots.all(), progress, controller.signal).finally(progress.end);
    if (!result.cancelled)
      for (const uri of queue.known()) if (!found.has(uri) && !open.has(uri)) needs.drop(uri);
    needs.log.info(summary(result, performance.now() - started));
    needs.boundary.run('Keeping results', needs.keptFile.save);
    return result;
  };
  /** Runs as the only scan: one that is under way stops. */
  const alone = async <T>(work: (controller: AbortController) => Promise<T>): Promise<T> => {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    needs.sharedFiles.begin();
    try {
      return await work(controller);
    } finally {
      needs.sharedFiles.end();
      if (current === controller) current = null;
    }
  };

  return {
    start: () =>
      needs.boundary.run('Scanning the workspace', () =>
        alone(async (controller) => {
          const own = needs.canShowProgress ? await ownProgress(connection) : null;
          own?.token.onCancellationRequested(() => controller.abort());
          await scan(own?.progress ?? SILENT_PROGRESS, controller);
        }),
      ),
    request: (progressToken, token) =>
      alone((controller) => {
        if (token.isCancellationRequested) controller.abort();
        token.onCancellationRequested(() => controller.abort());
        const progress =
          progressToken === null ? SILENT_PROGRESS : requestedProgress(connection, progressToken);
        return scan(progress, controller);
      }),
    async folder(folderUri, rootUri) {
      const { signal } = new AbortController();
      for (const { uri } of await findFiles(folderUri, rootUri, signal)) await queue.ensure(uri);
    },
    running: () => current !== null,
    stop: () => current?.abort(),
  };
}

function summary(result: AnalyzeWorkspaceResult, milliseconds: number): string {
  const { analyzed, files, objectives, findings, cancelled } = result;
  const done = cancelled ? `stopped after ${analyzed} of ${files} files` : `${files} files`;
  return `Workspace scan: ${done}, ${objectives} objectives, ${findings} findings, ${Math.round(milliseconds)} ms.`;
}

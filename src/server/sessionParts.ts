/** The parts of a session, as those who react to the editor's events need them. */
import type { AnalysisQueue } from './analysisQueue';
import type { Boundary } from './boundary';
import type { EmptyFiles } from './emptyFiles';
import type { ServerHost } from './host';
import type { OpenDocuments } from './openDocuments';
import type { Projects } from './projects';
import type { Publisher } from './publisher';
import type { Scans } from './scans';
import type { SearchRulesOf } from './searchRules';
import type { SettingsStore } from './settingsStore';
import type { SharedFiles } from './sharedFiles';
import type { WorkspaceRoots } from './workspaceRoots';

export interface SessionParts {
  readonly boundary: Boundary;
  readonly host: ServerHost;
  readonly open: OpenDocuments;
  readonly roots: WorkspaceRoots;
  readonly projects: Projects;
  readonly publisher: Publisher;
  readonly queue: AnalysisQueue;
  readonly scans: Scans;
  readonly settings: SettingsStore;
  readonly searchRules: SearchRulesOf;
  readonly sharedFiles: SharedFiles;
  readonly emptyFiles: EmptyFiles;
  /** Takes back all that was said about a document. */
  drop(uri: string): void;
}

/** Whether a scan would look at a path below a root, a folder's with a slash at its end. */
export const isSearched = async (
  { host, searchRules }: Pick<SessionParts, 'host' | 'searchRules'>,
  rootUri: string,
  path: string,
) => host.searches(rootUri, path, await searchRules(rootUri));

/** Closed files are analysed only when the user wants to see findings of the whole workspace. */
export const looksAtClosedFiles = ({ settings }: Pick<SessionParts, 'settings'>) =>
  settings.now().scope === 'workspace';

/** What each event of the editor sets going: which documents are analysed again, and which are taken back. */
import type { FileEvent } from 'vscode-languageserver';
import { TYPING_PAUSE } from './analyses';
import { applyFileChanges } from './fileChanges';
import type { DocumentEvents } from './openDocuments';
import { isSearched, looksAtClosedFiles, type SessionParts } from './sessionParts';
import type { ServerSettings } from './settings';

export interface Reactions extends DocumentEvents {
  settingsChanged(pushed: unknown): Promise<void>;
  rootsChanged(added: readonly string[], removed: readonly string[]): void;
  filesChanged(changes: readonly FileEvent[]): Promise<void>;
}

export function createReactions(parts: SessionParts): Reactions {
  const { roots, queue, projects } = parts;
  const ifProjectFile = (uri: string) => {
    const rootUri = projects.rootOfFile(uri);
    if (rootUri !== null)
      parts.boundary.run('Reading the project file', () => projectChanged(parts, rootUri));
  };
  const changed = (uri: string, pause: number) => {
    void queue.schedule(uri, pause);
    ifProjectFile(uri);
  };
  return {
    opened: (uri) => changed(uri, 0),
    edited: (uri) => changed(uri, TYPING_PAUSE),
    closed(uri) {
      ifProjectFile(uri);
      parts.boundary.run('Closing a document', () => closed(parts, uri));
    },
    settingsChanged: (pushed) => settingsChanged(parts, pushed),
    rootsChanged(added, removed) {
      roots.change(added, removed);
      analyzeEverything(parts);
    },
    filesChanged: (changes) => applyFileChanges(parts, changes, ifProjectFile),
  };
}

function analyzeEverything(parts: SessionParts): void {
  const { open, queue, scans, drop } = parts;
  for (const uri of open.all()) void queue.schedule(uri, 0);
  if (looksAtClosedFiles(parts)) {
    scans.start();
    return;
  }
  scans.stop();
  for (const uri of queue.known()) if (!open.has(uri)) drop(uri);
}

/** All that is known of the root may depend on its project file; unchanged objectives cost no computation again. */
async function projectChanged(parts: SessionParts, rootUri: string): Promise<void> {
  const { projects, open, queue, roots, scans } = parts;
  const before = await projects.of(rootUri);
  projects.changed(rootUri);
  const after = await projects.of(rootUri);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const inRoot = new Set(
    [...open.all(), ...queue.known()].filter((uri) => roots.placeOf(uri).rootUri === rootUri),
  );
  for (const uri of inRoot) void queue.schedule(uri, TYPING_PAUSE);
  // A scan that is under way has files in hand that it read with the project as it was.
  const findsOtherFiles = before.exclude.join('\n') !== after.exclude.join('\n') || scans.running();
  if (findsOtherFiles && looksAtClosedFiles(parts)) scans.start();
}

/** What was typed and not saved is gone: the file on the disk speaks again, if it is looked at. */
async function closed(parts: SessionParts, uri: string): Promise<void> {
  const { rootUri, path } = parts.roots.placeOf(uri);
  const isLookedAt =
    looksAtClosedFiles(parts) && rootUri !== null && (await isSearched(parts, rootUri, path));
  if (parts.open.has(uri)) return;
  if (isLookedAt) void parts.queue.schedule(uri, 0);
  else parts.drop(uri);
}

async function settingsChanged(parts: SessionParts, pushed: unknown): Promise<void> {
  const before = parts.settings.now();
  await parts.settings.load(pushed);
  const after = parts.settings.now();
  if (before.codeLens !== after.codeLens) parts.publisher.refreshLenses();
  if (withoutLens(before) !== withoutLens(after)) analyzeEverything(parts);
}

const withoutLens = ({ severity, scope, search, largestDataFile }: ServerSettings) =>
  JSON.stringify([severity, scope, search, largestDataFile]);

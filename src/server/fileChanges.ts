/** Files that appear, change or vanish on the disk: what was said about them follows. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { TYPING_PAUSE } from './analyses';
import { looksAtClosedFiles, type SessionParts } from './sessionParts';
import { canonicalUri, relativePath } from './uris';

/** Edits of the files that can hold objectives; and since editors report a folder as one event, whatever comes or goes. */
export function watchFiles(connection: Connection): Promise<unknown> {
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*.{py,yaml,yml,json}', kind: WatchKind.Change },
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** `ifProjectFile` is told each address, for it to see whether all the rest depends on it. */
export async function applyFileChanges(
  parts: SessionParts,
  changes: readonly FileEvent[],
  ifProjectFile: (uri: string) => void,
): Promise<void> {
  for (const change of changes) {
    const uri = canonicalUri(change.uri);
    ifProjectFile(uri);
    if (change.type === FileChangeType.Deleted) dropDeleted(parts, uri);
    else await readAgain(parts, uri, change.type);
  }
}

async function readAgain(parts: SessionParts, uri: string, type: FileChangeType): Promise<void> {
  const { host, open, projects, queue, roots, scans } = parts;
  if (open.has(uri) || !looksAtClosedFiles(parts)) return;
  const { rootUri, path } = roots.placeOf(uri);
  if (rootUri === null) return;
  const [language, { exclude }] = await Promise.all([host.language, projects.of(rootUri)]);
  if (!host.searches(path, exclude)) return;
  // Nobody waits for a closed file, so that its failure is only the queue's to report.
  if (language.accepts(path)) void queue.schedule(uri, TYPING_PAUSE);
  else if (type === FileChangeType.Created && (await host.isFolder(uri))) await scans.folder(uri, rootUri);
}

/** The file itself, or all files of a folder that was deleted; what is still open in the editor stays. */
function dropDeleted({ queue, open, drop }: SessionParts, uri: string): void {
  for (const known of queue.known())
    if ((known === uri || relativePath(uri, known) !== null) && !open.has(known)) drop(known);
}

/** Files that appear, change or vanish on the disk: what was said about them follows. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { TABLE_ENDINGS } from '../data/numberTable';
import { TYPING_PAUSE } from './analyses';
import { looksAtClosedFiles, type SessionParts } from './sessionParts';
import { canonicalUri, relativePath, uriBelow } from './uris';

/** Edits of the files that can hold objectives or their data; and since editors report a folder as one event, whatever comes or goes. */
export function watchFiles(connection: Connection): Promise<unknown> {
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      {
        globPattern: `**/*.{${['py', 'ipynb', 'yaml', 'yml', 'json', 'toml', ...TABLE_ENDINGS].join(',')}}`,
        kind: WatchKind.Change,
      },
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
    analyzeDependants(parts, uri);
    if (change.type === FileChangeType.Deleted) dropDeleted(parts, uri);
    else await readAgain(parts, uri, change.type);
  }
}

/** What was said about a document that names a data file holds no longer when the file, or a folder around it, changed. */
function analyzeDependants({ queue, roots }: SessionParts, changed: string): void {
  for (const uri of queue.known()) {
    const { rootUri } = roots.placeOf(uri);
    const files = queue.last(uri)?.analysis.dataFiles ?? [];
    const depends = (path: string) => {
      const file = uriBelow(rootUri ?? '', path);
      return file === changed || relativePath(changed, file) !== null;
    };
    if (rootUri !== null && files.some(depends)) void queue.schedule(uri, TYPING_PAUSE);
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

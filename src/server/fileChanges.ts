/** Files that appear, change or vanish on the disk: what was said about them follows. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { TABLE_ENDINGS } from '../data/formats/openTable';
import { IGNORE_FILE } from '../data/ignoreRules';
import { TYPING_PAUSE } from './analyses';
import { type ChangedFiles, changedFiles } from './changedFiles';
import { isSearched, looksAtClosedFiles, type SessionParts } from './sessionParts';
import { canonicalUri, fileName, relativePath, uriBelow } from './uris';

/** Edits of the files that can hold objectives or their data; and since editors report a folder as one event, whatever comes or goes. */
export function watchFiles(connection: Connection): Promise<unknown> {
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      {
        globPattern: `**/*.{${['py', 'ipynb', 'yaml', 'yml', 'json', 'toml', 'md', 'sh', ...TABLE_ENDINGS].join(',')}}`,
        kind: WatchKind.Change,
      },
      { globPattern: `**/${IGNORE_FILE}`, kind: WatchKind.Change },
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
  parts.sharedFiles.changed();
  analyzeDependants(parts, changedFiles(changes.map(({ uri }) => canonicalUri(uri))));
  for (const change of changes) {
    const uri = canonicalUri(change.uri);
    ifProjectFile(uri);
    if (change.type === FileChangeType.Deleted) dropDeleted(parts, uri);
    else await readAgain(parts, uri, change.type);
  }
  const rulesChanged = changes.some(({ uri }) => fileName(uri) === IGNORE_FILE);
  if (rulesChanged && parts.settings.now().search.ignoreFiles && looksAtClosedFiles(parts))
    parts.scans.start();
}

/** What was said about a document holds no longer when a file that it names changed, or a folder around it or in it. */
function analyzeDependants({ queue, roots, emptyFiles }: SessionParts, changed: ChangedFiles): void {
  for (const uri of queue.known()) {
    const { rootUri } = roots.placeOf(uri);
    const files = queue.last(uri)?.analysis.dataFiles ?? [];
    if (rootUri !== null && files.some((path) => changed.touch(uriBelow(rootUri, path))))
      void queue.schedule(uri, TYPING_PAUSE);
  }
  for (const uri of emptyFiles.take(changed)) void queue.schedule(uri, TYPING_PAUSE);
}

async function readAgain(parts: SessionParts, uri: string, type: FileChangeType): Promise<void> {
  const { host, open, queue, roots, scans } = parts;
  if (open.has(uri) || !looksAtClosedFiles(parts)) return;
  const { rootUri, path } = roots.placeOf(uri);
  if (rootUri === null) return;
  const language = await host.language;
  if (language.accepts(path)) {
    // Nobody waits for a closed file, so that its failure is only the queue's to report.
    if (await isSearched(parts, rootUri, path)) void queue.schedule(uri, TYPING_PAUSE);
  } else if (type === FileChangeType.Created && (await host.isFolder(uri))) {
    if (await isSearched(parts, rootUri, `${path}/`)) await scans.folder(uri, rootUri);
  }
}

/** The file itself, or all files of a folder that was deleted; what is still open in the editor stays. */
function dropDeleted({ queue, open, drop }: SessionParts, uri: string): void {
  for (const known of queue.known())
    if ((known === uri || relativePath(uri, known) !== null) && !open.has(known)) drop(known);
}

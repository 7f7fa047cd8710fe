/** The folders that are open, and where a document stands in them. */
import { canonicalUri, fileName, relativePath } from './uris';

export interface Place {
  /** Null for a document of no open folder: it has no project file. */
  readonly rootUri: string | null;
  /** Path below the root with forward slashes: what globs and file names are matched against. */
  readonly path: string;
}

export interface WorkspaceRoots {
  all(): readonly string[];
  change(added: readonly string[], removed: readonly string[]): void;
  /** `languageId` helps where a document has no file name yet. */
  placeOf(uri: string, languageId?: string): Place;
}

export function createWorkspaceRoots(uris: readonly string[]): WorkspaceRoots {
  let roots = uris.map(canonicalUri);
  return {
    all: () => roots,
    change(added, removed) {
      const gone = new Set(removed.map(canonicalUri));
      roots = [...new Set([...roots.filter((root) => !gone.has(root)), ...added.map(canonicalUri)])];
    },
    placeOf(uri, languageId) {
      // The innermost root holds the document when one open folder is inside another.
      const [inside] = roots
        .map((rootUri) => ({ rootUri, path: relativePath(rootUri, uri) }))
        .filter((place): place is { rootUri: string; path: string } => place.path !== null)
        .sort((a, b) => b.rootUri.length - a.rootUri.length);
      return inside ?? { rootUri: null, path: fileName(uri) + untitledExtension(uri, languageId) };
    },
  };
}

/** A script that was never saved has no extension by which it would be known as Python. */
const untitledExtension = (uri: string, languageId: string | undefined) =>
  languageId === 'python' && !uri.endsWith('.py') ? '.py' : '';

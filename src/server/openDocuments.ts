/** The documents that are open in the editor, by their canonical address; what happens to them is passed on. */
import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri } from './uris';

export interface DocumentEvents {
  opened(uri: string): void;
  edited(uri: string): void;
  closed(uri: string): void;
}

export interface OpenDocuments {
  has(uri: string): boolean;
  all(): string[];
  /** Copy of the present text that later edits leave as it is; null when closed. */
  snapshot(uri: string): TextDocument | null;
  /** The address as the editor writes it; null when closed. */
  editorUri(uri: string): string | null;
  /** Canonical address of the open document that holds a text of the editor, which may be a cell of a notebook. */
  holder(uri: string): string | null;
}

export function listenToDocuments(connection: Connection, events: () => DocumentEvents): OpenDocuments {
  const documents = new TextDocuments(TextDocument);
  const open = new Map<string, TextDocument>();
  documents.onDidChangeContent(({ document }) => {
    const uri = canonicalUri(document.uri);
    // Opening is reported as a change too: the first one of a document.
    const isNew = open.get(uri) !== document;
    open.set(uri, document);
    if (isNew) events().opened(uri);
    else events().edited(uri);
  });
  documents.onDidClose(({ document }) => {
    const uri = canonicalUri(document.uri);
    open.delete(uri);
    events().closed(uri);
  });
  documents.listen(connection);
  return {
    has: (uri) => open.has(uri),
    all: () => [...open.keys()],
    snapshot(uri) {
      const document = open.get(uri);
      return document
        ? TextDocument.create(uri, document.languageId, document.version, document.getText())
        : null;
    },
    editorUri: (uri) => open.get(uri)?.uri ?? null,
    holder: (uri) => (open.has(canonicalUri(uri)) ? canonicalUri(uri) : null),
  };
}

/** Documents of both kinds as one; an address is open as one of them at a time. */
export function joinOpen(one: OpenDocuments, other: OpenDocuments): OpenDocuments {
  return {
    has: (uri) => one.has(uri) || other.has(uri),
    all: () => [...one.all(), ...other.all()],
    snapshot: (uri) => one.snapshot(uri) ?? other.snapshot(uri),
    editorUri: (uri) => one.editorUri(uri) ?? other.editorUri(uri),
    holder: (uri) => one.holder(uri) ?? other.holder(uri),
  };
}

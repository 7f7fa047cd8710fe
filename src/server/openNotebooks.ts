/** The notebooks that are open in the editor: each is one document here, whatever its cells are called. */
import { type Connection, type NotebookDocument, NotebookDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createNotebookSnapshot } from './notebookSnapshot';
import type { DocumentEvents, OpenDocuments } from './openDocuments';
import { canonicalUri } from './uris';

/** What the server wants to be told: the Python cells of Jupyter's notebooks. */
export const NOTEBOOK_SYNC = {
  notebookSelector: [{ notebook: 'jupyter-notebook', cells: [{ language: 'python' }] }],
};

export function listenToNotebooks(connection: Connection, events: () => DocumentEvents): OpenDocuments {
  const notebooks = new NotebookDocuments(TextDocument);
  const open = new Map<string, NotebookDocument>();
  notebooks.onDidOpen((notebook) => {
    const uri = canonicalUri(notebook.uri);
    open.set(uri, notebook);
    events().opened(uri);
  });
  notebooks.onDidChange(({ notebookDocument, cells }) => {
    // What a run writes into outputs and metadata changes nothing that is read.
    if (cells) events().edited(canonicalUri(notebookDocument.uri));
  });
  notebooks.onDidClose((notebook) => {
    const uri = canonicalUri(notebook.uri);
    open.delete(uri);
    events().closed(uri);
  });
  notebooks.listen(connection);
  return {
    has: (uri) => open.has(uri),
    all: () => [...open.keys()],
    snapshot(uri) {
      const notebook = open.get(uri);
      if (!notebook) return null;
      const cells = notebook.cells.flatMap((cell) => notebooks.getCellTextDocument(cell) ?? []);
      return createNotebookSnapshot(uri, notebook.version, cells);
    },
    editorUri: (uri) => open.get(uri)?.uri ?? null,
    holder(uri) {
      const notebook = notebooks.findNotebookDocumentForCell(uri);
      return notebook ? canonicalUri(notebook.uri) : null;
    },
  };
}

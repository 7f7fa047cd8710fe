/** The text of an open notebook: its Python cells one after another, with the editor's document for each of them. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../objective/definition';

export interface CellPlace {
  /** Address of the cell's document, as the editor writes it. */
  readonly uri: string;
  readonly version: number;
  /** Where the cell stands in the notebook's text, which it begins on a line of its own. */
  readonly span: Span;
  readonly firstLine: number;
}

export interface NotebookSnapshot extends TextDocument {
  readonly cells: readonly CellPlace[];
}

export const isNotebook = (snapshot: TextDocument): snapshot is NotebookSnapshot => 'cells' in snapshot;

/** `uri` and `version` are the notebook's. */
export function createNotebookSnapshot(
  uri: string,
  version: number,
  documents: readonly TextDocument[],
): NotebookSnapshot {
  const cells: CellPlace[] = [];
  let text = '';
  let firstLine = 0;
  for (const document of documents) {
    const start = text.length;
    text += document.getText();
    cells.push({
      uri: document.uri,
      version: document.version,
      span: { start, end: text.length },
      firstLine,
    });
    text += '\n';
    firstLine += document.lineCount;
  }
  return Object.assign(TextDocument.create(uri, 'python', version, text), { cells });
}

/** The cell that holds an offset; offsets behind the last one, of a last good analysis for instance, belong to it. */
export function cellAt({ cells }: NotebookSnapshot, offset: number): CellPlace | undefined {
  return cells.find(({ span }) => offset <= span.end) ?? cells.at(-1);
}

/** Offsets of an analysed text as an editor's lines and characters, and back. */
import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../objective/definition';
import type { Range } from '../protocol/objectives';
import { cellAt, isNotebook } from './notebookSnapshot';

/**
 * Offsets beyond the text's end, of a last good analysis for instance, become its end. In a notebook lines count from
 * the top of the span's cell, as the editor counts them.
 */
export function rangeOf(span: Span, snapshot: TextDocument): Range {
  const first = isNotebook(snapshot) ? (cellAt(snapshot, span.start)?.firstLine ?? 0) : 0;
  const position = (offset: number): Position => {
    const { line, character } = snapshot.positionAt(offset);
    return { line: line - first, character };
  };
  return { start: position(span.start), end: position(span.end) };
}

/** The editor's document in which an offset stands: a cell's, or the analysed one. */
export function documentAt(offset: number, snapshot: TextDocument): string {
  return isNotebook(snapshot) ? (cellAt(snapshot, offset)?.uri ?? snapshot.uri) : snapshot.uri;
}

/** The offset of a position in a document of the editor; null when the snapshot knows no such cell. */
export function offsetOf(position: Position, documentUri: string, snapshot: TextDocument): number | null {
  if (!isNotebook(snapshot)) return snapshot.offsetAt(position);
  const cell = snapshot.cells.find(({ uri }) => uri === documentUri);
  if (!cell) return null;
  return Math.min(cell.span.end, snapshot.offsetAt({ ...position, line: cell.firstLine + position.line }));
}

/** Whether an offset stands in a document of the editor. */
export const isIn = (documentUri: string, offset: number, snapshot: TextDocument) =>
  !isNotebook(snapshot) || documentAt(offset, snapshot) === documentUri;

/** Offsets of an analysed text as an editor's lines and characters. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../objective/definition';
import type { Range } from '../protocol/objectives';

/** Offsets beyond the text's end, of a last good analysis for instance, become its end. */
export const rangeOf = (span: Span, snapshot: TextDocument): Range => ({
  start: snapshot.positionAt(span.start),
  end: snapshot.positionAt(span.end),
});

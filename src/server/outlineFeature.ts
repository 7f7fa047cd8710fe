/** The objectives of a document as the editor's outline shows them. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentSymbols, type OutlineSymbol } from '../language/features/symbols';
import type { AnalyzedDocument } from './analysisQueue';
import { isIn, rangeOf } from './ranges';

/** `documentUri` is the editor's document that asks: a notebook has one for each cell. */
export function symbolsOf({ analysis, snapshot }: AnalyzedDocument, documentUri: string): DocumentSymbol[] {
  return documentSymbols(analysis)
    .filter(({ span }) => isIn(documentUri, span.start, snapshot))
    .map((symbol) => toSymbol(symbol, snapshot));
}

const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  objective: SymbolKind.Object,
  value: SymbolKind.Property,
};

function toSymbol(
  { name, detail, kind, span, selection, children }: OutlineSymbol,
  snapshot: TextDocument,
): DocumentSymbol {
  return {
    // Editors refuse symbols without a name.
    name: name.trim() === '' ? '(no name)' : name,
    detail,
    kind: KINDS[kind],
    range: rangeOf(span, snapshot),
    selectionRange: rangeOf(selection, snapshot),
    children: children.map((child) => toSymbol(child, snapshot)),
  };
}

/** Parses Python with tree-sitter, anew only where a known text changed; nothing of tree-sitter leaves this folder. */
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { withoutCommentRuns } from './commentRuns';
import type { PythonFile } from './file';
import { readOutline } from './outline';
import { OutlineNodes } from './outlineNodes';
import { PieceParser, SourceText } from './sourceText';
import { difference } from './treeEdit';

export interface PythonParser {
  /**
   * What a text of this uri says. Intact parts of a text with syntax errors are read as if nothing were wrong
   * elsewhere.
   */
  parse(uri: string, text: string): PythonFile;
  /** A text that nobody edits: what it says is kept by its content. */
  parseClosed(text: string): PythonFile;
  /** Frees the parse tree of a document. */
  forget(uri: string): void;
}

/** Trees of documents that are not open, from a scan of the workspace, are dropped beyond this number. */
const MOST_TREES = 32;
/** Closed texts whose outlines are kept. */
const MOST_CLOSED = 200;

/** Loads the runtime and the grammar from bytes that the host has read, on Node and in browsers alike. */
export async function loadPythonParser(wasm: {
  runtime: Uint8Array;
  grammar: Uint8Array;
}): Promise<PythonParser> {
  // Without locateFile the runtime would look for itself beside the bundle's (unknown) address.
  await Parser.init({ wasmBinary: wasm.runtime, locateFile: (file: string) => file });
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm.grammar));
  const trees = new Map<string, { text: string; tree: Tree; nodes: OutlineNodes; file: PythonFile }>();
  const closed = new Map<string, PythonFile>();

  function parseTree(text: string, known: Tree | null): Tree {
    const tree = parser.parse(withoutCommentRuns(text), known);
    if (!tree) throw new Error('The Python parser gave up although nothing cancelled it.');
    return tree;
  }

  const pieces = new PieceParser((piece) => parseTree(piece, null));
  const outline = (text: string, tree: Tree, nodes: OutlineNodes) =>
    readOutline(tree, new SourceText(text, pieces), nodes);

  function forget(uri: string): void {
    trees.get(uri)?.tree.delete();
    trees.delete(uri);
  }

  function parse(uri: string, text: string): PythonFile {
    const known = trees.get(uri);
    if (known?.text === text) return known.file;
    known?.tree.edit(difference(known.text, text));
    const tree = parseTree(text, known?.tree ?? null);
    forget(uri);
    const nodes = known?.nodes ?? new OutlineNodes();
    const file = outline(text, tree, nodes);
    trees.set(uri, { text, tree, nodes, file });
    for (const oldest of trees.keys()) if (trees.size > MOST_TREES) forget(oldest);
    return file;
  }

  function parseClosed(text: string): PythonFile {
    const known = closed.get(text);
    if (known) return known;
    const tree = parseTree(text, null);
    const file = outline(text, tree, new OutlineNodes());
    tree.delete();
    closed.set(text, file);
    for (const oldest of closed.keys()) if (closed.size > MOST_CLOSED) closed.delete(oldest);
    return file;
  }

  return { parse, parseClosed, forget };
}

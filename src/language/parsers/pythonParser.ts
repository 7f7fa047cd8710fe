/** Parses Python with tree-sitter, anew only where a known text changed; nothing of tree-sitter leaves this folder. */
import { Edit, Language, Parser, type Point, type Tree } from 'web-tree-sitter';
import type { PythonFile } from './pythonFile';
import { readSyntax } from './pythonSyntax';

export interface PythonParser {
  /**
   * What losses are read from, in a text of this uri; `names` are the last words of the callees that matter.
   * Intact parts of a text with syntax errors are read as if nothing were wrong elsewhere.
   */
  parse(uri: string, text: string, names: ReadonlySet<string>): PythonFile;
  /** Frees the parse tree of a document. */
  forget(uri: string): void;
}

/** Trees of documents that are not open, from a scan of the workspace, are dropped beyond this number. */
const MOST_TREES = 32;

/** Loads the runtime and the grammar from bytes that the host has read, on Node and in browsers alike. */
export async function loadPythonParser(wasm: {
  runtime: Uint8Array;
  grammar: Uint8Array;
}): Promise<PythonParser> {
  // Without locateFile the runtime would look for itself beside the bundle's (unknown) address.
  await Parser.init({ wasmBinary: wasm.runtime, locateFile: (file: string) => file });
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm.grammar));
  const trees = new Map<string, { text: string; tree: Tree }>();

  function forget(uri: string): void {
    trees.get(uri)?.tree.delete();
    trees.delete(uri);
  }

  function parse(uri: string, text: string, names: ReadonlySet<string>): PythonFile {
    const known = trees.get(uri);
    if (known && known.text !== text) known.tree.edit(difference(known.text, text));
    const tree = parser.parse(text, known?.tree ?? null);
    forget(uri);
    if (!tree) throw new Error('The Python parser gave up although nothing cancelled it.');
    trees.set(uri, { text, tree });
    for (const oldest of trees.keys()) if (trees.size > MOST_TREES) forget(oldest);
    return readSyntax(tree, names);
  }

  return { parse, forget };
}

/** The one stretch of text that differs: all between the common beginning and the common end. */
function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  const oldEndIndex = before.length - tail;
  const newEndIndex = after.length - tail;
  return new Edit({
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, oldEndIndex),
    newEndPosition: pointAt(after, newEndIndex),
  });
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}

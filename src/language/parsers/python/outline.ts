/** Walks the statements and calls of a Python syntax tree in one pass, and reads the values they hold only when asked. */
import type { Tree } from 'web-tree-sitter';
import { CallTable } from './callTable';
import { Definitions } from './definitions';
import type { PythonFile } from './file';
import type { OutlineNode, OutlineNodes } from './outlineNodes';
import { passedNames } from './passedNames';
import { type Place, ScopeBuilder } from './scopeBuilder';
import type { SourceText } from './sourceText';
import { STATEMENTS } from './statements';
import { strandedNames } from './strandedNames';

/** Node types that open a scope. */
const SCOPES: Readonly<Record<string, 'class' | 'function' | undefined>> = {
  function_definition: 'function',
  class_definition: 'class',
  lambda: 'function',
  list_comprehension: 'function',
  set_comprehension: 'function',
  dictionary_comprehension: 'function',
  generator_expression: 'function',
};
/** Statements whose parts run under a condition, or more than once. */
const CONDITIONS = new Set([
  'if_statement',
  'for_statement',
  'while_statement',
  'try_statement',
  'match_statement',
]);
const OTHERS = ['return_statement', 'decorator', 'call', 'tuple'];
const TYPES = [...new Set([...Object.keys(SCOPES), ...CONDITIONS, ...Object.keys(STATEMENTS), ...OTHERS])];

/** `nodes` are those of the same document, which it had when it was read before. */
export function readOutline(tree: Tree, source: SourceText, nodes: OutlineNodes): PythonFile {
  const walk = new OutlineWalk(source, tree.rootNode.hasError);
  for (const node of nodes.read(tree.rootNode, source.text, TYPES)) walk.enter(node);
  return walk.finish(tree);
}

/** A node that the walk is inside of. */
interface Frame {
  readonly end: number;
  readonly scope: number;
  readonly conditional: boolean;
  readonly assignment: Place | null;
}

class OutlineWalk {
  private readonly builder: ScopeBuilder;
  private readonly calls: CallTable;
  private readonly definitions: Definitions;
  private readonly frames: Frame[];

  constructor(
    private readonly source: SourceText,
    private readonly hasErrors: boolean,
  ) {
    this.builder = new ScopeBuilder(source);
    this.calls = new CallTable(source);
    this.definitions = new Definitions(source);
    const end = source.text.length + 1;
    this.builder.open('module', null, { start: 0, end });
    this.frames = [{ end, scope: 0, conditional: false, assignment: null }];
  }

  enter(node: OutlineNode): void {
    const { start, end, type } = node;
    while (this.frames.length > 1 && this.frames[this.frames.length - 1].end <= start) this.frames.pop();
    const frame = this.frames[this.frames.length - 1];
    const place = { start, end, scope: frame.scope, conditional: frame.conditional };
    STATEMENTS[type]?.({ source: this.source, builder: this.builder, place });
    const opens = SCOPES[type];
    if (opens) this.openScope(node, opens, place, frame);
    else if (CONDITIONS.has(type))
      this.frames.push({ ...frame, end, conditional: frame.conditional || !this.isMain(place) });
    else if (type === 'assignment') this.frames.push({ ...frame, end, assignment: place });
    else this.keep(node, type, place, frame);
  }

  finish(tree: Tree): PythonFile {
    const { builder, source } = this;
    return {
      text: source.text,
      scopes: builder.scopes,
      starImports: builder.starImports,
      partAssignments: (name) => builder.partAssignments.get(name) ?? [],
      passedNames: passedNames(tree, source.text, builder.scopes),
      stranded: this.hasErrors ? strandedNames(tree) : [],
      ...this.calls.finish(),
    };
  }

  private keep(node: OutlineNode, type: string, place: Place, { assignment }: Frame): void {
    if (type === 'call') this.calls.add({ ...place, assignment, whole: !node.hasError });
    else if (type === 'tuple') this.calls.addTuple(place);
    else if (type === 'return_statement') this.definitions.addReturn(place);
    else if (type === 'decorator') this.definitions.addDecorator(place);
  }

  private openScope(node: OutlineNode, kind: 'class' | 'function', place: Place, frame: Frame): void {
    const body = this.builder.scopes.length;
    const span = { start: place.start, end: place.end };
    const { name } = node;
    const definition =
      name && kind === 'function' ? this.definitions.functionAt(node.list, name, body, place) : undefined;
    if (name && definition) this.builder.bind(name, { kind: 'function', definition }, place);
    else if (name) {
      const found = this.definitions.classAt(node.list, name, body, place);
      this.builder.bind(name, { kind: 'class', definition: found }, place);
    }
    this.builder.open(kind, place.scope, span, definition);
    this.frames.push({ ...frame, end: place.end, scope: body, conditional: false });
  }

  /** What stands under `if __name__ == "__main__":` is the program itself. */
  private isMain(place: Place): boolean {
    return /^if\s+__name__\s*==/.test(this.source.text.slice(place.start, place.start + 40));
  }
}

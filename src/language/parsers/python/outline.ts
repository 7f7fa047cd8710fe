/** Walks the statements and calls of a Python syntax tree in one pass, and reads the values they hold only when asked. */
import type { Node, Tree } from 'web-tree-sitter';
import type { Span } from '../../../objective/definition';
import { boundNames } from './assignments';
import { type CallSite, CallTable } from './callTable';
import type { Lazy, PythonClass, PythonFile, PythonFunction } from './file';
import { passedNames } from './passedNames';
import { type Place, ScopeBuilder } from './scopeBuilder';
import { readBases, readSignature } from './signatures';
import { lazily, type SourceText } from './sourceText';
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

type Reader = (walk: OutlineWalk, node: Node, place: Place) => void;

/** What each type of node binds, or holds. */
const READERS: Readonly<Record<string, Reader | undefined>> = {
  assignment: (walk, _, place) => walk.builder.assign(place),
  augmented_assignment: (walk, _, place) => walk.augment(place),
  named_expression: (walk, _, place) => walk.bindWalrus(place),
  for_statement: (walk, _, place) => walk.bindLoop(place),
  for_in_clause: (walk, _, place) => walk.bindLoop(place),
  as_pattern: (walk, _, place) => walk.bindAlias(place),
  case_pattern: (walk, _, place) => walk.builder.bindUnknown(walk.source.slice(place), place, place.start),
  delete_statement: (walk, _, place) => walk.bindWords(place, 'del'),
  global_statement: (walk, _, place) => walk.declare(place, 'globals'),
  nonlocal_statement: (walk, _, place) => walk.declare(place, 'nonlocals'),
  import_statement: (walk, _, place) => walk.builder.importNames(place),
  import_from_statement: (walk, _, place) => walk.builder.importNames(place),
  return_statement: (walk, _, place) => walk.addReturn(place),
  decorator: (walk, _, place) => walk.addDecorator(place),
  call: (walk, node, place) => walk.addCall(node, place),
  tuple: (walk, _, place) => walk.calls.addTuple(place),
};

const TYPES = [...new Set([...Object.keys(SCOPES), ...CONDITIONS, ...Object.keys(READERS)])];

export function readOutline(tree: Tree, source: SourceText): PythonFile {
  const walk = new OutlineWalk(source, tree.rootNode.hasError);
  for (const node of tree.rootNode.descendantsOfType(TYPES)) if (node) walk.enter(node);
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
  readonly builder: ScopeBuilder;
  readonly calls: CallTable;
  private readonly frames: Frame[];
  private readonly returns = new Map<
    number,
    Lazy<PythonFunction['returns'] extends Lazy<readonly (infer V)[]> ? V : never>[]
  >();
  private decorators: Span[] = [];

  constructor(
    readonly source: SourceText,
    private readonly hasErrors: boolean,
  ) {
    this.builder = new ScopeBuilder(source);
    this.calls = new CallTable(source);
    const end = source.text.length + 1;
    this.builder.open('module', null, { start: 0, end });
    this.frames = [{ end, scope: 0, conditional: false, assignment: null }];
  }

  enter(node: Node): void {
    const { startIndex: start, endIndex: end, type } = node;
    while (this.frames.length > 1 && this.frames[this.frames.length - 1].end <= start) this.frames.pop();
    const frame = this.frames[this.frames.length - 1];
    const place = { start, end, scope: frame.scope, conditional: frame.conditional };
    READERS[type]?.(this, node, place);
    const opens = SCOPES[type];
    if (opens) this.openScope(node, opens, place);
    else if (CONDITIONS.has(type))
      this.frames.push({ ...frame, end, conditional: frame.conditional || !this.isMain(place) });
    else if (type === 'assignment') this.frames.push({ ...frame, end, assignment: place });
  }

  finish(tree: Tree): PythonFile {
    const { builder, source, calls } = this;
    const passed = passedNames(tree, source.text, builder.scopes);
    const stranded = this.hasErrors ? strandedNames(tree) : [];
    return {
      text: source.text,
      scopes: builder.scopes,
      starImports: builder.starImports,
      partAssignments: (name) => builder.partAssignments.get(name) ?? [],
      passedNames: passed,
      stranded,
      ...calls.finish(),
    };
  }

  addCall(node: Node, place: Place): void {
    const { assignment } = this.frames[this.frames.length - 1];
    const site: CallSite = { ...place, assignment, whole: !(this.hasErrors && node.hasError) };
    this.calls.add(site);
  }

  augment(place: Place): void {
    const statement = this.source.slice(place);
    const head = /^([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\s*[^\s\w]/u.exec(statement);
    const path = head ? head[1].split('.') : [];
    if (path.length === 1) this.builder.bind(path[0], { kind: 'other' }, place);
    else if (path.length > 1) this.builder.assignPart(path, null, place);
  }

  /** `(T := 0.2)`. */
  bindWalrus(place: Place): void {
    const head = /^([\p{L}_][\p{L}\p{N}_]*)\s*:=\s*/u.exec(this.source.slice(place));
    if (head) this.builder.bindValue(head[1], { start: place.start + head[0].length, end: place.end }, place);
  }

  bindLoop(place: Place): void {
    const head = /^(\s*(?:async\s+)?for\b)([\s\S]*?)\bin\b/.exec(
      this.source.slice({ ...place, end: Math.min(place.end, place.start + 500) }),
    );
    if (head)
      this.builder.bindUnknown(head[2], { ...place, conditional: true }, place.start + head[1].length);
  }

  /** `with open(path) as f`: f is what the call gives; of `except E as e` and others nothing is known. */
  bindAlias(place: Place): void {
    const text = this.source.slice(place);
    const alias = /\bas\s+([\s\S]+)$/.exec(text);
    if (!alias) return;
    const names = boundNames(alias[1]);
    const offset = place.start + alias.index + alias[0].length - alias[1].length;
    const span = { start: place.start, end: place.start + text.slice(0, alias.index).trimEnd().length };
    if (
      names.length === 1 &&
      text.trimEnd().endsWith(')') === false &&
      /\)\s*$/.test(this.source.slice(span))
    )
      this.builder.bindValue(names[0].name, span, { ...place, start: offset });
    else this.builder.bindUnknown(alias[1], place, offset);
  }

  bindWords(place: Place, keyword: string): void {
    const text = this.source.slice(place);
    this.builder.bindUnknown(text.slice(keyword.length), place, place.start + keyword.length);
  }

  declare(place: Place, kind: 'globals' | 'nonlocals'): void {
    const words = this.source
      .slice(place)
      .split(/[\s,]+/)
      .slice(1);
    for (const name of words) this.builder.scopes[place.scope][kind].add(name);
  }

  addReturn(place: Place): void {
    const text = this.source.slice(place);
    const start = place.start + (/^return\s*/.exec(text)?.[0].length ?? 0);
    if (start >= place.end) return;
    const known = this.returns.get(place.scope) ?? [];
    known.push(lazily(() => this.source.expression({ start, end: place.end })));
    this.returns.set(place.scope, known);
  }

  addDecorator({ start, end }: Place): void {
    this.decorators.push({ start: start + 1, end });
  }

  private openScope(node: Node, kind: 'class' | 'function', place: Place): void {
    const frame = this.frames[this.frames.length - 1];
    const span = { start: place.start, end: place.end };
    const body = this.builder.scopes.length;
    const isDefinition = node.type === 'function_definition' || node.type === 'class_definition';
    const name = isDefinition ? node.childForFieldName('name')?.text : undefined;
    const decorators = isDefinition ? this.takeDecorators() : lazily(() => []);
    let definition: PythonFunction | undefined;
    if (name && kind === 'function') {
      definition = this.functionOf(node, name, body, { ...place, ...span }, decorators);
      this.builder.bind(name, { kind: 'function', definition }, place);
    } else if (name)
      this.builder.bind(
        name,
        { kind: 'class', definition: this.classOf(node, name, body, place, decorators) },
        place,
      );
    this.builder.open(kind, place.scope, span, definition);
    this.frames.push({ ...frame, end: place.end, scope: body, conditional: false });
  }

  private functionOf(
    node: Node,
    name: string,
    body: number,
    { scope, start, end }: Place,
    decorators: PythonFunction['decorators'],
  ): PythonFunction {
    const list = node.childForFieldName('parameters');
    const [from, to] = list ? [list.startIndex, list.endIndex] : [start, start];
    return {
      name,
      scope,
      body,
      span: { start, end },
      signature: lazily(() => readSignature(this.source, from, to)),
      returns: lazily(() => (this.returns.get(body) ?? []).map((read) => read())),
      decorators,
    };
  }

  private classOf(
    node: Node,
    name: string,
    body: number,
    { scope, start, end }: Place,
    decorators: PythonClass['decorators'],
  ): PythonClass {
    const list = node.childForFieldName('superclasses');
    const [from, to] = list ? [list.startIndex, list.endIndex] : [start, start];
    const bases = lazily(() => (to > from ? readBases(this.source, from, to) : []));
    return { name, scope, body, span: { start, end }, bases, decorators };
  }

  private takeDecorators(): PythonFunction['decorators'] {
    const spans = this.decorators;
    this.decorators = [];
    return lazily(() => spans.map((span) => this.source.expression(span)));
  }

  /** What stands under `if __name__ == "__main__":` is the program itself. */
  private isMain(place: Place): boolean {
    return /^if\s+__name__\s*==/.test(this.source.text.slice(place.start, place.start + 40));
  }
}

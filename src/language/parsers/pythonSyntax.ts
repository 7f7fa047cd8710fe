/** Walks a Python syntax tree once, without recursion, and keeps what losses are read from. */
import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import type { Span } from '../../objective/definition';
import { BINDERS, targetName } from './pythonBindings';
import { dottedPath, toValueNode } from './pythonExpressions';
import type { CallNode, PythonCall, PythonFile } from './pythonFile';
import { ScopeTable } from './pythonScopes';

/** `names` are the last words of the callees that matter; renaming imports and assignments add to them. */
export function readSyntax(tree: Tree, names: ReadonlySet<string>): PythonFile {
  const walk = new SyntaxWalk(names);
  const cursor = tree.walk();
  walk.run(cursor);
  cursor.delete();
  return walk.finish();
}

const OPENS_SCOPE: Readonly<Record<string, 'class' | 'function'>> = {
  function_definition: 'function',
  lambda: 'function',
  class_definition: 'class',
  list_comprehension: 'function',
  set_comprehension: 'function',
  dictionary_comprehension: 'function',
  generator_expression: 'function',
};

/** The field through which each node passes an assignment's name to a call: `x = (f(…).cuda() if a else b)`. */
const PASSES_NAME: Readonly<Record<string, string | null>> = {
  assignment: 'right',
  attribute: 'object',
  call: 'function',
  parenthesized_expression: null,
  conditional_expression: null,
};

/** A node that the walk is inside of. */
interface Frame {
  readonly type: string;
  /** The variable or attribute that the node's value is assigned to. */
  readonly target: string | null;
  readonly opensScope: boolean;
}

interface CallSite {
  readonly node: Node;
  readonly scope: number;
  readonly target: string | null;
}

class SyntaxWalk {
  private readonly table = new ScopeTable();
  private readonly sites: CallSite[] = [];
  private readonly inErrors: { readonly name: string; readonly span: Span }[] = [];
  private readonly around: Frame[] = [];

  constructor(private readonly names: ReadonlySet<string>) {}

  run(cursor: TreeCursor): void {
    for (;;) {
      this.enter(cursor);
      if (cursor.gotoFirstChild()) continue;
      this.leave();
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return;
        this.leave();
      }
    }
  }

  finish(): PythonFile {
    const names = this.table.withOtherNames(this.names);
    const calls = this.sites.flatMap((site) => readCall(site, names) ?? []);
    const stranded = this.inErrors.filter(({ name }) => names.has(name)).map(({ span }) => span);
    return { scopes: this.table.scopes, calls, starImports: this.table.starImports, stranded };
  }

  private enter(cursor: TreeCursor): void {
    const type = cursor.nodeType;
    const target = type === 'assignment' ? targetName(cursor.currentNode) : this.passedTarget(cursor);
    if (type === 'call') this.sites.push({ node: cursor.currentNode, scope: this.table.current, target });
    if (type === 'identifier') this.recordStranded(cursor);
    if (cursor.nodeIsNamed) BINDERS[type]?.(cursor.currentNode, this.table);
    const opens = cursor.nodeIsNamed ? OPENS_SCOPE[type] : undefined;
    if (opens) this.table.open(opens);
    this.around.push({ type, target, opensScope: opens !== undefined });
  }

  private leave(): void {
    if (this.around.pop()?.opensScope) this.table.close();
  }

  private passedTarget(cursor: TreeCursor): string | null {
    const parent = this.around.at(-1);
    if (!parent?.target || !(parent.type in PASSES_NAME)) return null;
    const field = PASSES_NAME[parent.type];
    return field === null || cursor.currentFieldName === field ? parent.target : null;
  }

  /** A name directly in an error, or a dotted one that is, belongs to nothing that was parsed. */
  private recordStranded(cursor: TreeCursor): void {
    const parent = this.around.at(-1)?.type;
    const inError = parent === 'ERROR' || (parent === 'attribute' && this.around.at(-2)?.type === 'ERROR');
    if (!inError) return;
    const { text, startIndex, endIndex } = cursor.currentNode;
    this.inErrors.push({ name: text, span: { start: startIndex, end: endIndex } });
  }
}

/** The call at a site, when its callee ends with one of the names. */
function readCall({ node, scope, target }: CallSite, names: ReadonlySet<string>): PythonCall | null {
  const callee = node.childForFieldName('function');
  const path = callee && dottedPath(callee);
  if (!callee || !path || !names.has(path[path.length - 1])) return null;
  const whole = !node.hasError;
  const value = toValueNode(node);
  if (value.kind === 'call') return { call: value, scope, target, whole };
  // Arguments that cannot be told apart: a generator, or a list of hundreds.
  const call: CallNode = {
    kind: 'call',
    callee: path,
    arguments: [{ name: null, nameSpan: null, value, unpacks: 'list' }],
    span: value.span,
    calleeSpan: { start: callee.startIndex, end: callee.endIndex },
  };
  return { call, scope, target, whole };
}

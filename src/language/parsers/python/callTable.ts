/** The calls of a Python text by the last name of what they call; each is parsed on its own when it is asked for. */
import type { Node } from 'web-tree-sitter';
import { dottedPath } from './expressions';
import type { CallNode, PythonCall, PythonFile } from './file';
import { append, type Place } from './scopeBuilder';
import { lazily, type SourceText } from './sourceText';

export interface CallSite extends Place {
  /** The assignment around it. */
  readonly assignment: Place | null;
  /** False when it holds a syntax error. */
  readonly whole: boolean;
}

const CALLEE = /((?:[\p{L}_][\p{L}\p{N}_]*\s*\.\s*)*)([\p{L}_][\p{L}\p{N}_]*)\s*\(/uy;
/** `LOSSES[name](…)`, `globals()[name](…)`, `{…}[name](…)`, `getattr(losses, name)(…)`, `LOSSES.get(name)(…)`. */
const INDEXED =
  /(?:[\p{L}_][\p{L}\p{N}_.]*(?:\(\s*\))?\s*\[|\{|getattr\s*\(|[\p{L}_][\p{L}\p{N}_.]*\.get\s*\()/uy;
const SUPER = /super\s*\([^()]*\)\s*\.\s*__init__\s*\(/y;
const PAIR = /\(\s*[\p{L}_][\p{L}\p{N}_.]*\s*,\s*(?:\{|dict\s*\()/uy;
/** Behind a call: the brackets of another one, or a method's name before them. */
const METHOD = /\s*(?:\.\s*(\w+)\s*)?\(/y;
/** The start of a call that may hold no more than this before its arguments. */
const LONGEST_CALLEE = 200;

export class CallTable {
  private readonly sites: CallSite[] = [];
  private readonly tuples: Place[] = [];

  constructor(private readonly source: SourceText) {}

  add(site: CallSite): void {
    this.sites.push(site);
  }

  addTuple(place: Place): void {
    if (matches(PAIR, this.source.text, place.start)) this.tuples.push(place);
  }

  finish(): Pick<PythonFile, 'callsNamed' | 'calledNames' | 'indexedCalls' | 'pairs'> {
    const byName = new Map<string, PythonCall[]>();
    const indexedCalls: PythonCall[] = [];
    for (const [i, site] of this.sites.entries()) {
      // Of `SupConLoss(0.1).cuda()` the inner call begins where the outer one does, and follows it.
      if (this.sites[i + 1]?.start === site.start) {
        if (matches(SUPER, this.source.text, site.start)) append(byName, '__init__', this.callAt(site));
        else this.addIndexed(site, indexedCalls);
        continue;
      }
      CALLEE.lastIndex = site.start;
      const name = CALLEE.exec(this.source.text)?.[2];
      const isChained = this.sites[i - 1]?.start === site.start;
      const applied = isChained ? { applied: lazily(() => this.appliedTo(i)) } : {};
      if (name === undefined) this.addIndexed(site, indexedCalls);
      else append(byName, name, { ...this.callAt(site), ...applied });
    }
    return {
      callsNamed: (name) => byName.get(name) ?? [],
      calledNames: [...byName.keys()],
      indexedCalls,
      pairs: this.tuples.map((place) => this.pairAt(place)),
    };
  }

  private addIndexed(site: CallSite, calls: PythonCall[]): void {
    if (matches(INDEXED, this.source.text, site.start)) calls.push(this.callAt(site));
  }

  private callAt(site: CallSite): PythonCall {
    const { start, end, scope, whole, assignment } = site;
    return {
      scope,
      whole,
      span: { start, end },
      call: lazily(() => this.readCall(site)),
      target: lazily(() => (assignment ? this.targetOf(site, assignment) : null)),
    };
  }

  /** The calls around the innermost one stand before it, the outermost first. */
  private appliedTo(innermost: number): CallNode | null {
    const { start } = this.sites[innermost];
    let { end } = this.sites[innermost];
    for (let i = innermost - 1; this.sites[i]?.start === start; i--) {
      const method = matched(METHOD, this.source.text, end);
      if (method === null) return null;
      if (method === '' || method === 'forward') return this.readCall(this.sites[i]);
      end = this.sites[i].end;
    }
    return null;
  }

  private readCall({ start, end }: CallSite): CallNode {
    const span = { start, end };
    const value = this.source.expression(span);
    if (value.kind === 'call') return value;
    // Arguments that cannot be told apart: a generator, a list of hundreds, or a syntax error.
    CALLEE.lastIndex = start;
    const head = CALLEE.exec(this.source.text.slice(0, start + LONGEST_CALLEE));
    const words = head ? head[0].slice(0, head[0].lastIndexOf('(')).trimEnd() : '';
    return {
      kind: 'call',
      callee: words.split('.').map((word) => word.trim()),
      arguments: [{ name: null, nameSpan: null, value, unpacks: 'list' }],
      span,
      calleeSpan: { start, end: start + words.length },
    };
  }

  /** `(SimCLR, {"temperature": 0.1})`, read as the call that somebody makes of it. */
  private pairAt({ start, end, scope }: Place): PythonCall {
    const span = { start, end };
    return {
      scope,
      whole: true,
      span,
      target: () => null,
      call: lazily(() => pairedCall(this.source, span)),
    };
  }

  /** The name that the call's value goes to: `criterion` of `self.criterion = (f(…).cuda() if a else b)`. */
  private targetOf(site: CallSite, assignment: Place): string | null {
    return this.source.piece(this.source.slice(assignment), (root) => {
      const from = site.start - assignment.start;
      let node = root.descendantForIndex(from, site.end - assignment.start);
      while (node && node.type !== 'call') node = node.parent;
      return node ? passedTarget(node) : null;
    });
  }
}

/** The field through which each node passes a call's value on. */
const PASSES: Readonly<Record<string, string | null>> = {
  assignment: 'right',
  attribute: 'object',
  call: 'function',
  parenthesized_expression: null,
  conditional_expression: null,
};

function passedTarget(call: Node): string | null {
  let node = call;
  while (node.parent) {
    const { parent } = node;
    if (!(parent.type in PASSES)) return null;
    const field = PASSES[parent.type];
    if (field !== null && parent.childForFieldName(field)?.id !== node.id) return null;
    node = parent;
    if (node.type !== 'assignment') continue;
    const left = node.childForFieldName('left');
    return (left && dottedPath(left)?.at(-1)) ?? null;
  }
  return null;
}

function pairedCall(source: SourceText, span: CallNode['span']): CallNode {
  const value = source.expression(span);
  const [name, options] = value.kind === 'list' ? value.items : [];
  const nothing = { kind: 'call', callee: [], arguments: [], span, calleeSpan: span } as const;
  if (name?.kind !== 'name' || !options) return nothing;
  const base = { ...nothing, callee: name.path, calleeSpan: name.span };
  if (options.kind === 'call') return { ...base, arguments: options.arguments };
  if (options.kind !== 'map') return nothing;
  const given = options.entries.map(({ key, keySpan, value: node }) => ({
    name: key,
    nameSpan: keySpan,
    value: node,
    unpacks: 'none' as const,
  }));
  const spreads = (options.spreads ?? []).map((spread) => ({
    name: null,
    nameSpan: null,
    value: spread,
    unpacks: 'map' as const,
  }));
  return { ...base, arguments: [...given, ...spreads] };
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The pattern's group at this very place, empty where it matches nothing; null where the pattern does not match. */
function matched(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && (found[1] ?? '');
}

/** Collects what the statements of a Python text bind, scope by scope, as Python's own rules place names. */
import type { ValueNode } from '../../values';
import { boundNames, splitAssignment } from './assignments';
import type { Binding, Lazy, PartAssignment, PythonFunction, PythonScope } from './file';
import { readImport } from './imports';
import { lazily, type SourceText } from './sourceText';

type Unplaced<T> = T extends unknown ? Omit<T, 'offset' | 'end' | 'conditional'> : never;

/** A statement's place: where it begins, in which scope, and whether it runs under a condition. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly scope: number;
  readonly conditional: boolean;
}

export class OpenScope implements PythonScope {
  private readonly bound = new Map<string, Binding[]>();
  private readonly attributes = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();

  constructor(
    readonly kind: PythonScope['kind'],
    readonly parent: number | null,
    readonly span: PythonScope['span'],
    private readonly own: number,
    readonly definition: PythonFunction | null,
    /** Of a lambda, its parameters' names. */
    private readonly others: readonly string[] = [],
  ) {}

  get names(): readonly string[] {
    return [...this.bound.keys()];
  }

  bindingsOf(name: string): readonly Binding[] {
    const found = this.bound.get(name) ?? [];
    const parameter = this.parameterNamed(name);
    return parameter ? [parameter, ...found] : found;
  }

  attributesOf(name: string): readonly Binding[] {
    return this.attributes.get(name) ?? [];
  }

  add(name: string, binding: Binding): void {
    append(this.bound, name, binding);
  }

  addAttribute(name: string, binding: Binding): void {
    append(this.attributes, name, binding);
  }

  private parameterNamed(name: string): Binding | null {
    const { start: offset, end } = this.span;
    const place = { offset, end, conditional: false };
    if (this.others.includes(name)) return { ...place, kind: 'other' };
    const signature = this.definition?.signature();
    if (!signature?.names.includes(name)) return null;
    const parameter = signature.parameters.find((one) => one.name === name);
    return parameter ? { ...place, kind: 'parameter', parameter, of: this.own } : { ...place, kind: 'other' };
  }
}

export class ScopeBuilder {
  readonly scopes: OpenScope[] = [];
  readonly starImports: (readonly string[])[] = [];
  readonly partAssignments = new Map<string, PartAssignment[]>();

  constructor(private readonly source: SourceText) {}

  open(
    kind: PythonScope['kind'],
    parent: number | null,
    span: PythonScope['span'],
    definition?: PythonFunction,
  ): number {
    const others = definition || kind !== 'function' ? [] : this.lambdaNames(span);
    this.scopes.push(new OpenScope(kind, parent, span, this.scopes.length, definition ?? null, others));
    return this.scopes.length - 1;
  }

  bind(name: string, bound: Unplaced<Binding>, place: Place, offset = place.start): void {
    const { scope, end, conditional } = place;
    const holder = this.holderOf(name, scope);
    holder.add(name, { ...bound, offset, end, conditional } as Binding);
  }

  assign(place: Place): void {
    const statement = this.source.slice(place);
    if (this.scopes[place.scope].kind === 'class') this.declareField(statement, place);
    for (const { target, offset, value } of splitAssignment(statement)) {
      if (value === null) continue;
      const span = { start: place.start + value, end: place.end };
      const read = lazily(() => this.source.expression(span));
      const at = { ...place, start: place.start + offset };
      const bound = { kind: 'value', value: read, scope: place.scope } as const;
      if (target.kind === 'name')
        this.bind(target.name, target.annotation ? { ...bound, annotation: target.annotation } : bound, at);
      else if (target.kind === 'attribute') this.assignPart(target.path, read, at);
      else if (target.kind === 'item') this.assignPart([...target.path, target.key], read, at);
      else
        for (const [i, { name, offset: within }] of target.names.entries())
          this.bind(
            name,
            { ...bound, value: this.itemOf(read, i, target.names.length) },
            at,
            place.start + within,
          );
    }
  }

  /** `n: int` in a class says that there is a field, and where it stands among the others. */
  private declareField(statement: string, place: Place): void {
    const name = /^([\p{L}_][\p{L}\p{N}_]*)\s*:[^=]*$/u.exec(statement)?.[1];
    if (name !== undefined) this.bind(name, { kind: 'other' }, place);
  }

  /** `T += 1`, `for T in …`, `del T`: what the name stands for then is not known. */
  bindUnknown(pattern: string, place: Place, offset: number): void {
    for (const { name, offset: within } of boundNames(pattern))
      this.bind(name, { kind: 'other' }, place, offset + within);
  }

  bindValue(name: string, span: PythonScope['span'], place: Place): void {
    this.bind(
      name,
      { kind: 'value', value: lazily(() => this.source.expression(span)), scope: place.scope },
      place,
    );
  }

  /** `value` is null where only running the program would tell. */
  assignPart(path: readonly string[], value: Lazy<ValueNode> | null, place: Place): void {
    const name = path[path.length - 1];
    const { start: offset, end, scope, conditional } = place;
    if (path.length !== 2 || path[0] !== 'self') {
      append(this.partAssignments, name, { path, scope, offset, conditional, value });
      return;
    }
    const bound = value === null ? { kind: 'other' as const } : { kind: 'value' as const, value, scope };
    this.classAround(scope)?.addAttribute(name, { ...bound, offset, end, conditional });
  }

  importNames(place: Place): void {
    const { names, star } = readImport(this.source.slice(place));
    if (star) this.starImports.push(star);
    for (const { name, path, offset } of names)
      this.bind(name, { kind: 'import', path }, place, place.start + offset);
  }

  /** The value of one name of a pattern, where both sides show as many. */
  private itemOf(read: Lazy<ValueNode>, index: number, count: number): Lazy<ValueNode> {
    return lazily(() => {
      const value = read();
      if (value.kind === 'list' && value.items.length === count) return value.items[index];
      const key = { kind: 'number', value: index, span: value.span } as const;
      return { kind: 'subscript', of: value, key, span: value.span };
    });
  }

  private holderOf(name: string, scope: number): OpenScope {
    const own = this.scopes[scope];
    if (own.globals.has(name)) return this.scopes[0];
    if (own.nonlocals.has(name)) return this.scopes[own.parent ?? 0];
    return own;
  }

  private classAround(scope: number): OpenScope | null {
    let at: number | null = scope;
    while (at !== null) {
      const one: OpenScope = this.scopes[at];
      if (one.kind === 'class') return one;
      at = one.parent;
    }
    return null;
  }

  private lambdaNames(span: PythonScope['span']): readonly string[] {
    const head = /^lambda\b([^:]*):/.exec(this.source.slice(span));
    return head ? boundNames(head[1]).map(({ name }) => name) : [];
  }
}

export function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}

/** Records which names a Python text binds, scope by scope, as Python's own rules place them. */
import type { Node } from 'web-tree-sitter';
import { namedParts, toValueNode } from './pythonExpressions';
import type { Binding, PythonScope } from './pythonFile';

/** Nobody unpacks deeper: `(a, (b, c)) = …` is two levels. */
const DEEPEST_PATTERN = 20;

interface OpenScope extends PythonScope {
  readonly bindings: Map<string, Binding[]>;
  /** Names that `global` gives to the module. */
  readonly globals: Set<string>;
}

export class ScopeTable {
  readonly scopes: OpenScope[] = [];
  /** Modules of `from m import *`. */
  readonly starImports: (readonly string[])[] = [];
  current = 0;

  constructor() {
    this.open('module', null);
  }

  /** Opens a scope inside the present one and makes it the present one. */
  open(kind: PythonScope['kind'], parent: number | null = this.current): number {
    this.scopes.push({ kind, parent, bindings: new Map(), globals: new Set() });
    this.current = this.scopes.length - 1;
    return this.current;
  }

  close(): void {
    this.current = this.scopes[this.current].parent ?? 0;
  }

  /** The names, and what imports and assignments call the same things: `import X as Y`, `Y = X`. */
  withOtherNames(names: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(names);
    for (const { bindings } of this.scopes)
      for (const [name, bound] of bindings)
        if (bound.some((binding) => standsFor(binding, all))) all.add(name);
    return all;
  }

  declareGlobal(name: string): void {
    this.scopes[this.current].globals.add(name);
  }

  bind(name: string, offset: number, bound: DistributiveOmit<Binding, 'offset'>, scope = this.current): void {
    const holder = this.scopes[scope].globals.has(name) ? this.scopes[0] : this.scopes[scope];
    const known = holder.bindings.get(name);
    const binding = { ...bound, offset } as Binding;
    if (known) known.push(binding);
    else holder.bindings.set(name, [binding]);
  }

  /** Binds what stands left of `=` to what stands right of it, element by element where both are shown. */
  bindPattern(left: Node, right: Node | null, depth = 0): void {
    if (depth > DEEPEST_PATTERN) return;
    if (left.type === 'identifier') {
      const known = right && !right.hasError;
      this.bind(
        left.text,
        left.startIndex,
        known ? { kind: 'value', value: toValueNode(right), scope: this.current } : { kind: 'other' },
      );
      return;
    }
    // `self.x = …` and `d["x"] = …` bind no name.
    if (left.type === 'attribute' || left.type === 'subscript') return;
    const targets = namedParts(left);
    const values = right && /^(expression_list|tuple|list)$/.test(right.type) ? namedParts(right) : [];
    const pairs = values.length === targets.length && !values.some(({ type }) => type === 'list_splat');
    for (const [i, target] of targets.entries())
      this.bindPattern(target, pairs ? values[i] : null, depth + 1);
  }
}

function standsFor(binding: Binding, names: ReadonlySet<string>): boolean {
  if (binding.kind === 'import') return names.has(binding.path[binding.path.length - 1]);
  return (
    binding.kind === 'value' &&
    binding.value.kind === 'name' &&
    names.has(binding.value.path[binding.value.path.length - 1])
  );
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

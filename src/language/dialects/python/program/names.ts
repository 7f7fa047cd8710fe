/** Follows Python's rules for names inside one file: which statement a name gets its value from. */
import type { Binding, PythonClass, PythonFile } from '../../../parsers/python/file';

/** Everything that a name is bound to in the innermost scope that binds it. */
export function lookUp(name: string, scope: number, file: PythonFile): readonly Binding[] {
  let at: number | null = scope;
  while (at !== null) {
    const one: PythonFile['scopes'][number] = file.scopes[at];
    // The names of a class body are seen in the body itself only, not in its methods.
    const found: readonly Binding[] = one.kind === 'class' && at !== scope ? [] : one.bindingsOf(name);
    if (found.length > 0) return found;
    at = one.parent;
  }
  return [];
}

/**
 * Of several bindings the last before the place of use; a use above all of them stands in a function that runs
 * later, when the last holds. In `opt = change(opt)` the second name is still what it was before.
 */
export function currentBinding(bindings: readonly Binding[], offset: number): Binding | undefined {
  const isOwn = ({ kind, offset: start, end }: Binding) => kind === 'value' && start < offset && offset < end;
  const others = bindings.filter((binding) => !isOwn(binding));
  return others.findLast((binding) => binding.offset < offset) ?? others.at(-1);
}

/** The number of the class scope around a scope, or null. */
export function classScopeAround(scope: number, file: PythonFile): number | null {
  let at: number | null = scope;
  while (at !== null) {
    if (file.scopes[at].kind === 'class') return at;
    at = file.scopes[at].parent;
  }
  return null;
}

/** The class whose body is a scope. */
export function classOfScope(scope: number, file: PythonFile): PythonClass | null {
  const parent = file.scopes[scope].parent ?? 0;
  for (const name of file.scopes[parent].names)
    for (const binding of file.scopes[parent].bindingsOf(name))
      if (binding.kind === 'class' && binding.definition.body === scope) return binding.definition;
  return null;
}

/** Follows Python names to what they stand for: through scopes, imports and other names for the same thing. */
import type { Binding, PythonClass, PythonFile } from '../parsers/pythonFile';

/** Everything that a name is bound to in the innermost scope that binds it, as Python looks names up. */
export function lookUp(name: string, scope: number, file: PythonFile): readonly Binding[] {
  let at: number | null = scope;
  while (at !== null) {
    const { bindings, kind, parent }: PythonFile['scopes'][number] = file.scopes[at];
    // The names of a class body are seen in the body itself only, not in its methods.
    const found = kind === 'class' && at !== scope ? undefined : bindings.get(name);
    if (found && found.length > 0) return found;
    at = parent;
  }
  return [];
}

/** The full path of an imported name, `['pytorch_metric_learning', 'losses', 'SupConLoss']`; null when it is not imported. */
export function importedPath(
  path: readonly string[],
  scope: number,
  file: PythonFile,
): readonly string[] | null {
  const binding = lookUp(path[0], scope, file).findLast(({ kind }) => kind === 'import');
  return binding?.kind === 'import' ? [...binding.path, ...path.slice(1)] : null;
}

/** What a callee is: a class of this file, something imported, or a name that nothing in the text explains. */
export type Origin =
  | { readonly kind: 'class'; readonly definition: PythonClass; readonly name: string }
  | { readonly kind: 'import'; readonly path: readonly string[] }
  | { readonly kind: 'unexplained'; readonly path: readonly string[] };

/** How often a name may be another name's name before the search stops. */
const MOST_NAMES = 10;

export function originOf(callee: readonly string[], scope: number, offset: number, file: PythonFile): Origin {
  let path = callee;
  let from = scope;
  for (let i = 0; i < MOST_NAMES; i++) {
    const binding = currentBinding(lookUp(path[0], from, file), offset);
    const rest = path.slice(1);
    if (binding?.kind === 'class' && rest.length === 0)
      return { kind: 'class', definition: binding.definition, name: binding.definition.name };
    if (binding?.kind === 'import') return { kind: 'import', path: [...binding.path, ...rest] };
    if (binding?.kind !== 'value' || binding.value.kind !== 'name') break;
    path = [...binding.value.path, ...rest];
    from = binding.scope;
  }
  return { kind: 'unexplained', path };
}

/**
 * Of several bindings the last before the place of use; a use above all of them stands in a function that runs
 * later, when the last holds.
 */
function currentBinding(bindings: readonly Binding[], offset: number): Binding | undefined {
  return bindings.findLast((binding) => binding.offset < offset) ?? bindings.at(-1);
}

/** Registries that decorators and calls fill: `@LOSSES.register_module()`, `@register_loss("supcon")`, `LOSSES.register(…)`. */
import type { Binding, CallNode, PythonFile } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import type { Evaluating } from './evaluating';
import type { Meaning, ProgramModule } from './meaning';

/** Names that people give to registries. */
const CONSTANT = /^[A-Z][A-Z\d_]*$/;
const REGISTRY = /loss|criteri|regist|objective/i;
const REGISTERS = /regist/i;
/** Modules that are worth opening for what they register. */
const MAY_REGISTER = /loss|criteri|contrast|objective|nce|supcon|head|model|regist|build/i;
/** Steps from import to import. */
const FARTHEST = 2;

/** The class or function that a registry of this name has under a key; null where no module that is read says. */
export function registeredAs(
  registry: readonly string[],
  key: string,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const name = registry[registry.length - 1];
  if (!CONSTANT.test(name) && !REGISTRY.test(name)) return null;
  for (const place of placesAround(module, evaluating)) {
    const { text } = place.file;
    if (!REGISTERS.test(text) && !text.includes(name)) continue;
    const found =
      decorated(name, key, place, evaluating) ??
      called(name, key, place, evaluating) ??
      assigned(name, key, place, evaluating);
    if (found?.kind === 'class' || found?.kind === 'function') return found;
  }
  return null;
}

/** What is read already, and what the module, and the modules that it imports, import to have it registered. */
function placesAround(module: ProgramModule, { modules }: Evaluating): readonly ProgramModule[] {
  const found = new Set([module, modules.entry]);
  let outermost: readonly ProgramModule[] = [...found];
  for (let step = 0; step < FARTHEST; step++) {
    outermost = outermost.flatMap((place) =>
      importsOf(place.file).flatMap((path) => {
        const next = MAY_REGISTER.test(path.join('.')) ? modules.find(path, place) : null;
        if (next?.kind !== 'module' || found.has(next.module)) return [];
        found.add(next.module);
        return [next.module];
      }),
    );
  }
  for (const other of modules.all) found.add(other);
  return [...found];
}

function importsOf({ scopes: [module], starImports }: PythonFile): readonly (readonly string[])[] {
  const named = module.names.flatMap((name) =>
    module.bindingsOf(name).flatMap((binding) => (binding.kind === 'import' ? [binding.path] : [])),
  );
  return [...named, ...starImports];
}

function decorated(
  registry: string,
  key: string,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const { file } = module;
  if (!/@[\w.]*regist/i.test(file.text)) return null;
  const [top] = file.scopes;
  for (const binding of top.names.flatMap((name): readonly Binding[] => top.bindingsOf(name))) {
    if (binding.kind !== 'class' && binding.kind !== 'function') continue;
    const { definition } = binding;
    const isIt = definition
      .decorators()
      .some((node) => registers(node, definition.name, { registry, key, module }, evaluating));
    if (isIt)
      return binding.kind === 'class'
        ? { kind: 'class', definition: binding.definition, module }
        : { kind: 'function', definition: binding.definition, module };
  }
  return null;
}

interface Wanted {
  readonly registry: string;
  readonly key: string;
  readonly module: ProgramModule;
}

/** Whether a decorator puts what has this name into the registry under the key. */
function registers(node: ValueNode, name: string, wanted: Wanted, evaluating: Evaluating): boolean {
  const path = node.kind === 'call' ? node.callee : node.kind === 'name' ? node.path : [];
  if (!REGISTERS.test(path[path.length - 1] ?? '')) return false;
  const keys = node.kind === 'call' ? keysIn(node) : [];
  if (!(keys.length > 0 ? keys : [name]).includes(wanted.key)) return false;
  if (path.length > 1) return path[path.length - 2] === wanted.registry;
  return fills(path, wanted, evaluating);
}

/** Keys that are given as text: by position, or under a name. */
const keysIn = (call: CallNode): readonly string[] =>
  call.arguments.flatMap(({ name, value }) =>
    value.kind === 'string' && (name === null || /name|key|alias/.test(name)) ? [value.value] : [],
  );

/** Whether a function of the workspace writes to the registry. */
function fills(path: readonly string[], { registry, module }: Wanted, evaluating: Evaluating): boolean {
  const node = { kind: 'name', path, span: { start: 0, end: 0 } } as const;
  const function_ = evaluating.callee(path, { node, scope: 0, module });
  if (function_.kind !== 'function') return false;
  const { start, end } = function_.definition.span;
  const words = function_.module.file.text.slice(start, end);
  return words.split(/[^\p{L}\p{N}_]+/u).includes(registry);
}

/** `LOSSES.register("supcon", SupConLoss)`, `LOSSES.register_module(module=SupConLoss)`. */
function called(
  registry: string,
  key: string,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  for (const method of ['register', 'register_module', 'register_class'])
    for (const site of module.file.callsNamed(method)) {
      const call = site.call();
      if (call.receiver || call.callee.at(-2) !== registry) continue;
      const given = call.arguments.find(({ value }) => value.kind === 'name')?.value;
      const keys = keysIn(call);
      if (given?.kind !== 'name' || !(keys.length > 0 ? keys : [given.path.at(-1)]).includes(key)) continue;
      return evaluating.evaluate({ node: given, scope: site.scope, module });
    }
  return null;
}

/** `LOSSES["supcon"] = SupConLoss`, in a module that need not be the registry's. */
function assigned(
  registry: string,
  key: string,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const set = module.file.partAssignments(key).findLast(({ path }) => path.at(-2) === registry);
  return set?.value ? evaluating.evaluate({ node: set.value(), scope: set.scope, module }) : null;
}

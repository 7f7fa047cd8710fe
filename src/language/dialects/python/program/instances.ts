/** What classes of the workspace and their objects hold. */
import type { Binding, CallNode, PythonClass, PythonFunction } from '../../../parsers/python/file';
import { bindingMeaning } from './bindings';
import { agreed, type Evaluating } from './evaluating';
import { type Located, type Meaning, type ProgramModule, scalar, unknown } from './meaning';

type ClassMeaning = Extract<Meaning, { kind: 'class' | 'instance' }>;

export function classMember(
  { definition, module }: ClassMeaning,
  name: string,
  words: string,
  evaluating: Evaluating,
): Meaning {
  const bindings = module.file.scopes[definition.body].bindingsOf(name);
  if (bindings.length > 0) return bindingMeaning(bindings, Infinity, module, words, evaluating);
  return inherited({ definition, module }, words, evaluating, (base) => evaluating.member(base, name, words));
}

export function instanceMember(
  object: Extract<Meaning, { kind: 'instance' }>,
  name: string,
  words: string,
  evaluating: Evaluating,
): Meaning {
  const { definition, module, call } = object;
  const scope = module.file.scopes[definition.body];
  const assigned = scope.attributesOf(name);
  const initializer = scope.bindingsOf('__init__').find((binding) => binding.kind === 'function');
  if (assigned.length > 0) {
    const read = () => attributeMeaning(assigned, module, words, evaluating);
    if (!call || initializer?.kind !== 'function') return read();
    return evaluating.within({ module, body: initializer.definition.body, call, method: true }, read);
  }
  const field = call && !initializer ? fieldOf(definition, module, call, name) : null;
  if (field) return evaluating.evaluate(field);
  if (name === 'hparams' && initializer?.kind === 'function')
    return savedParameters(initializer.definition, module);
  const bindings = scope.bindingsOf(name);
  if (bindings.length > 0)
    return called(bindingMeaning(bindings, Infinity, module, words, evaluating), evaluating);
  return inherited(object, words, evaluating, (base) =>
    evaluating.member({ ...base, kind: 'instance', call }, name, words),
  );
}

/** Every value that the class's methods give the attribute must be one and the same. */
function attributeMeaning(
  bindings: readonly Binding[],
  module: ProgramModule,
  words: string,
  evaluating: Evaluating,
): Meaning {
  const values = bindings.map((binding) =>
    binding.kind === 'value'
      ? evaluating.evaluate({ node: binding.value(), scope: binding.scope, module })
      : unknown(words),
  );
  const value = agreed(values);
  if (!value) return values.length === 1 ? values[0] : unknown(words);
  return value.kind === 'scalar' && value.origin === 'literal' ? scalar(value.value, 'constant') : value;
}

/** The argument of a dataclass's call for one of its fields. */
function fieldOf(
  definition: PythonClass,
  module: ProgramModule,
  call: Located,
  name: string,
): Located | null {
  const node = call.node as CallNode;
  const named = node.arguments.find((argument) => argument.name === name);
  const fields = module.file.scopes[definition.body].names;
  const positional = node.arguments.filter(
    (argument) => argument.name === null && argument.unpacks === 'none',
  );
  const given = named ?? positional[fields.indexOf(name)];
  return given ? { ...call, node: given.value } : null;
}

const MOST_BASES = 6;

function inherited(
  { definition, module }: { readonly definition: PythonClass; readonly module: ProgramModule },
  words: string,
  evaluating: Evaluating,
  read: (base: Extract<Meaning, { kind: 'class' }>) => Meaning,
): Meaning {
  for (const path of definition.bases().slice(0, MOST_BASES)) {
    if (path.length === 0) continue;
    const node = { kind: 'name', path, span: definition.span } as const;
    const base = evaluating.callee(path, { node, scope: definition.scope, module });
    if (base.kind !== 'class' || base.definition === definition) continue;
    const found = read(base);
    if (found.kind !== 'unknown') return found;
  }
  return unknown(words);
}

/** A property is what its function returns. */
function called(member: Meaning, evaluating: Evaluating): Meaning {
  if (member.kind !== 'function') return member;
  const { definition, module } = member;
  const isProperty = definition
    .decorators()
    .some((node) => node.kind === 'name' && /^(?:cached_)?property$/.test(node.path.at(-1) ?? ''));
  if (!isProperty) return member;
  const values = definition
    .returns()
    .map((node) => evaluating.evaluate({ node, scope: definition.body, module }));
  return agreed(values) ?? unknown(definition.name);
}

/** Lightning keeps the constructor's arguments under `self.hparams`, where `save_hyperparameters()` is called. */
function savedParameters({ signature, body, span }: PythonFunction, module: ProgramModule): Meaning {
  const entries = new Map<string, Located>();
  if (module.file.callsNamed('save_hyperparameters').length > 0)
    for (const { name } of signature().parameters)
      entries.set(name, { node: { kind: 'name', path: [name], span }, scope: body, module });
  return { kind: 'map', entries, spreads: [] };
}

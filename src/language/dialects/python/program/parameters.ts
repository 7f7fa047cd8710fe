/** What a function's parameter stands for: what its callers pass, else its default, else what its annotation says. */
import type {
  CallNode,
  PythonCall,
  PythonClass,
  PythonFunction,
  PythonParameter,
} from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import { decoratedOption } from './commandLine';
import { type Activation, agreed, type Evaluating } from './evaluating';
import { hydraConfig } from './hydraMain';
import { type Located, type Meaning, type ProgramModule, scalar, unknown } from './meaning';
import { classOfScope } from './names';
import { startingScripts } from './startingScripts';

/** Parameters that everybody uses for the options of the command line. */
const OPTION_NAMES = /^(?:args?|opts?|options|flags|hparams|hps|params|parsed_args|config|cfg|conf)$/i;
/** Callers that are looked at. */
const MOST_CALLERS = 12;

export function evaluateParameter(
  { parameter, of: body }: { readonly parameter: PythonParameter; readonly of: number },
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning {
  const definition = module.file.scopes[body].definition;
  if (!definition) return unknown(parameter.name);
  const known = { parameter, definition, module };
  const activation = evaluating.activationOf(module, body);
  if (activation) return evaluating.outside(activation, () => fromCall(known, activation, evaluating));
  const near = callersOf(definition, module, evaluating);
  const calls = near.length > 0 ? near : startingCallers(definition, module, evaluating);
  if (calls.length > 0) {
    const passed = calls.map((call) => evaluating.outside(call, () => fromCall(known, call, evaluating)));
    return agreed(passed) ?? passed.find(({ kind }) => kind === 'unknown') ?? unknown(parameter.name);
  }
  return withoutCallers(known, evaluating);
}

interface Known {
  readonly parameter: PythonParameter;
  readonly definition: PythonFunction;
  readonly module: ProgramModule;
}

function fromCall(known: Known, { call, method }: Activation, evaluating: Evaluating): Meaning {
  const { parameter, definition } = known;
  const node = call.node as CallNode;
  const names = definition.signature().parameters.filter(({ keywordOnly }) => !keywordOnly);
  const position = names.findIndex(({ name }) => name === parameter.name) - (method ? 1 : 0);
  const positional = node.arguments.filter(({ name, unpacks }) => name === null && unpacks === 'none');
  const given = node.arguments.find(({ name }) => name === parameter.name) ?? positional[position];
  if (given) return evaluating.evaluate({ ...call, node: given.value });
  for (const { unpacks, value } of node.arguments) {
    if (unpacks !== 'map') continue;
    const item = evaluating.item(
      evaluating.evaluate({ ...call, node: value }),
      parameter.name,
      parameter.name,
    );
    if (item.kind !== 'unknown') return item;
    return handedThrough(parameter.name, value, call, evaluating) ?? unknown(parameter.name);
  }
  return defaultOf(known, evaluating) ?? unknown(parameter.name);
}

/** `**kwargs` of the function around: what its own callers give under the name. */
function handedThrough(
  name: string,
  unpacked: ValueNode,
  { scope, module }: Located,
  evaluating: Evaluating,
): Meaning | null {
  if (unpacked.kind !== 'name' || unpacked.path.length > 1) return null;
  let at: number | null = scope;
  while (at !== null && !module.file.scopes[at].definition) at = module.file.scopes[at].parent;
  const around = at === null ? null : module.file.scopes[at].definition?.signature();
  const isItsOwn = around?.takesAnyKeyword && around.names.includes(unpacked.path[0]);
  if (at === null || !isItsOwn || around.parameters.some((one) => one.name === unpacked.path[0])) return null;
  const parameter = { name, otherwise: null, annotation: null, keywordOnly: true };
  const value = evaluateParameter({ parameter, of: at }, module, evaluating);
  return value.kind === 'unknown' ? null : value;
}

function withoutCallers(known: Known, evaluating: Evaluating): Meaning {
  const { parameter, definition, module } = known;
  const option = decoratedOption(parameter.name, definition.decorators(), definition.scope, module);
  if (option) {
    const value = option.otherwise ? evaluating.evaluate(option.otherwise) : unknown(parameter.name);
    const standing = value.kind === 'scalar' ? value.value : undefined;
    const given = evaluating.modules.given?.valueOf(option, standing, parameter.name);
    if (given) return given;
    if (value.kind === 'scalar') return { ...value, origin: `default of --${option.flag}` };
  }
  const otherwise = defaultOf(known, evaluating);
  if (otherwise && !(otherwise.kind === 'scalar' && otherwise.value === null)) return otherwise;
  const annotated = instanceOf(parameter.annotation, definition.scope, module, evaluating);
  if (annotated) return annotated;
  if (OPTION_NAMES.test(parameter.name) && parameter.otherwise === null) return { kind: 'options', module };
  return unknown(parameter.name);
}

function defaultOf({ parameter, definition, module }: Known, evaluating: Evaluating): Meaning | null {
  // Hydra itself gives the config, to a call that shows no argument.
  if (!parameter.otherwise) return hydraConfig(definition.decorators(), definition.scope, module, evaluating);
  const value = evaluating.evaluate({ node: parameter.otherwise, scope: definition.scope, module });
  return value.kind === 'scalar' && value.origin === 'literal' ? scalar(value.value, 'constant') : value;
}

/** `cfg: TrainConfig` is some instance of that class. */
function instanceOf(
  annotation: string | null,
  scope: number,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const path = /^(?:Optional\[)?["']?([\w.]+)/.exec(annotation ?? '')?.[1].split('.');
  if (!path) return null;
  const node = { kind: 'name', path, span: { start: 0, end: 0 } } as const;
  const meaning = evaluating.callee(path, { node, scope, module });
  return meaning.kind === 'class' ? { ...meaning, kind: 'instance', call: null } : null;
}

/** Calls in the scripts that the program is started with. */
function startingCallers(
  definition: PythonFunction,
  module: ProgramModule,
  evaluating: Evaluating,
): readonly Activation[] {
  const scripts = startingScripts(module, evaluating.modules).filter((script) => script !== module);
  return callersOf(definition, module, evaluating, scripts).filter(({ call }) => {
    const callee = evaluating.callee((call.node as CallNode).callee, call);
    return (
      (callee.kind === 'class' && callee.module === module && callee.definition.body === definition.scope) ||
      (callee.kind === 'function' && callee.definition === definition)
    );
  });
}

/** Calls of a function, or of the class whose constructor it is, in its own module and in the file at hand. */
function callersOf(
  definition: PythonFunction,
  module: ProgramModule,
  { modules }: Evaluating,
  where: readonly ProgramModule[] = [module, modules.entry, modules.script],
): readonly Activation[] {
  const owner =
    module.file.scopes[definition.scope].kind === 'class'
      ? classOfScope(definition.scope, module.file)
      : null;
  const isStatic =
    owner !== null &&
    definition.decorators().some((node) => node.kind === 'name' && node.path[0] === 'staticmethod');
  const name = owner && definition.name === '__init__' ? owner.name : definition.name;
  // Whose method `x.forward(…)` is cannot be told by its name.
  if (
    owner &&
    definition.name !== '__init__' &&
    /^(?:forward|call|__\w+__|get|run|train|fit|setup)$/.test(name)
  )
    return [];
  const calls = [...new Set(where)].flatMap((place) =>
    sitesIn(place, name, owner, module).flatMap((site): Activation[] => {
      const node = site.call();
      // `model.train()` is no call of this module's function `train`.
      const isAnother = owner === null && place === module && (node.callee.length > 1 || node.receiver);
      const call = { node, scope: site.scope, module: place };
      return isAnother ? [] : [{ module, body: definition.body, method: owner !== null && !isStatic, call }];
    }),
  );
  return calls.slice(0, MOST_CALLERS);
}

/** Calls by name; a class may build itself as `cls(…)`. */
function sitesIn(
  place: ProgramModule,
  name: string,
  owner: PythonClass | null,
  module: ProgramModule,
): readonly PythonCall[] {
  const named = place.file.callsNamed(name);
  if (!owner || place !== module || name !== owner.name) return named;
  const { start, end } = owner.span;
  const itself = place.file.callsNamed('cls').filter(({ span }) => start < span.start && span.end <= end);
  return [...named, ...itself];
}

/** What calls give back: instances, what functions of the workspace return, numbers, options, configs. */
import type { CallNode } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import { agreed, type Evaluating } from './evaluating';
import { fileNamed, loaded } from './fileCalls';
import { type Located, type Meaning, scalar, unknown } from './meaning';
import { FUNCTIONS, NUMERIC, SAME_METHODS } from './numbers';
import { numericCall } from './numericCalls';
import { registeredAs } from './registries';
import { wordsFor } from './words';
import { configTree, isTreeName } from './yacs';

const PARSES_OPTIONS =
  /^parse_(?:args|known_args|intermixed_args|args_into_dataclasses|known_intermixed_args|dict|options)$/;
const LOADS_CONFIG =
  /^(?:load|safe_load|full_load|unsafe_load|fromfile|load_config|load_yaml|read_yaml|from_yaml)$/;
/** Calls that make a map of their keywords, or give their only argument another shape. */
const MAKES_MAP = new Set(
  'dict Namespace SimpleNamespace EasyDict edict DotMap Munch Box AttrDict ConfigDict Config create DictConfig munchify'.split(
    ' ',
  ),
);
const GIVES_ARGUMENT = new Set([
  'deepcopy',
  'copy',
  'vars',
  'to_container',
  'asdict',
  'resolve',
  'str',
  'Path',
]);

export function evaluateCall(node: CallNode, located: Located, evaluating: Evaluating): Meaning {
  const words = wordsFor(node);
  const method = node.callee.at(-1) ?? '';
  const holder = holderOf(node);
  if (holder) {
    const found = methodCall(method, node, { ...located, node: holder }, evaluating);
    if (found) return found;
  }
  const callee = node.receiver
    ? evaluating.evaluate({ ...located, node: calleeNode(node, node.receiver) })
    : evaluating.callee(node.callee, located);
  switch (callee.kind) {
    case 'class':
      return { ...callee, kind: 'instance', call: located };
    case 'function':
      return returned(callee, located, node, evaluating, words);
    case 'library':
    case 'unbound':
      return libraryCall(callee.path, node, located, evaluating) ?? unknown(words);
    default:
      return unknown(words);
  }
}

/** What stands before the last dot of a callee. */
function holderOf({ callee, receiver, span }: CallNode): ValueNode | null {
  if (receiver) return callee.length > 0 ? calleeNode({ callee: callee.slice(0, -1), span }, receiver) : null;
  return callee.length > 1 ? { kind: 'name', path: callee.slice(0, -1), span } : null;
}

function calleeNode({ callee, span }: Pick<CallNode, 'callee' | 'span'>, receiver: ValueNode): ValueNode {
  return callee.reduce<ValueNode>((of, name) => ({ kind: 'attribute', of, name, span }), receiver);
}

/** Methods of what is no class of the workspace; null where the method is none of these. */
function methodCall(method: string, node: CallNode, holder: Located, evaluating: Evaluating): Meaning | null {
  if (PARSES_OPTIONS.test(method)) return { kind: 'options', module: optionsModule(holder, evaluating) };
  const [first, second] = node.arguments;
  const isGet = method === 'get' || method === 'pop';
  const isNumeric = method in FUNCTIONS || SAME_METHODS.has(method);
  if (!isGet && !isNumeric && method !== 'open' && method !== 'read' && method !== 'read_text') return null;
  const object = evaluating.evaluate(holder);
  if (object.kind === 'file' || (object.kind === 'map' && method === 'clone')) return object;
  if (isGet && first && (object.kind === 'map' || object.kind === 'options')) {
    const key = evaluating.evaluate({ ...holder, node: first.value });
    const item =
      key.kind === 'scalar' ? evaluating.item(object, key.value, wordsFor(node)) : unknown(wordsFor(node));
    // Only of a map that is known as a whole is an item that is not there known to be missing.
    if (item.kind !== 'unknown' || key.kind !== 'scalar' || object.kind !== 'map') return item;
    const isMissing = object.spreads.length === 0 && !object.entries.has(String(key.value));
    return isMissing && second ? evaluating.evaluate({ ...holder, node: second.value }) : item;
  }
  if (method === 'get' && first && holder.node.kind === 'name') {
    const key = evaluating.evaluate({ ...holder, node: first.value });
    if (key.kind === 'scalar' && typeof key.value === 'string')
      return registeredAs(holder.node.path, key.value, holder.module, evaluating);
  }
  if (object.kind !== 'scalar' || typeof object.value !== 'number' || !isNumeric) return null;
  const calculates = FUNCTIONS[method];
  return calculates ? scalar(calculates(object.value), object.origin) : object;
}

/** The module where the options are declared: where the parser was made, if that can be seen. */
function optionsModule(holder: Located, evaluating: Evaluating): Located['module'] {
  const { node } = holder;
  if (node.kind !== 'name') return holder.module;
  const parser = evaluating.evaluate(holder);
  return parser.kind === 'options' ? parser.module : holder.module;
}

function returned(
  { definition, module }: Extract<Meaning, { kind: 'function' }>,
  located: Located,
  node: CallNode,
  evaluating: Evaluating,
  words: string,
): Meaning {
  const method =
    module.file.scopes[definition.scope].kind === 'class' &&
    (node.callee.length > 1 || node.receiver !== undefined);
  return evaluating.within({ module, body: definition.body, call: located, method }, () => {
    const values = definition
      .returns()
      .map((value) => evaluating.evaluate({ node: value, scope: definition.body, module }));
    const known = values.filter(({ kind }) => kind !== 'unknown');
    const objects = known.filter(({ kind }) => kind === 'options' || kind === 'map' || kind === 'instance');
    // A function that returns its options in one branch and fails in another returns its options.
    return (values.length === known.length ? agreed(known) : null) ?? agreed(objects) ?? unknown(words);
  });
}

function libraryCall(
  path: readonly string[],
  node: CallNode,
  located: Located,
  evaluating: Evaluating,
): Meaning | null {
  const name = path[path.length - 1];
  const [first] = node.arguments;
  const at = (value: ValueNode) => evaluating.evaluate({ ...located, node: value });
  if (path.length === 1 || NUMERIC.has(path[0])) {
    const number = numericCall(name, path, node, located, evaluating);
    if (number) return number;
  }
  if (name === 'ArgumentParser' || name === 'HfArgumentParser' || name === 'FLAGS')
    return { kind: 'options', module: located.module };
  if (name === 'globals' && path.length === 1) return { kind: 'module', module: located.module };
  if (name === 'open' && first) return fileNamed(first.value, located, evaluating);
  if (LOADS_CONFIG.test(name) && first) return loaded(at(first.value), first.value, located, evaluating);
  if (isTreeName(name)) return configTree(node, located, evaluating);
  if (MAKES_MAP.has(name)) return mapOf(node, located, evaluating);
  if (name === 'field' || name === 'Field' || name === 'Option')
    return defaultOfField(node, located, evaluating);
  if (name === 'getattr' && node.arguments.length >= 2) return attributeCalled(node, located, evaluating);
  if (GIVES_ARGUMENT.has(name) && first) return at(first.value);
  if (name === 'join' && path.includes('path'))
    return at(node.arguments[node.arguments.length - 1]?.value ?? node);
  return null;
}

function mapOf(node: CallNode, located: Located, evaluating: Evaluating): Meaning {
  const entries = new Map<string, Located>();
  const spreads: Located[] = [];
  for (const { name, value, unpacks } of node.arguments) {
    if (name !== null) entries.set(name, { ...located, node: value });
    else if (unpacks === 'map') spreads.push({ ...located, node: value });
    else if (entries.size === 0 && node.arguments.length === 1)
      return evaluating.evaluate({ ...located, node: value });
  }
  return { kind: 'map', entries, spreads };
}

/** `field(default=0.07)`, `Field(0.07)` of pydantic, `typer.Option(0.07)`. */
function defaultOfField(node: CallNode, located: Located, evaluating: Evaluating): Meaning | null {
  const given =
    node.arguments.find(({ name }) => name === 'default') ?? node.arguments.find(({ name }) => name === null);
  return given ? evaluating.evaluate({ ...located, node: given.value }) : null;
}

/** `getattr(args, "temp", 0.07)`. */
function attributeCalled(node: CallNode, located: Located, evaluating: Evaluating): Meaning {
  const [object, name, otherwise] = node.arguments;
  const key = evaluating.evaluate({ ...located, node: name.value });
  const words = wordsFor(node);
  if (key.kind !== 'scalar' || typeof key.value !== 'string') return unknown(words);
  const holder = evaluating.evaluate({ ...located, node: object.value });
  const value = evaluating.member(holder, key.value, words);
  if (value.kind !== 'unknown' || !otherwise || holder.kind !== 'map') return value;
  return evaluating.evaluate({ ...located, node: otherwise.value });
}

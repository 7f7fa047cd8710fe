/** Losses that a config names and a registry builds: `LOSSES.build(cfg)`, `build_from_cfg(cfg, LOSSES)`, `build_loss(cfg)`. */

import type { CallNode, PythonCall, PythonFile } from '../../parsers/python/file';
import type { Argument, ValueNode } from '../../values';
import type { Meaning, ProgramModule } from './program/meaning';
import type { Program } from './program/program';

export interface BuiltCall {
  /** As if the class had been called with what the config gives. */
  readonly site: PythonCall;
  /** What the registry has under the name. */
  readonly callee: Meaning;
}

const BUILDER = /^(?:build|build_from_cfg|(?:build|create|make|get)_(?:loss|criterion|objective)\w*)$/;
/** Keys of a config that name what is built, and those that hold its arguments. */
const NAMES = ['type', 'name', '_type_', 'loss_name', 'NAME', 'TYPE'];
const ARGUMENTS = ['params', 'args', 'kwargs', 'PARAMS', 'ARGS', 'KWARGS'];
/** A config under such a name is read as one, where it stands. */
const READ_AS_CONFIG = /(?:^|_)(?:criterion|criteria|loss|losses|loss_?fn|objective)(?:_\d+)?$/i;

export function builtCalls(file: PythonFile, program: Program): readonly BuiltCall[] {
  const { entry } = program.modules;
  return file.calledNames
    .filter((name) => BUILDER.test(name))
    .flatMap((name) => file.callsNamed(name))
    .flatMap((site) => {
      const call = site.call();
      const config = call.arguments.find(({ unpacks }) => unpacks === 'none')?.value;
      if (!config || (config.kind === 'name' && READ_AS_CONFIG.test(config.path[0]))) return [];
      const registry = registryOf(call, site.scope, program);
      const read = registry && readConfig(config, { scope: site.scope, module: entry }, program);
      const callee = read && keyed(registry, read.name, program);
      return callee ? [{ site: called(site, call, read), callee }] : [];
    });
}

interface Registry {
  readonly path: readonly string[];
  readonly module: ProgramModule;
}

function registryOf(call: CallNode, scope: number, program: Program): Registry | null {
  const { entry } = program.modules;
  const name = call.callee[call.callee.length - 1];
  if (name === 'build')
    return call.callee.length > 1 ? { path: call.callee.slice(0, -1), module: entry } : null;
  const [, second] = call.arguments;
  if (name === 'build_from_cfg')
    return second?.value.kind === 'name' ? { path: second.value.path, module: entry } : null;
  const builder = program.callee(call, { scope, module: entry });
  // OpenMMLab's own.
  if (builder.kind === 'library' || builder.kind === 'unbound') return { path: ['LOSSES'], module: entry };
  // A function of this very file is read where it asks the registry.
  if (builder.kind !== 'function' || builder.module === entry) return null;
  const { start, end } = builder.definition.span;
  const body = builder.module.file.text.slice(start, end);
  const asked = /\b([A-Z][A-Z\d_]*)\s*(?:\.\s*(?:build|get)\s*\(|\[)|build_from_cfg\(\s*\w+\s*,\s*(\w+)/.exec(
    body,
  );
  return asked && { path: [asked[1] ?? asked[2]], module: builder.module };
}

interface ReadConfig {
  readonly name: string;
  readonly given: readonly Argument[];
}

/** Each argument is a part of the config, which the program looks up where the config stands. */
function readConfig(
  config: ValueNode,
  place: { readonly scope: number; readonly module: ProgramModule },
  program: Program,
): ReadConfig | null {
  const meaning = program.meaning({ ...place, node: config });
  if (meaning.kind !== 'map') return null;
  const naming = NAMES.find((key) => meaning.entries.has(key));
  const named = naming === undefined ? undefined : meaning.entries.get(naming);
  const name = named && program.meaning(named);
  if (name?.kind !== 'scalar' || typeof name.value !== 'string') return null;
  const holder = ARGUMENTS.find((key) => meaning.entries.has(key));
  const held = holder === undefined ? undefined : meaning.entries.get(holder);
  const inside = held && program.meaning(held);
  const [of, entries] =
    holder !== undefined && inside?.kind === 'map'
      ? [partOf(config, holder), inside.entries]
      : [config, meaning.entries];
  const keys = [...entries.keys()].filter((key) => !NAMES.includes(key));
  return { name: name.value, given: keys.map((key) => argument(of, key)) };
}

const partOf = (of: ValueNode, key: string): ValueNode => ({
  kind: 'subscript',
  of,
  key: { kind: 'string', value: key, span: of.span },
  span: of.span,
});

const argument = (of: ValueNode, key: string): Argument => ({
  name: key,
  nameSpan: of.span,
  value: partOf(of, key),
  unpacks: 'none',
});

function keyed({ path, module }: Registry, key: string, program: Program): Meaning | null {
  const span = { start: 0, end: 0 };
  const of = { kind: 'name', path, span } as const;
  const meaning = program.meaning({ node: partOf(of, key), scope: 0, module });
  return meaning.kind === 'class' || meaning.kind === 'library' ? meaning : null;
}

function called(site: PythonCall, { span, calleeSpan }: CallNode, { name, given }: ReadConfig): PythonCall {
  const call: CallNode = { kind: 'call', callee: [name], arguments: given, span, calleeSpan };
  return { ...site, call: () => call };
}

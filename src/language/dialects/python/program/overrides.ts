/** Parts of objects that are set from outside: `args.temp = 0.5` after parsing, `config["loss"] = …`. */
import { agreed, type Evaluating } from './evaluating';
import { type Meaning, type ProgramModule, unknown } from './meaning';

/**
 * The last statement that always runs decides; one that runs under a condition leaves the value open unless it is the
 * same. `path` ends with the part: objects are told apart by the name before it.
 */
export function overridden(
  value: Meaning,
  path: readonly string[],
  words: string,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning {
  const sets = module.file
    .partAssignments(path[path.length - 1])
    .filter((set) => set.path.length > 1 && set.path.at(-2) === path.at(-2));
  if (sets.length === 0) return value;
  const last = sets.findLastIndex(({ conditional }) => !conditional);
  const given = sets
    .slice(Math.max(0, last))
    .map((set) =>
      set.value ? evaluating.evaluate({ node: set.value(), scope: set.scope, module }) : unknown(words),
    );
  const result = agreed(last < 0 ? [value, ...given] : given) ?? unknown(words);
  return result.kind === 'scalar' && result.origin === 'literal' ? { ...result, origin: 'constant' } : result;
}

/** `config.update(more)`: what more holds wins; where it is not known, neither is the whole. */
export function updated(
  value: Meaning,
  path: readonly string[],
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning {
  if (value.kind !== 'map') return value;
  const name = path.join('.');
  let entries = value.entries;
  for (const site of module.file.callsNamed('update')) {
    const call = site.call();
    const [argument] = call.arguments;
    if (call.receiver || call.callee.slice(0, -1).join('.') !== name || !argument) continue;
    const more = evaluating.evaluate({ node: argument.value, scope: site.scope, module });
    if (more.kind !== 'map') return unknown(name);
    entries = new Map([...entries, ...more.entries]);
  }
  return entries === value.entries ? value : { ...value, entries };
}

/** Options that a program declares in a loop over a config: `for k, v in config.items(): parser.add_argument(f"--{k}", default=v)`. */
import { type CommandLineOption, plainOption } from './commandLine';
import { loadConfig } from './configFiles';
import type { Evaluating } from './evaluating';
import type { Meaning, ProgramModule } from './meaning';

const LOOP =
  /\bfor[ \t]+(\w+)[ \t]*,[ \t]*(\w+)[ \t]+in[ \t]+(\w+)\.items\(\)[ \t]*:[ \t]*\r?\n[ \t]*\w+\.add_argument\(\s*f["']--\{\1\}["'][^\n]{0,80}\bdefault\s*=\s*\2\b/;

/** Null where there is no such loop, or its config has no such key. */
export function optionFromConfig(
  name: string,
  module: ProgramModule,
  evaluating: Evaluating,
): CommandLineOption | null {
  const config = loopedConfig(module);
  if (config === null) return null;
  const entries = entriesOf(config, module, evaluating);
  const otherwise = entries?.get(name);
  return otherwise ? { ...plainOption(name, null), otherwise } : null;
}

/** Every option of a program asks for it, after every keystroke. */
function loopedConfig(module: ProgramModule): string | null {
  const known = looped.get(module);
  if (known !== undefined) return known;
  const { text } = module.file;
  const [, , , config = null] = (text.includes('.items()') ? LOOP.exec(text) : null) ?? [];
  looped.set(module, config);
  return config;
}

/** The name of the config that a module loops over, where it does. */
const looped = new WeakMap<ProgramModule, string | null>();

type Entries = Extract<Meaning, { kind: 'map' }>['entries'];

/** What the name holds; or the config file that whatever loads it is given by name. */
function entriesOf(name: string, module: ProgramModule, evaluating: Evaluating): Entries | null {
  for (const binding of module.file.scopes.flatMap((scope) => scope.bindingsOf(name))) {
    if (binding.kind !== 'value') continue;
    const node = binding.value();
    const meaning = evaluating.evaluate({ node, scope: binding.scope, module });
    if (meaning.kind === 'map') return meaning.entries;
    const [first] = node.kind === 'call' ? node.arguments : [];
    const file = first && evaluating.evaluate({ node: first.value, scope: binding.scope, module });
    if (file?.kind !== 'scalar' || typeof file.value !== 'string') continue;
    const loaded = loadConfig(file.value, module, evaluating.modules);
    const root = loaded && evaluating.evaluate({ node: loaded.root, scope: 0, module, config: loaded.path });
    if (root?.kind === 'map') return root.entries;
  }
  return null;
}

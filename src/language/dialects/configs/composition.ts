/**
 * Follows `${a.b}` into the other files of a Hydra config: those that the `defaults` list puts together, and for a file
 * of a group the main config above it. The command line may choose others, so such values say which file they are of.
 */
import { parseClosedConfig } from '../../parsers/closedConfig';
import type { NamedSources } from '../../sourceFiles';
import type { ValueNode } from '../../values';
import { follow } from './interpolations';
import { hydraPackages } from './packages';

export interface Elsewhere {
  readonly node: ValueNode;
  readonly path: string;
}

/** Names that Hydra's applications give to their main config. */
const MAIN_CONFIGS = ['config.yaml', 'main.yaml', 'train.yaml', 'default.yaml'];
/** Files that one name is looked for in. */
const MOST_FILES = 40;

/** The first file that has the keys; null when none of those that have been opened has them. */
export function findElsewhere(
  keys: readonly string[],
  from: { readonly path: string; readonly root: ValueNode },
  sources: NamedSources,
): Elsewhere | null {
  const waiting = [...defaultsOf(from.root, from.path), ...mainConfigs(from.path)];
  const seen = new Set([from.path]);
  for (let file = waiting.shift(); file && seen.size < MOST_FILES; file = waiting.shift()) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    const text = sources.text(file.path);
    const root = text ? parseClosedConfig(text, 'omegaconf') : null;
    if (!text || !root) continue;
    const node = valueIn(root, keys, file.at ?? hydraPackages(text, file.path));
    if (node) return { node, path: file.path };
    waiting.push(...defaultsOf(root, file.path));
  }
  return null;
}

/** Scalars only: whole maps, and names of names, stand for more than a value. */
function valueIn(
  root: ValueNode,
  keys: readonly string[],
  packages: readonly (readonly string[])[],
): ValueNode | null {
  for (const prefix of [[], ...packages]) {
    if (!prefix.every((key, i) => key === keys[i])) continue;
    const node = follow(keys.slice(prefix.length), [root])?.node;
    const isName = node?.kind === 'string' && /\$\{|^\?\?\?$/.test(node.value);
    if (node && !isName && 'value' in node) return node;
  }
  return null;
}

interface ConfigFile {
  readonly path: string;
  /** Where its content stands, when the list says so; else its header or its folders do. */
  readonly at?: readonly (readonly string[])[];
}

/** `defaults: [base, loss: supcon, /model@net: resnet]`. */
function defaultsOf(root: ValueNode, path: string): ConfigFile[] {
  const list =
    root.kind === 'map' ? root.entries.findLast(({ key }) => key === 'defaults')?.value : undefined;
  if (list?.kind !== 'list') return [];
  const folder = path.split('/').slice(0, -1);
  return list.items.flatMap((item) => {
    if (item.kind === 'string') return chosen(item.value, [], folder, null);
    if (item.kind !== 'map') return [];
    return item.entries.flatMap(({ key, value }) => {
      const [group, at] = key.replace(/^(?:override|optional)\s+/, '').split('@');
      const options = value.kind === 'list' ? value.items : [value];
      return options.flatMap((option) =>
        option.kind === 'string' ? chosen(option.value, group.split('/'), folder, at ?? null) : [],
      );
    });
  });
}

/** A group that begins with a slash is looked for from the root of the configs, which may be any folder above. */
function chosen(
  option: string,
  group: readonly string[],
  folder: readonly string[],
  at: string | null,
): ConfigFile[] {
  const name = /\.ya?ml$/.test(option) ? option : `${option}.yaml`;
  if (option === '_self_' || option.includes('$') || name.includes('..')) return [];
  const isAbsolute = group[0] === '' || option.startsWith('/');
  const parts = [...group, ...name.split('/')].filter((part) => part !== '');
  const folders = isAbsolute ? folder.map((_, i) => folder.slice(0, i + 1)).reverse() : [folder];
  const packages = at === null || at.startsWith('_') ? {} : { at: [at.split('.')] };
  return folders.map((base) => ({ path: [...base, ...parts].join('/'), ...packages }));
}

/** Beside the folders of a group. */
function mainConfigs(path: string): ConfigFile[] {
  const folder = path.split('/').slice(0, -1);
  const above = folder.map((_, i) => folder.slice(0, folder.length - i - 1)).slice(0, 3);
  return above.flatMap((base) => MAIN_CONFIGS.map((name) => ({ path: [...base, name].join('/') })));
}

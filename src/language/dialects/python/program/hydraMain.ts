/** The config of a program that Hydra starts: `@hydra.main(config_path="conf", config_name="train") def main(cfg): …`. */
import type { CallNode } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import { type LoadedConfig, loadConfig } from './configFiles';
import type { Evaluating } from './evaluating';
import type { Located, Meaning, ProgramModule } from './meaning';

/** The function's only parameter is the config. Null where nothing of the kind decorates it, or no file is found. */
export function hydraConfig(
  decorators: readonly ValueNode[],
  scope: number,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const main = decorators.find(
    (node): node is CallNode =>
      node.kind === 'call' && /^(?:hydra\.)?(?:hydra_)?main$/.test(node.callee.join('.')),
  );
  if (!main) return null;
  const given = (name: string) => {
    const node = main.arguments.find((argument) => argument.name === name)?.value;
    const meaning = node && evaluating.evaluate({ node, scope, module });
    return meaning?.kind === 'scalar' && typeof meaning.value === 'string' ? meaning.value : null;
  };
  const [path, name] = [given('config_path'), given('config_name')];
  if (path === null && name === null) return null;
  const file = [path, name].filter((part) => part !== null).join('/');
  const loaded = load(file, module, evaluating);
  return loaded && composed(loaded, folderOf(file), module, evaluating, 0);
}

const folderOf = (file: string) => file.split('/').slice(0, -1).join('/');

const load = (file: string, module: ProgramModule, { modules }: Evaluating): LoadedConfig | null =>
  loadConfig(/\.ya?ml$/.test(file) ? file : `${file}.yaml`, module, modules);

/** Files that choose files that choose files. */
const DEEPEST = 3;
const MOST_DEFAULTS = 20;

/** What the file itself says goes before what its list of defaults chooses. */
function composed(
  { root, path }: LoadedConfig,
  folder: string,
  module: ProgramModule,
  evaluating: Evaluating,
  depth: number,
): Meaning | null {
  const own = evaluating.evaluate({ node: root, scope: 0, module, config: path });
  if (own.kind !== 'map') return null;
  if (depth >= DEEPEST) return own;
  const spreads = chosenBy(root).flatMap(({ group, option }): Located[] => {
    const file = [folder, group, option].filter((part) => part !== '').join('/');
    const chosen = load(file, module, evaluating);
    if (!chosen) return [];
    const inner = composed(chosen, folderOf(file), module, evaluating, depth + 1);
    if (inner?.kind !== 'map') return [];
    const node = under(
      group.split('/').filter((part) => part !== ''),
      chosen.root,
    );
    return [{ node, scope: 0, module, config: chosen.path }];
  });
  return { ...own, spreads: [...own.spreads, ...spreads] };
}

interface Choice {
  readonly group: string;
  readonly option: string;
}

/** `defaults: [base, { loss: supcon }, { override /data: cifar }]`. */
function chosenBy(root: ValueNode): readonly Choice[] {
  const list = root.kind === 'map' ? root.entries.find(({ key }) => key === 'defaults')?.value : undefined;
  if (list?.kind !== 'list') return [];
  return list.items.slice(0, MOST_DEFAULTS).flatMap((item): Choice[] => {
    if (item.kind === 'string') return item.value === '_self_' ? [] : [{ group: '', option: item.value }];
    const [entry] = item.kind === 'map' ? item.entries : [];
    if (entry?.value.kind !== 'string') return [];
    const group = entry.key.replace(/^(?:override|optional)\s+/, '').replace(/^\//, '');
    // Where it stands elsewhere than its folder says, the key says so: `loss@model.loss`.
    return group.includes('@') ? [] : [{ group, option: entry.value.value }];
  });
}

function under(keys: readonly string[], node: ValueNode): ValueNode {
  const { span } = node;
  return keys.reduceRight<ValueNode>(
    (value, key) => ({ kind: 'map', entries: [{ key, keySpan: span, value }], span }),
    node,
  );
}

/** yacs: defaults that a script sets one by one in a tree, `_C.LOSS.TEMP = 0.07`, and files that are merged into it. */
import type { CallNode, PythonFile } from '../../../parsers/python/file';
import type { MapEntry, ValueNode } from '../../../values';
import { loadConfig } from './configFiles';
import type { Evaluating } from './evaluating';
import type { Located, Meaning, ProgramModule } from './meaning';

type MapNode = Extract<ValueNode, { kind: 'map' }>;

/** What `CN()` makes, with all that is set in it by the name that it is assigned to; its values say their file. */
export function configTree(node: CallNode, { scope, module }: Located, evaluating: Evaluating): Meaning {
  const before = module.file.text.slice(Math.max(0, node.span.start - 80), node.span.start);
  const name = /(?:^|\n)[ \t]*([\p{L}_][\p{L}\p{N}_]*)(?:\s*:[^=\n]*)?\s*=\s*$/u.exec(before)?.[1] ?? '';
  const tree = treeOf(name, node, module.file);
  return evaluating.evaluate({ node: tree, scope, module, config: module.path });
}

interface Setting {
  readonly keys: readonly string[];
  readonly value: ValueNode;
}

/** A file's trees by their names: each value that is read asks for its tree. */
const trees = new WeakMap<PythonFile, Map<string, MapNode>>();

function treeOf(name: string, node: CallNode, file: PythonFile): MapNode {
  const known = trees.get(file) ?? new Map<string, MapNode>();
  trees.set(file, known);
  const tree = known.get(name) ?? branch(settingsOf(name, file), node);
  known.set(name, tree);
  return tree;
}

const SETTING = /^[ \t]*([\p{L}_][\p{L}\p{N}_]*)((?:\.[\p{L}_][\p{L}\p{N}_]*)+)[ \t]*=(?!=)/gmu;

function settingsOf(name: string, file: PythonFile): readonly Setting[] {
  if (name === '') return [];
  return [...file.text.matchAll(SETTING)].flatMap(([, holder, parts]) => {
    if (holder !== name) return [];
    const keys = parts.slice(1).split('.');
    const path = [name, ...keys].join('.');
    const set = file.partAssignments(keys[keys.length - 1]).findLast((one) => one.path.join('.') === path);
    return set?.value ? [{ keys, value: set.value() }] : [];
  });
}

/** `made` is the call that makes the branch: `CN({"TEMP": 0.07})`. */
function branch(settings: readonly Setting[], made: CallNode): MapNode {
  const [first] = made.arguments;
  const given = first?.value.kind === 'map' ? first.value.entries : [];
  const names = new Set(settings.map(({ keys }) => keys[0]));
  const entries = [...names].map((key): MapEntry => {
    const below = settings.filter(({ keys }) => keys[0] === key);
    const own = below.findLast(({ keys }) => keys.length === 1)?.value ?? made;
    const inside = below.flatMap(({ keys, value }) =>
      keys.length > 1 ? [{ keys: keys.slice(1), value }] : [],
    );
    const value = own.kind === 'call' && isTree(own) ? branch(inside, own) : own;
    return { key, keySpan: value.span, value };
  });
  return { kind: 'map', entries: [...given, ...entries], span: made.span };
}

const isTree = ({ callee }: CallNode) => isTreeName(callee.at(-1) ?? '');

export const isTreeName = (name: string) => name === 'CN' || name === 'CfgNode';

/** What the file that is merged last into a tree says of one value, `cfg.LOSS.TEMP`; null where none is known to. */
export function mergedValue(
  path: readonly string[],
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const sites = module.file.callsNamed('merge_from_file');
  if (sites.length === 0) return null;
  const words = path.join('.');
  // What is set behind the file is what counts.
  if (module.file.partAssignments(path[path.length - 1]).some((set) => set.path.join('.') === words))
    return null;
  for (const site of sites.toReversed()) {
    const call = site.call();
    const holder = call.callee.slice(0, -1);
    const [file] = call.arguments;
    if (call.receiver || !file || !words.startsWith(`${holder.join('.')}.`)) continue;
    const name = evaluating.evaluate({ node: file.value, scope: site.scope, module });
    const config =
      name.kind === 'scalar' && typeof name.value === 'string'
        ? loadConfig(name.value, module, evaluating.modules)
        : null;
    const node = config && valueAt(config.root, path.slice(holder.length));
    if (config && node && node.kind !== 'map')
      return evaluating.evaluate({ node, scope: 0, module, config: config.path });
  }
  return null;
}

function valueAt(root: ValueNode, keys: readonly string[]): ValueNode | null {
  let node: ValueNode | undefined = root;
  for (const key of keys)
    node = node?.kind === 'map' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;
  return node ?? null;
}

/** Puts values in the places of `${a.b}`, where the config itself has them; the rest keeps its words as a name. */
import type { MapEntry, ValueNode } from '../../values';
import type { MapNode } from './configMap';

/** Names of names beyond this depth name themselves. */
const LONGEST_CHAIN = 20;
/** Longer lists are data and stay where they are. */
const LONGEST_LIST = 256;

/**
 * `packages` are keys under which the file's content stands in the whole config, as a Hydra config group does: with
 * `['model']`, `${model.sigma}` is the file's own `sigma`.
 */
export function withInterpolations(root: ValueNode, packages: readonly (readonly string[])[]): ValueNode {
  return new Interpolation(root, packages).convert(root, []);
}

/** Dots at the beginning count from where the value stands; a colon belongs to a resolver, which is a program. */
const INTERPOLATION = /^\$\{(\.*)([^{}$:\s]+)\}$/;

const keysOf = (path: string) => path.split(/[.[\]]+/).filter((key) => key !== '');

/** The keys of a value that is interpolated from the root of the whole config; null for any other value. */
export function interpolatedKeys(value: ValueNode): readonly string[] | null {
  const path = value.kind === 'name' ? INTERPOLATION.exec(value.path[0]) : null;
  return path && path[1] === '' ? keysOf(path[2]) : null;
}

class Interpolation {
  constructor(
    private readonly root: ValueNode,
    private readonly packages: readonly (readonly string[])[],
  ) {}

  /** `around` are the maps and lists that hold the node, the innermost last. */
  convert(node: ValueNode, around: readonly ValueNode[]): ValueNode {
    if (node.kind === 'list') {
      const inside = [...around, node];
      return { ...node, items: node.items.map((item) => this.convert(item, inside)) };
    }
    if (node.kind === 'map') {
      const inside = [...around, node];
      const convert = (entry: MapEntry) => ({ ...entry, value: this.convert(entry.value, inside) });
      return { ...node, entries: node.entries.map(convert) };
    }
    return this.resolve(node, around, 0);
  }

  private resolve(node: ValueNode, around: readonly ValueNode[], depth: number): ValueNode {
    if (node.kind !== 'string') return node;
    // Hydra's mark for what the caller must give.
    const isOpen = node.value === '???';
    if (!isOpen && !node.value.includes('${')) return node;
    const unknown: ValueNode = { kind: 'name', path: [node.value], span: node.span };
    const path = INTERPOLATION.exec(node.value);
    if (isOpen || !path || depth >= LONGEST_CHAIN) return unknown;
    const keys = keysOf(path[2]);
    const found =
      path[1] === ''
        ? this.absolute(keys)
        : follow(keys, around.slice(0, around.length + 1 - path[1].length));
    if (!found) return unknown;
    const value = this.resolve(found.node, found.around, depth + 1);
    // A whole map is what it is where it stands; here it only stands for it.
    if (value.kind === 'map' || (value.kind === 'list' && !isPlainList(value))) return unknown;
    if (value.kind === 'name') return unknown;
    return { ...value, span: node.span };
  }

  private absolute(keys: readonly string[]): Found | null {
    const whole = follow(keys, [this.root]);
    if (whole) return whole;
    for (const prefix of this.packages)
      if (prefix.length < keys.length && prefix.every((key, i) => key === keys[i])) {
        const found = follow(keys.slice(prefix.length), [this.root]);
        if (found) return found;
      }
    return null;
  }
}

interface Found {
  readonly node: ValueNode;
  readonly around: readonly ValueNode[];
}

/** Follows keys from the innermost of the nodes around. */
export function follow(keys: readonly string[], around: readonly ValueNode[]): Found | null {
  const path = [...around];
  for (const key of keys) {
    const at = path.at(-1);
    const next: ValueNode | undefined =
      at?.kind === 'map' ? lastEntry(at, key) : at?.kind === 'list' ? at.items[Number(key)] : undefined;
    if (!next) return null;
    path.push(next);
  }
  const node = path.pop();
  return node ? { node, around: path } : null;
}

/** Of each map that was looked into: configs can have tens of thousands of keys, and as many names. */
const indexes = new WeakMap<MapNode, ReadonlyMap<string, ValueNode>>();

function lastEntry(map: MapNode, name: string): ValueNode | undefined {
  let index = indexes.get(map);
  if (!index) {
    index = new Map(map.entries.map(({ key, value }) => [key, value]));
    indexes.set(map, index);
  }
  return index.get(name);
}

const isPlainList = (list: Extract<ValueNode, { kind: 'list' }>) =>
  list.items.length <= LONGEST_LIST && list.items.every(({ kind }) => kind === 'number' || kind === 'string');

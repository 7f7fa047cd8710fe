/** Finds what may be written at a place of a file, from the description of the whole and what is written around it. */
import type { MapEntry, ValueNode } from '../values';
import { alternatives, type KeyDescription, type Shape } from './shape';

/** Keys of maps and places in lists, from the root. */
export type Path = readonly (string | number)[];

/** All shapes that the value at a path may have; none where nothing of ours can stand. */
export function shapesAt(shape: Shape, node: ValueNode | null, path: Path): Shape[] {
  const [step, ...rest] = path;
  if (step === undefined) return alternatives(shape);
  const inner = childOf(node, step);
  if (typeof step === 'number')
    return alternatives(shape).flatMap((one) => (one.kind === 'list' ? shapesAt(one.of, inner, rest) : []));
  return fitting(alternatives(shape), entriesOf(node)).flatMap((one) => {
    if (one.kind === 'names') return shapesAt(one.of, inner, rest);
    const found = keysIn(one, entriesOf(node)).find(({ key }) => key === step);
    return found ? shapesAt(found.value, inner, rest) : [];
  });
}

/** The description of the key at the end of a path; null for a name of the author's own, and where none is known. */
export function keyAt(shape: Shape, root: ValueNode | null, path: Path): KeyDescription | null {
  const key = path[path.length - 1];
  const holder = nodeAt(root, path.slice(0, -1));
  const shapes = shapesAt(shape, root, path.slice(0, -1));
  const known = shapes.flatMap((one) => keysIn(one, entriesOf(holder)));
  // A key of another variant is known all the same: its description says where it belongs.
  const others = shapes.flatMap((one) => keysIn(one, []));
  return [...known, ...others].find((description) => description.key === key) ?? null;
}

/** Keys that a map with these entries may have. Where a variant is not chosen yet, those of all variants. */
export function keysFor(shapes: readonly Shape[], entries: readonly MapEntry[]): KeyDescription[] {
  const keys = fitting(shapes, entries).flatMap((shape) => keysIn(shape, entries));
  const named = new Map(keys.toReversed().map((description) => [description.key, description]));
  return [...new Set(keys.map(({ key }) => key))].flatMap((key) => named.get(key) ?? []);
}

/** Of several maps that may stand here those that the entries belong to; all while there are none. */
function fitting(maps: readonly Shape[], entries: readonly MapEntry[]): readonly Shape[] {
  const belongs = maps.filter((one) => {
    const known = keysIn(one, entries).map(({ key }) => key);
    return entries.some(({ key }) => known.includes(key));
  });
  if (belongs.length > 0) return belongs;
  // Keys that no map knows are names, where names may stand.
  const named = maps.filter(({ kind }) => kind === 'names');
  return entries.length > 0 && named.length > 0 ? named : maps;
}

function keysIn(shape: Shape, entries: readonly MapEntry[]): readonly KeyDescription[] {
  if (shape.kind === 'map') return shape.keys;
  if (shape.kind !== 'variants') return [];
  const { by, variants } = shape;
  const chosen = entries.findLast(({ key }) => key === by.key)?.value;
  const variant = chosen?.kind === 'string' ? variants.find(({ name }) => name === chosen.value) : undefined;
  return [
    by,
    ...(variant?.keys ?? variants.flatMap(({ keys }) => keys.map(({ required: _, ...key }) => key))),
  ];
}

export function nodeAt(root: ValueNode | null, path: Path): ValueNode | null {
  return path.reduce(childOf, root);
}

function childOf(node: ValueNode | null, step: string | number): ValueNode | null {
  if (typeof step === 'number') return node?.kind === 'list' ? (node.items[step] ?? null) : null;
  return entriesOf(node).findLast(({ key }) => key === step)?.value ?? null;
}

export const entriesOf = (node: ValueNode | null): readonly MapEntry[] =>
  node?.kind === 'map' ? node.entries : [];

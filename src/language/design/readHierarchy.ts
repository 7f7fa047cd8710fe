/** Reads a hierarchy of classes as nested lists, with a cosine for each level. */
import type { Wish } from '../../geometry/remedy/design/designObjective';
import {
  type HierarchyNode,
  hierarchyDepth,
  hierarchyWish,
} from '../../geometry/remedy/design/hierarchyWish';
import type { FindingList } from '../dialects/findingList';
import { findEntry } from '../dialects/inline/entries';
import { rejectValue, showNode } from '../dialects/inline/inlineValue';
import { readNumber } from '../dialects/inline/numbers';
import type { MapEntry, ValueNode } from '../values';
import { classNameOf, MOST_CLASSES, readNamedClasses } from './readClassNames';

const HIERARCHY = {
  what: 'nested lists of class names, two classes or more',
  example: 'hierarchy: [[cat, dog], [car, truck]]',
};
const HEIGHTS = {
  what: 'a list of cosines, one a level of the hierarchy, the innermost groups first',
  example: 'heights: [0.8, 0.2]',
};
const HEIGHT = {
  what: 'a cosine between −1 and 1',
  example: HEIGHTS.example,
  accepts: (x: number) => Math.abs(x) <= 1,
};

export function readHierarchy(entries: readonly MapEntry[], findings: FindingList): Wish | null {
  const { value } = findEntry(entries, 'hierarchy')!;
  const names: string[] = [];
  const root = value.kind === 'list' ? readNode(value, names, findings) : null;
  if (root === null || names.length < 2) {
    if (findings.firstError === null) rejectValue(value, 'hierarchy', HIERARCHY, findings);
    return null;
  }
  if (names.length > MOST_CLASSES) {
    findings.invalid(
      value.span,
      `The hierarchy has ${names.length} classes; a design holds at most ${MOST_CLASSES}.`,
    );
    return null;
  }
  const heights = readHeights(entries, hierarchyDepth(root), findings);
  const classes = readNamedClasses(entries, names, findings);
  if (heights === null || classes === null) return null;
  return { classes, similarities: hierarchyWish(root, heights, names.length) };
}

/** A class becomes its index in `names`, in the order in which the classes stand. */
function readNode(node: ValueNode, names: string[], findings: FindingList): HierarchyNode | null {
  if (node.kind === 'list') {
    const children: HierarchyNode[] = [];
    for (const item of node.items) {
      const child = readNode(item, names, findings);
      if (child === null) return null;
      children.push(child);
    }
    return children;
  }
  const name = classNameOf(node);
  if (name === null) {
    findings.invalid(
      node.span,
      `The hierarchy holds ${showNode(node)}, but it must be ${HIERARCHY.what}. Write, for example, \`${HIERARCHY.example}\`.`,
    );
    return null;
  }
  if (names.includes(name)) {
    findings.invalid(
      node.span,
      `The class "${name}" stands in the hierarchy twice; every class has one place.`,
    );
    return null;
  }
  return names.push(name) - 1;
}

function readHeights(entries: readonly MapEntry[], levels: number, findings: FindingList): number[] | null {
  const entry = findEntry(entries, 'heights');
  const wanted = `The hierarchy has ${levels} ${levels === 1 ? 'level' : 'levels'}: \`heights\` needs as many cosines, the first for classes of one innermost group, the last for classes that only the whole holds together.`;
  if (!entry) {
    findings.invalid(
      findEntry(entries, 'hierarchy')!.keySpan,
      `\`heights\` is missing. ${wanted} Write, for example, \`${HEIGHTS.example}\`.`,
    );
    return null;
  }
  if (entry.value.kind !== 'list') {
    rejectValue(entry.value, 'heights', HEIGHTS, findings);
    return null;
  }
  const read = entry.value.items.map((item) => readNumber(item, 'heights', HEIGHT, findings));
  const heights = read.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
  if (heights.length !== read.length) return null;
  if (heights.length === levels) return heights;
  findings.invalid(
    entry.value.span,
    `\`heights\` has ${heights.length} ${heights.length === 1 ? 'number' : 'numbers'}. ${wanted}`,
  );
  return null;
}

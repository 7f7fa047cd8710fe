/** Reads the classes of a design target: their names, and their sizes where they are known. */
import type { ClassSize } from '../../objective/definition';
import type { FindingList } from '../dialects/findingList';
import { readClasses } from '../dialects/inline/classes';
import { findEntry } from '../dialects/inline/entries';
import type { MapEntry, ValueNode } from '../values';

/** More classes than this make a file of weights that no editor opens gladly. */
export const MOST_CLASSES = 200;

/** A class whose size nobody named counts as one sample: sizes do not move the optimum of a design. */
const unsized = (name: string): ClassSize => ({ name, count: 1 });

/** The classes of a matrix of `count` rows, which by itself names none. Null after a finding. */
export function readMatrixClasses(
  entries: readonly MapEntry[],
  count: number,
  findings: FindingList,
): readonly ClassSize[] | null {
  const entry = findEntry(entries, 'classes');
  if (!entry) return Array.from({ length: count }, (_, i) => unsized(`class ${i + 1}`));
  const classes = namesOf(entry.value)?.map(unsized) ?? sizesOf(entry, findings);
  if (classes === null) return null;
  if (classes.length !== count) {
    findings.invalid(
      entry.value.span,
      `\`classes\` names ${classes.length} classes, but the matrix has ${count} rows: give both the same number.`,
    );
    return null;
  }
  return isUnique(classes, entry, findings) ? classes : null;
}

/** Sizes for classes that are named elsewhere, in that order. Null after a finding. */
export function readNamedClasses(
  entries: readonly MapEntry[],
  names: readonly string[],
  findings: FindingList,
): readonly ClassSize[] | null {
  const entry = findEntry(entries, 'classes');
  if (!entry) return names.map(unsized);
  const sizes = sizesOf(entry, findings);
  if (sizes === null) return null;
  const count = new Map(sizes.map((one) => [one.name, one.count]));
  const missing = names.find((name) => !count.has(name));
  const foreign = sizes.find(({ name }) => !names.includes(name));
  if (missing === undefined && foreign === undefined)
    return names.map((name) => ({ name, count: count.get(name) ?? 1 }));
  findings.invalid(
    entry.value.span,
    missing === undefined
      ? `\`classes\` names "${foreign?.name}", which the target does not have. The target's classes are ${names.join(', ')}.`
      : `\`classes\` does not give the size of "${missing}". Write sizes by name, for example \`classes: { ${missing}: 100 }\` with all classes in it.`,
  );
  return null;
}

/** A class may be called by a number where no sizes can stand; null for what is no name. */
export function classNameOf(node: ValueNode): string | null {
  if (node.kind === 'number') return String(node.value);
  return node.kind === 'string' ? node.value : null;
}

function namesOf(node: ValueNode): string[] | null {
  if (node.kind !== 'list' || node.items.length === 0) return null;
  const names = node.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return names.length === node.items.length ? names : null;
}

function sizesOf(entry: MapEntry, findings: FindingList): readonly ClassSize[] | null {
  const read = readClasses(entry.value, 'classes', findings);
  return read.kind === 'value' ? read.value : null;
}

function isUnique(classes: readonly ClassSize[], entry: MapEntry, findings: FindingList): boolean {
  const repeated = classes.find(({ name }, i) => classes.findIndex((one) => one.name === name) !== i);
  if (repeated === undefined) return true;
  findings.invalid(
    entry.value.span,
    `The class "${repeated.name}" is named twice; every class needs a name of its own.`,
  );
  return false;
}

/** What is wished for, and the ways to change it: pure, each answering another wish. */
import type { Geometry } from '../../src/protocol/panelMessages';
import { type DesignTarget, MOST_DESIGNED } from '../../src/protocol/requests/design';

export type { DesignTarget };

export interface NamedClass {
  readonly name: string;
  readonly size: number;
}

/** Fewer classes have no pair. */
const FEWEST = 2;

const LONGEST_NAME = 100;

/** Both cells of the pair, clipped to what cosines can be; an item's cosine with itself stays. */
export function withSimilarity(
  target: DesignTarget,
  row: number,
  column: number,
  value: number,
): DesignTarget {
  if (row === column || !Number.isFinite(value)) return target;
  const wished = Math.min(1, Math.max(-1, value));
  const isPair = (i: number, j: number) => (i === row && j === column) || (i === column && j === row);
  const similarities = target.similarities.map((cells, i) =>
    cells.map((cell, j) => (isPair(i, j) ? wished : cell)),
  );
  return { ...target, similarities };
}

/** A cosine that was typed, or what is wrong with it. */
export function readCosine(text: string): number | string {
  const value = Number(text.trim().replaceAll('\u2212', '-'));
  if (text.trim() !== '' && Math.abs(value) <= 1) return value;
  return `“${text.trim()}” is no cosine: enter a number from −1 (opposite) to 1 (the same place).`;
}

/** A step of a hand, to three decimals: it promises no more. */
export const stepped = (value: number, step: number) =>
  Math.min(1, Math.max(-1, Number((value + step).toFixed(3))));

/** Another name for one class, or what is wrong with it. */
export function renamed(target: DesignTarget, place: number, text: string): DesignTarget | string {
  const name = text.trim();
  if (name === '') return 'A class needs a name.';
  if (name.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters here.`;
  if (target.classes.some((other, at) => at !== place && other.name === name))
    return `Another class is called “${name}” already; every class needs a name of its own.`;
  return { ...target, classes: target.classes.map((it, at) => (at === place ? { ...it, name } : it)) };
}

export const canAdd = ({ classes }: DesignTarget) => classes.length < MOST_DESIGNED;
export const canRemove = ({ classes }: DesignTarget) => classes.length > FEWEST;

/** One more class, at a right angle to all others. */
export function withClass({ classes, similarities }: DesignTarget): DesignTarget {
  const added = { name: unusedName(classes), size: 1 };
  return {
    classes: [...classes, added],
    similarities: [...similarities.map((row) => [...row, 0]), [...classes.map(() => 0), 1]],
  };
}

export function withoutClass({ classes, similarities }: DesignTarget, place: number): DesignTarget {
  const kept = <T>(list: readonly T[]) => list.filter((_, at) => at !== place);
  return { classes: kept(classes), similarities: kept(similarities).map(kept) };
}

/** The same cosine for every pair. */
export function equalWish(classes: readonly NamedClass[], cosine: number): DesignTarget {
  return {
    classes,
    similarities: classes.map((_, i) => classes.map((_other, j) => (i === j ? 1 : cosine))),
  };
}

/** What an objective's optimum has, to start from; a wish for right angles where it has no cosines, or too many. */
export function wishOf(geometry: Geometry | null): DesignTarget {
  const rows = geometry?.rows ?? [];
  const isUsable = geometry?.onSphere === true && rows.length >= FEWEST && rows.length <= MOST_DESIGNED;
  if (geometry === null || !isUsable)
    return equalWish(
      ['class 1', 'class 2', 'class 3'].map((name) => ({ name, size: 1 })),
      0,
    );
  const { attainable, points } = geometry;
  const between = (i: number, j: number) => (attainable[i][j] + attainable[j][i]) / 2;
  return {
    classes: uniqueNames(rows.map((point) => points[point])),
    similarities: rows.map((_, i) =>
      rows.map((_other, j) => (i === j ? 1 : Math.min(1, Math.max(-1, between(i, j))))),
    ),
  };
}

/** Points may share a name; classes of a file may not. */
function uniqueNames(points: readonly NamedClass[]): NamedClass[] {
  const classes: NamedClass[] = [];
  for (const { name, size } of points) {
    const isFree = name.trim() !== '' && classes.every((other) => other.name !== name);
    const given = isFree ? name : unusedName(classes);
    classes.push({ name: given, size: Math.max(1, Math.round(size)) });
  }
  return classes;
}

function unusedName(classes: readonly NamedClass[]): string {
  let number = classes.length + 1;
  while (classes.some(({ name }) => name === `class ${number}`)) number++;
  return `class ${number}`;
}

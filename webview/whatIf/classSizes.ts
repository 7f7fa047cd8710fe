/** Class sizes as they are tried: from a list that is typed, or from a long tail. */
import type { Changes } from '../../src/protocol/panelMessages';

export interface NamedSize {
  readonly name: string;
  readonly size: number;
}

/** The sizes of a control's value, which names its classes or not; null where it holds something else. */
export function readClasses(value: Changes[string] | undefined): NamedSize[] | null {
  if (value === null || value === undefined || typeof value !== 'object') return null;
  const entries = Array.isArray(value)
    ? value.map((size, index) => [unnamed(index), size] as const)
    : Object.entries(value);
  const sizes = entries.flatMap(([name, size]) => (typeof size === 'number' ? [{ name, size }] : []));
  return sizes.length === entries.length && sizes.length > 0 ? sizes : null;
}

/** As the key `classes` takes them; names stay where the number of classes does. */
export function writeClasses(sizes: readonly number[], before: readonly NamedSize[]): Changes[string] {
  const hasNames = before.length === sizes.length && before.some(({ name }, k) => name !== unnamed(k));
  if (!hasNames) return [...sizes];
  return Object.fromEntries(before.map(({ name }, k) => [name, sizes[k]]));
}

/** As the language room calls a class that its file gives no name. */
const unnamed = (index: number) => `class ${index + 1}`;

/** Reads `60, 6, 6`, or says what is wrong. */
export function parseSizes(text: string): number[] | string {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const sizes = words.map(Number);
  if (sizes.length < 2 || sizes.some((size) => !Number.isInteger(size) || size < 1))
    return 'Enter at least two whole numbers, for example 5000, 500, 50.';
  return sizes.length > MOST_CLASSES ? `Enter at most ${MOST_CLASSES} classes here.` : sizes;
}

const MOST_CLASSES = 10_000;

/**
 * Sizes that fall from the largest by the same factor from class to class, as long-tailed benchmarks are cut.
 * Formula: n_k = ⌊max · ratio^(−k/(C−1))⌋, at least 1. Shape: C.
 */
export function longTail(classes: number, max: number, ratio: number): number[] {
  return Array.from({ length: classes }, (_, k) =>
    Math.max(1, Math.floor(max * ratio ** (-k / Math.max(1, classes - 1)) + FLOOR_SLACK)),
  );
}

/** A power that should be a whole number can fall just below it. */
const FLOOR_SLACK = 1e-9;

export const largest = (sizes: readonly NamedSize[]): number => Math.max(...sizes.map(({ size }) => size));

/** Largest over smallest. */
export const imbalance = (sizes: readonly NamedSize[]): number =>
  largest(sizes) / Math.min(...sizes.map(({ size }) => size));

/** Value trees without their places: to tell whether an edit changed what it was meant to change, and nothing else. */
import type { MapEntry, ValueNode } from '../values';

export function plainValue(node: ValueNode): unknown {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return plainMap(node.entries);
    default:
      return null;
  }
}

/** Of keys that stand twice the last one counts. */
export function plainMap(entries: readonly MapEntry[]): Record<string, unknown> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, plainValue(value)]));
}

/** Whatever the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null)
    // JSON has no word for these.
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, ordered(inner)]);
}

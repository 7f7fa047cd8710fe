/** What a writer of one syntax proposes: edits to be tried, or why a value cannot be written, in words for its user. */
import type { Definition } from '../../objective/definition';
import type { Changes } from './changes';
import type { TextEdit } from './textEdit';

/** Of several ways to write the changes the first is right that reads back as it was meant. */
export type Draft = { readonly ways: readonly (readonly TextEdit[])[] } | Refusal;

export interface Refusal {
  readonly refusedBecause: string;
}

export const refuse = (refusedBecause: string): Refusal => ({ refusedBecause });

export const isRefusal = <T extends object>(draft: T | Refusal): draft is Refusal =>
  'refusedBecause' in draft;

/** The objective as its text has it, as it shall be, and the changes that differ. */
export interface Wanted {
  readonly text: string;
  readonly before: Definition;
  readonly after: Definition;
  readonly changes: Changes;
}

/** Every way of the first part with every way of the others. */
export function combined(parts: readonly Draft[]): Draft {
  let ways: (readonly TextEdit[])[] = [[]];
  for (const part of parts) {
    if (isRefusal(part)) return part;
    ways = ways.flatMap((way) => part.ways.map((added) => [...way, ...added])).slice(0, MOST_WAYS);
  }
  return { ways };
}

/** Each is read once. */
export const MOST_WAYS = 8;
